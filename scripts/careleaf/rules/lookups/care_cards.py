"""The care cards of a page, for the rules about them."""

from collections.abc import Iterator

from careleaf.model.body import Placed
from careleaf.model.page import Page


def care_cards(page: Page) -> Iterator[Placed]:
    """Yield the cards of a page, in document order."""
    return (placed for placed in page.body.placed("section") if "care-card" in placed.element.classes)
