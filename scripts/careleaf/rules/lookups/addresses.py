"""Where the links of a page lead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from careleaf.model.library import Library
from careleaf.model.page import Page

_SITE = "https://site.invalid/"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A place on this site."""

    path: str
    """The address relative to the site, without `index.html`."""
    anchor: str
    leaves_root: bool = False
    """Whether the link starts with a slash, which breaks where the site lies in a folder."""


class Addresses:
    """Every address of a site."""

    def __init__(self, library: Library) -> None:
        self._files = library.files
        self._pages = {without_index(page.url): page for page in library.pages}

    def page_at(self, target: Target) -> Page | None:
        """Return the page a link leads to."""
        return self._pages.get(target.path) or self._pages.get(f"{target.path}/")

    def exists(self, target: Target) -> bool:
        """Tell whether anything is published at an address."""
        return self.page_at(target) is not None or target.path in self._files


def resolve(href: str, page: Page) -> Target | None:
    """Return where a link leads, or None when it leaves the site."""
    if _SCHEME.match(href):
        return None
    parts = urlsplit(urljoin(_SITE + page.url, href))
    return Target(without_index(unquote(parts.path).lstrip("/")), unquote(parts.fragment), href.startswith("/"))


def without_index(url: str) -> str:
    """Return an address without the file name that servers add by themselves."""
    return url.removesuffix("index.html") if url == "index.html" or url.endswith("/index.html") else url


def linked_pages(page: Page, addresses: Addresses) -> Iterator[Page]:
    """Yield the pages a page's text links to."""
    for link in page.body.outline.links:
        target = resolve(link.href, page)
        found = addresses.page_at(target) if target else None
        if found is not None:
            yield found
