"""A page's entries in the search index, read from its HTML once.

Material's search plugin parses every page's HTML at every build, and has no place to bring entries in that are known.
Its setting for a page, `search: {exclude: true}`, keeps it from parsing. The entries which its own code made from the
same page lie in a drawer until it has written its file, and are put into that: the index of a large library would not
fit in memory twice. A test tells when the plugin no longer is as it was.
"""

import json
from os import SEEK_END
from pathlib import Path
from typing import Any

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from careleaf.build.drawer import Drawer, Place
from careleaf.build.workshop import Task, Workshop

_NAMES = ("search", "material/search")
_SEARCH = "search"
_INDEX = Path("search", "search_index.json")
_END = b"]}"
_NO_ENTRIES = b"[]}"
_COMPACT = (",", ":")
"""The separators of the plugin's own file."""


class SearchEntries:
    """Brings entries into the search index of one build; does nothing where the plugin is another."""

    def __init__(self, config: MkDocsConfig, workshop: Workshop, drawer: Drawer) -> None:
        self._workshop = workshop
        self._drawer = drawer
        plugin = next((config.plugins[name] for name in _NAMES if name in config.plugins), None)
        self._is_ours = _is_materials(plugin)
        self._entries: list[Place | bytes] = []
        """What was found in each page, as the inside of a list in JSON."""

    def before(self, page: Page) -> None:
        """Keep the plugin from reading a page."""
        if self._is_ours:
            page.meta[_SEARCH] = {**_wished(page), "exclude": True, "wished": page.meta.get(_SEARCH)}

    def after(self, page: Page) -> None:
        """Add a page's entries, and give it back its own setting."""
        if not self._is_ours:
            return
        wished = page.meta.pop(_SEARCH)["wished"]
        if wished is not None:
            page.meta[_SEARCH] = wished
        if not _wished(page).get("exclude"):
            self._entries.append(self._drawer.put(self._workshop.here(_READ, _source(page))))

    def finish(self, site_dir: Path) -> None:
        """Put the entries of all pages into the index that the plugin wrote."""
        found = (self._drawer.take(place) for place in self._entries)
        entries = (some for some in found if some)
        if first := next(entries, b""):
            with (site_dir / _INDEX).open("r+b") as index:
                index.seek(-len(_NO_ENTRIES), SEEK_END)
                has_others = index.read() != _NO_ENTRIES
                index.seek(-len(_END), SEEK_END)
                index.write(b"," * has_others + first)
                index.writelines(b"," + some for some in entries)
                index.write(_END)


def _is_materials(plugin: Any) -> bool:
    """Tell whether this is the plugin we know, as it reads Chinese without a dictionary of the site's own."""
    if plugin is None or not type(plugin).__module__.startswith("material.plugins.search."):
        return False
    settings = plugin.config
    return bool(settings.enabled) and not settings.jieba_dict and not settings.jieba_dict_user


def _wished(page: Page) -> dict[str, Any]:
    wished = page.meta.get(_SEARCH)
    return wished if isinstance(wished, dict) else {}


def _source(page: Page) -> bytes:
    known = {name: page.meta[name] for name in ("title", "tags", _SEARCH) if name in page.meta}
    title = str(page.title)
    return msgspec.msgpack.encode(
        [page.content or "", [_entry(link) for link in page.toc], page.url, title, known], enc_hook=str
    )


def _entry(link: AnchorLink) -> tuple[str, str, int, list[Any]]:
    return link.title, link.id, link.level, [_entry(below) for below in link.children]


class _Read:
    """A page as the plugin's index looks at it."""

    def __init__(self, content: bytes) -> None:
        self.content, toc, self.url, self.title, self.meta = msgspec.msgpack.decode(content)
        self.toc = [_link(entry) for entry in toc]


def _link(entry: Any) -> AnchorLink:
    title, anchor, level, below = entry
    link = AnchorLink(title, anchor, level)
    link.children = [_link(one) for one in below]
    return link


def _read(content: bytes) -> bytes:
    from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]  # ships no types

    index = SearchIndex()
    index.add_entry_from_context(_Read(content))
    return json.dumps(index.entries, separators=_COMPACT).encode()[1:-1]


_READ = Task("search-entries", _read)
