"""Where a link of a page leads when the page is a sheet of paper or a saved file.

A relative address is dead in a saved file, and Typst accepts ``javascript:``; so every address is
resolved here: to a place in the handout, to a full address of an allowed kind, or to nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urldefrag, urljoin, urlsplit

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_NOWHERE = "https://site.invalid/"
"""Stands in for the address of a site that has none (RFC 6761: never resolves)."""

Target: TypeAlias = dict[str, object]
"""``{"to": anchor}`` inside the handout, or ``{"url": address}``."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page that is part of the handout."""

    page_id: str
    anchors: frozenset[str]
    """The ids that are printed."""


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page."""

    page_url: str
    """Address of the page relative to the site."""
    site_url: str
    """Empty when the site has no address."""
    chapters: Mapping[str, Chapter]
    """The pages of this handout, by address relative to the site."""

    def target(self, href: str) -> Target | None:
        """Return where an address leads, or None when it is printed as plain text."""
        base = self.site_url or _NOWHERE
        address = _resolved(base + self.page_url, href)
        if address.startswith(base):
            path, fragment = urldefrag(address.removeprefix(base))
            if path in self.chapters:
                return self._inside(path, fragment)
            if not self.site_url:
                return None
        return {"url": address} if urlsplit(address).scheme in ALLOWED_SCHEMES else None

    def _inside(self, path: str, fragment: str) -> Target | None:
        chapter = self.chapters[path]
        if fragment in chapter.anchors:
            return {"to": f"{chapter.page_id}#{fragment}"}
        return None if path == self.page_url and fragment else {"to": chapter.page_id}


def _resolved(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # such as an unclosed bracket in the host
        return ""
