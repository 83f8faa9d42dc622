"""The way to a page: what breadcrumb and structured data both show, so that neither can differ."""

from careleaf.model.library import Library
from careleaf.model.page import Page


def pages_above(page: Page, library: Library) -> list[Page]:
    """Return the pages from the home page down to this one, without it."""
    above = (p for p in library.pages if p.url == "" or (p.is_topic_index and page.url.startswith(p.url)))
    return sorted((p for p in above if p.id != page.id), key=lambda p: len(p.url))
