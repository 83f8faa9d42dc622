"""One Markdown file: its front matter, strictly, and its text.

MkDocs would delete `Warning: …` in the first line as metadata, and print broken front matter on the page, without
a word. So no page reaches it that was not read here first.
"""

import re
from dataclasses import dataclass

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.front_matter import FrontMatter
from careleaf.model.record import Record
from careleaf.reading.effort import find_problem
from careleaf.reading.records import parse_record

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A Markdown file, split in two."""

    front: Record[FrontMatter]
    text: str
    """The Markdown below the front matter."""
    first_line: int
    """The line of the file on which the text starts."""
    faults: tuple[Fault, ...]


def parse_page(content: str, path: str, page_id: str) -> PageFile:
    """Split a page and read its front matter; a page without usable front matter keeps its text."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT_MATTER.match(content)
    top = Location(path)
    if match is None:
        text, unwieldy = _bounded(content, path, 1)
        return PageFile(_stand_in(page_id, top), text, 1, (_missing(top), *unwieldy))
    first_line = content.count("\n", 0, match.end()) + 1
    record, faults = parse_record(match["yaml"], path, page_id, FrontMatter, first_line=2)
    front = record or _stand_in(page_id, top)
    text, unwieldy = _bounded(content[match.end() :], path, first_line)
    return PageFile(front, text, first_line, (*faults, *unwieldy))


def _bounded(text: str, path: str, first_line: int) -> tuple[str, tuple[Fault, ...]]:
    """Return a text the engine can render in bounded time: itself, or nothing and the reason."""
    problem = find_problem(text)
    if problem is None:
        return text, ()
    offset, message, advice = problem
    line_start = text.rfind("\n", 0, offset) + 1
    place = Location(path, first_line + text.count("\n", 0, offset), offset - line_start + 1)
    return "", (Fault(FaultKind.UNWIELDY_PAGE, Finding(place, message, advice)),)


def _stand_in(page_id: str, location: Location) -> Record[FrontMatter]:
    """Return what the other rules go on with, so that one broken page does not hide what is wrong elsewhere."""
    title = page_id.rpartition("/")[2].replace("-", " ").capitalize()
    return Record(page_id, FrontMatter(title=title, description=""), location, {})


def _missing(location: Location) -> Fault:
    return Fault(
        FaultKind.MISSING_FRONT_MATTER,
        Finding(
            location,
            "The page does not start with front matter.",
            "Put `---`, the keys `title` and `description`, and `---` at the very top.",
        ),
    )
