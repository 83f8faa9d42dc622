"""Headings with nothing below them, and care cards with no sign in them.

A worried reader who jumps to "When to get help" and finds nothing there has been promised something. Mostly it is a
draft that somebody forgot to finish.

Can be wrong when: never; a heading that only groups others has those below it and is not reported.

Write the section, or remove its heading.

Bad:  `## What you can do` followed by `## When to get help`
Good: `## What you can do` followed by words
"""

from collections.abc import Iterator
from itertools import pairwise

from careleaf.model.body import HEADINGS, Element
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_DEEPEST = 9
_END = Element("h1", {}, ())


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each heading that leads to nothing."""
    for page in library.pages:
        empty = set(_empty_headings(page))
        for placed in page.body.placed(*HEADINGS):
            if id(placed.element) in empty:
                message = f"There is nothing below the heading `{placed.text.rstrip('¶ ')}`."
                yield Finding(placed.location, message, "Write the section, or remove its heading.")


def _empty_headings(page: Page) -> Iterator[int]:
    parts = _parts(page.body.tree)
    for element, following in pairwise([*parts, _END]):
        if "care-card" in element.classes and len(_parts(element)) == 1:
            yield id(_parts(element)[0])
        elif element.tag in HEADINGS and _level(following) <= _level(element):
            yield id(element)


def _parts(element: Element) -> list[Element]:
    """Return what stands in an element, the region of a card left out: careleaf writes it."""
    held = (child for child in element.children if isinstance(child, Element))
    return [child for child in held if "care-card__region" not in child.classes]


def _level(element: Element) -> int:
    return int(element.tag[1]) if element.tag in HEADINGS else _DEEPEST


RULE = Rule("FMT025", "empty-section", Severity.ERROR, "A heading has nothing below it.", check=check)
