"""A numbered list whose printed numbers are not those its author wrote.

Markdown counts by itself: ``1.``, ``3.`` becomes 1, 2. "Go back to step 3" then sends a reader to another step.

Can be wrong when: all items were numbered ``1.`` on purpose, to let Markdown count. Number them as they will be read.

Number the items without gaps; begin a second list after a paragraph or heading.

Bad:  `1. Rest`, `3. Call`
Good: `1. Rest`, `2. Call`
"""

import re
from collections.abc import Iterator

from careleaf.model.body import Element, Placed
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_NUMBER = re.compile(r"[ \t>]*(?P<number>\d{1,9})[.)][ \t]")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each item that is shown with another number than it was written with."""
    for page in library.pages:
        source_lines = page.text.split("\n")
        places = {id(placed.element): placed for placed in page.body.placed("li")}
        for item, shown in _numbered_items(page.body.tree):
            placed = places.get(id(item))
            if placed is not None:
                yield from _finding(page, placed, shown, source_lines)


def _finding(page: Page, item: Placed, shown: int, source_lines: list[str]) -> Iterator[Finding]:
    index = item.location.line - page.first_line
    written = _NUMBER.match(source_lines[index]) if 0 <= index < len(source_lines) else None
    if written is not None and int(written["number"]) != shown:
        message = f"This item is written with the number {int(written['number'])} and shown with {shown}."
        yield Finding(item.location, message, f"Write {shown}, or begin another list after a paragraph.")


def _numbered_items(tree: Element) -> Iterator[tuple[Element, int]]:
    """Yield each item of a numbered list with the number a reader sees."""
    for element in tree.walk():
        if element.tag == "ol":
            start = element.attributes.get("start", "1")
            number = int(start) if start.isascii() and start.isdigit() else 1
            for child in element.children:
                if isinstance(child, Element) and child.tag == "li":
                    yield child, number
                    number += 1


RULE = Rule(
    "FMT014",
    "renumbered-list",
    Severity.ERROR,
    "A list shows other numbers than were written.",
    check=check,
    binding=True,
)
