"""The way to a page: what breadcrumb and structured data both show, so that neither can differ."""

from careleaf.model.library import Library
from careleaf.model.page import Page


def pages_above(page: Page, library: Library) -> list[Page]:
    """Return the pages from the home page down to this one, without it."""
    folders = page.id.split("/")[:-1]
    ids = ["index", *("/".join((*folders[: depth + 1], "index")) for depth in range(len(folders)))]
    return [library.pages_by_id[i] for i in ids if i in library.pages_by_id and i != page.id]
