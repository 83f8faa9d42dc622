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
from careleaf.model.suppression import Suppression
from careleaf.reading.effort import find_problem
from careleaf.reading.records import parse_record
from careleaf.reading.suppressions import take_out, yaml_suppressions

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A Markdown file, split in two."""

    front: Record[FrontMatter]
    text: str
    """The Markdown below the front matter; suppressions are blanked out."""
    first_line: int
    """The line of the file on which the text starts."""
    faults: tuple[Fault, ...]
    engine_text: str = ""
    """The same without the lines that suppressions stood on: what is rendered."""
    suppressions: tuple[Suppression, ...] = ()


def parse_page(content: str, path: str, page_id: str) -> PageFile:
    """Split a page and read its front matter; a page without usable front matter keeps its text."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT_MATTER.match(content)
    top = Location(path)
    if match is None:
        return _page(_stand_in(page_id, top), content, 1, (_missing(top),), ())
    first_line = content.count("\n", 0, match.end()) + 1
    record, faults = parse_record(match["yaml"], path, page_id, FrontMatter, first_line=2)
    front = record or _stand_in(page_id, top)
    in_front = yaml_suppressions(match["yaml"], path, first_line=2)
    return _page(front, content[match.end() :], first_line, tuple(faults), in_front)


def _page(
    front: Record[FrontMatter],
    text: str,
    first_line: int,
    faults: tuple[Fault, ...],
    in_front: tuple[Suppression, ...],
) -> PageFile:
    path = front.location.path
    bounded, unwieldy = _bounded(text, path, first_line)
    body = take_out(bounded, path, first_line)
    suppressions = (*in_front, *body.suppressions)
    return PageFile(front, body.text, first_line, (*faults, *unwieldy), body.engine_text, suppressions)


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
