"""The navigation of every page: the top level and the section the reader is in, as plain lists of links.

Material renders the whole site's navigation on each page with a template, which is quadratic and most of its time at
1,000 pages. Here an entry outside the reader's section is made once for all pages of a folder: from there its
relative address is the same.
"""

from html import escape
from typing import Any, TypeAlias

from markupsafe import Markup
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

Item: TypeAlias = Any
"""A page, section or link; MkDocs gives them no common type that names their parts."""


class SiteNavigation:
    """Writes the lists of links for one page after the other."""

    def __init__(self, navigation: Navigation) -> None:
        self._items: list[Item] = list(navigation.items)
        folders = (page.url.rstrip("/").rpartition("/")[0] for page in navigation.pages)
        self._folders = {part for folder in set(folders) for part in _prefixes(folder)}
        self._place: object = None
        self._shared: dict[int, str] = {}
        """Entries as they stand on every page of the present place, by the identity of the item."""

    def html(self, page: Page | None, base_url: str) -> str:
        """Return the lists for a page; for one that is no page, addresses are below `base_url`."""
        place = self._place_of(page, base_url)
        if place != self._place:
            self._place, self._shared = place, {}
        return self._list(self._items, 1, page, base_url)

    def address(self, item: Item) -> str:
        """Return where an entry leads, from the root of the site."""
        return first_address(item) or ""

    def _place_of(self, page: Page | None, base_url: str) -> tuple[str, bool]:
        """Return what decides the relative address of another page: the folder, or the page where it holds others."""
        if page is None:
            return base_url, False
        own = page.url.rstrip("/")
        return (own, True) if own in self._folders else (own.rpartition("/")[0], False)

    def _list(self, items: list[Item], level: int, page: Page | None, base: str) -> str:
        entries = "".join(self._entry(item, level, page, base) for item in items)
        return f'<ul class="site-nav__list site-nav__list--{level}">\n{entries}</ul>'

    def _entry(self, item: Item, level: int, page: Page | None, base: str) -> str:
        if item.active:
            return self._own_entry(item, level, page, base)
        if page is not None and _leads_into(page, item):
            return f"<li>{_link(item, page, base)}</li>\n"  # another address than on the pages beside it
        known = self._shared.get(id(item))
        if known is None:
            known = f"<li>{_link(item, page, base)}</li>\n"
            self._shared[id(item)] = known
        return known

    def _own_entry(self, item: Item, level: int, page: Page | None, base: str) -> str:
        """Return the entry of the page itself, or of a section it is in, with what that holds."""
        index = index_of(item)
        here = ' aria-current="page"' if page is not None and page in (item, index) else ""
        children = [child for child in item.children or () if child is not index]
        below = self._list(children, level + 1, page, base) if children else ""
        return f"<li>{_link(item, page, base, ' site-nav__link--within', here)}{below}</li>\n"


def _prefixes(folder: str) -> list[str]:
    parts = folder.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _link(item: Item, page: Page | None, base: str, classes: str = "", here: str = "") -> str:
    url = first_address(index_of(item) or item)
    address = escape(_relative(url, page, base)) if url is not None else ""
    title = escape(Markup(item.title or "").striptags())  # noqa: S704  # without its tags, and escaped again
    return f'<a href="{address}" class="site-nav__link{classes}"{here}>{title}</a>'


def _leads_into(page: Page, item: Item) -> bool:
    return (first_address(item) or "").partition("#")[0] == page.url


def _relative(url: str, page: Page | None, base: str) -> str:
    path, hash_sign, anchor = url.partition("#")  # MkDocs would take the anchor for a part of the path
    return normalize_url(path, page, base) + hash_sign + anchor


def index_of(item: Item) -> Page | None:
    """Return the page a section begins with, if it has one."""
    return next((child for child in item.children or () if isinstance(child, Page) and child.is_index), None)


def first_address(item: Item) -> str | None:
    """Return where an entry leads: to its own page, or the first page in it."""
    url = getattr(item, "url", None)
    if isinstance(item, Section) and not url:
        return first_address(item.children[0]) if item.children else None
    return str(url or "")
