"""A page's entries in the search index, read from its HTML once.

Material's search plugin parses every page's HTML at every build, and has no place to bring entries in that are known.
Its setting for a page, `search: {exclude: true}`, keeps it from parsing; its index is a plain list that we extend
with the entries which its own code made from the same page. A test tells when the plugin no longer is as it was.
"""

import json
from typing import Any

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from careleaf.build.workshop import Task, Workshop

_NAMES = ("search", "material/search")
_SEARCH = "search"


class SearchEntries:
    """Brings entries into the search index of one build; does nothing where the plugin is another."""

    def __init__(self, config: MkDocsConfig, workshop: Workshop) -> None:
        self._workshop = workshop
        plugin = next((config.plugins[name] for name in _NAMES if name in config.plugins), None)
        self._index: Any = getattr(plugin, "search_index", None) if _is_materials(plugin) else None

    def before(self, page: Page) -> None:
        """Keep the plugin from reading a page."""
        if self._index is not None:
            page.meta[_SEARCH] = {**_wished(page), "exclude": True, "wished": page.meta.get(_SEARCH)}

    def after(self, page: Page) -> None:
        """Add a page's entries, and give it back its own setting."""
        if self._index is None:
            return
        wished = page.meta.pop(_SEARCH)["wished"]
        if wished is not None:
            page.meta[_SEARCH] = wished
        if not _wished(page).get("exclude"):
            source = _source(page)
            self._index.entries.extend(json.loads(self._workshop.here(_READ, source)))


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
    return json.dumps(index.entries).encode()


_READ = Task("search-entries", _read)
