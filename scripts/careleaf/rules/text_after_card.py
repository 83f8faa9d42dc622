"""Text that follows a care card without a heading of its own.

A card is a box on its own; words right below it seem to belong to it, and people who move from heading to heading
take them for its end (NHS service manual, care cards: text after a card needs its own heading).

Can be wrong when: never; a heading says what the text is about.

Put a heading between the card and the text, or move the text into the card or above it.

Bad:  `Most cramps are harmless.` right below a card
Good: `## When cramps are harmless`, and then the text
"""

from collections.abc import Iterator
from itertools import pairwise

from careleaf.model.body import Element
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_TEXT = frozenset({"p", "ul", "ol", "dl", "table", "blockquote"})


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each text that runs on from a card."""
    for page in library.pages:
        yield from _page_findings(page)


def _page_findings(page: Page) -> Iterator[Finding]:
    parts = [child for child in page.body.tree.children if isinstance(child, Element)]
    running_on = {id(after) for card, after in pairwise(parts) if "care-card" in card.classes and after.tag in _TEXT}
    for placed in page.body.elements:
        if id(placed.element) in running_on:
            message = "This text follows a care card without a heading of its own."
            yield Finding(placed.location, message, "Put a heading above it, or move it into the card.")


RULE = Rule("CLM304", "text-after-card", Severity.WARNING, "Text runs on from a care card.", check=check)
