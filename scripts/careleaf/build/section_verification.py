"""The verifier of sections that stand alone: all their words and no other, and everything that keeps them safe.

What a section should say is taken from the lines of its page, by another way than the one that made the embed.
"""

from collections.abc import Iterator, Mapping

from careleaf.build.run import Run
from careleaf.build.section_embeds import section_embeds
from careleaf.build.word_verification import html_faults
from careleaf.channels.embed_section import Part
from careleaf.model.body import HEADINGS
from careleaf.model.canonical import shown_lines
from careleaf.model.page import Page
from careleaf.reading.written_page import WrittenPage

_EMERGENCY = "card emergency"
_HOLDERS = ("card ", "block ", "box", "quotation")
"""How a line begins that opens something in which a heading begins no new section."""


def section_faults(run: Run, documents: Mapping[str, WrittenPage]) -> Iterator[str]:
    """Yield, in sentences, what an embed of one section lacks of its page, or shows beside it."""
    for part, view in section_embeds(run):
        document, page = documents.get(part.address), run.library.pages_by_id[view.page.id]
        yield from html_faults(part.address, document, shown_lines(view.page.body))
        if document is not None and part.is_shown:
            yield from _word_faults(part, page, document)
            yield from _safety_faults(part, page, document, run)


def _word_faults(part: Part, page: Page, document: WrittenPage) -> Iterator[str]:
    given, wanted = document.lines or (), tuple(_section_lines(page, part.section))
    if given[: len(wanted)] != wanted or not wanted:
        yield f"{part.address} shows other words than its section."
    elif not set(given[len(wanted) :]) <= set(shown_lines(page.body)):
        yield f"{part.address} shows words that are not its page's."


def _safety_faults(part: Part, page: Page, document: WrittenPage, run: Run) -> Iterator[str]:
    """Yield what a patient needs who sees nothing but this section."""
    if not document.canonical or not document.canonical[0].endswith(page.url):
        yield f"{part.address} does not name its page."
    has_signs = document.help_links or _has_signs(document.lines or ())
    if not has_signs and any(_has_signs(shown_lines(other.body)) for other in run.library.topics[page.topic]):
        yield f"{part.address} does not say when to call for help."


def _section_lines(page: Page, section: str) -> Iterator[str]:
    """Yield the lines from a heading up to the next of its level or above."""
    lines = shown_lines(page.body)
    headings = [block for block in page.body.blocks if block.is_heading]
    places = [at for at, line in enumerate(lines) if line.split(" ")[0] in HEADINGS]
    starts = [place for block, place in zip(headings, places, strict=False) if block.id == section]
    depth = 0
    for at in range(starts[0], len(lines)) if starts else ():
        if at > starts[0] and not depth and _level(lines[at]) <= _level(lines[starts[0]]):
            return
        depth += lines[at].startswith(_HOLDERS) - lines[at].startswith(tuple(f"end {one}".rstrip() for one in _HOLDERS))
        yield lines[at]


def _level(line: str) -> int:
    """Return a heading's level; anything else stands below all headings."""
    name = line.split(" ")[0]
    return HEADINGS.index(name) if name in HEADINGS else len(HEADINGS)


def _has_signs(lines: tuple[str, ...]) -> bool:
    return any(line.startswith(_EMERGENCY) for line in lines)
