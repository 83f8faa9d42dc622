"""Pages of the website that were put through the theme before, from exactly the same parts.

MkDocs puts every page through its template at every build. The key of a finished page is everything its template is
given: the page's own HTML, contents, settings and navigation, what we lend it, and what all pages share. A site's own
template that looks into other pages could show more than that; then nothing is kept.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template, TemplateError, nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.inputs import environment, is_known
from careleaf.build.navigation import SiteNavigation
from careleaf.build.store import Store

KEPT = "kept_page"
"""The name in a template's context under which a finished page stands."""
_OF_THE_PAGE_ALONE = frozenset({"content", "markdown", "toc", "meta", "file"})
"""What a template may ask of the page it shows, and of no other: it is in the key of that page alone."""
_ALL_PAGES = frozenset({"pages", "files"})


class KeptPages:
    """The finished pages of one build."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, navigation: SiteNavigation, store: Store, today: date):
        self._store = store
        self._navigation = navigation
        self._shared = _shared(config, nav, today) if store.folder is not None and is_known(config) else None
        self._key: str | None = None
        """What the page being made is known by, where that can be known."""
        self._known: str | None = None
        """That page, where it was finished before."""

    def look_up(self, page: Page, base_url: str, lent: dict[str, Any]) -> str | None:
        """Return a page as it was finished before from the same parts; None when it has to be made."""
        self._key = self._key_of(page, base_url, lent) if self._shared else None
        kept = self._store.get(self._key) if self._key else None
        self._known = kept.decode() if kept is not None else None
        if self._key:
            self._store.touch(self._key)
        return self._known

    def finished(self, output: str, finish: Callable[[str], str]) -> str:
        """Return the page that was looked up last, finished; what was not known is kept."""
        if self._known is not None:
            return self._known
        output = finish(output)
        if self._key:
            self._store.put(self._key, output.encode("utf-8", "xmlcharrefreplace"))
        return output

    def _key_of(self, page: Page, base_url: str, lent: dict[str, Any]) -> str:
        neighbours = [(str(one.title), one.url) if one else None for one in (page.previous_page, page.next_page)]
        parts = (
            page.file.src_uri,
            page.url,
            str(page.title),
            page.content,
            page.meta,
            [_entry(link) for link in page.toc],
            (page.canonical_url, page.edit_url, neighbours),
            self._navigation.html(page, base_url),
            lent,
        )
        text = json.dumps(parts, default=repr)
        return sha256(f"finished page\0{self._shared}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()


class TemplateOnce(Template):
    """A template that hands on a page which is finished; Jinja lets an environment name its class of templates."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the finished page in the context, else what the template makes of it."""
        kept = args[0].get(KEPT) if args and isinstance(args[0], dict) else None
        return kept if isinstance(kept, str) else super().render(*args, **kwargs)


def _entry(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_entry(below) for below in link.children]]


def _shared(config: MkDocsConfig, nav: Navigation, today: date) -> str | None:
    """Return a hash over what every page's template sees; None when one of the site's own looks into other pages."""
    own = list(_own_files(config))
    if any(_looks_elsewhere(content) for _, content in own):
        return None
    settings = Path(config.config_file_path).read_text(encoding="utf-8", errors="replace")
    pages = [(str(page.title), page.url) for page in nav.pages]
    parts = (tool_fingerprint(), today.isoformat(), settings, list(environment(settings)), pages, config.extra_css)
    digest = sha256(json.dumps(parts, default=repr).encode("utf-8", "surrogatepass"))
    for name, content in own:
        digest.update(f"\0{name}\0{len(content)}\0".encode("utf-8", "surrogatepass") + content)
    return digest.hexdigest()


def shows_other_pages(config: MkDocsConfig) -> bool:
    """Tell whether a template of the site's own looks into pages beside the one it shows."""
    return any(_looks_elsewhere(content) for _, content in _own_files(config))


def _own_files(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    folder = config.theme.custom_dir
    if folder:
        for file in sorted(file for file in Path(folder).rglob("*") if file.is_file()):
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _looks_elsewhere(content: bytes) -> bool:
    """Tell whether a template asks for what other pages hold; what is no template is included by none."""
    try:
        tree = Environment(autoescape=True).parse(content.decode("utf-8"))
    except (TemplateError, UnicodeDecodeError):
        return False
    own = {id(node) for kind in (nodes.Getattr, nodes.Getitem) for node in tree.find_all(kind) if _is_of_page(node)}
    named = (node.attr for node in tree.find_all(nodes.Getattr) if id(node) not in own)
    items = (node.arg for node in tree.find_all(nodes.Getitem) if id(node) not in own)
    in_filters = (arg for call in tree.find_all((nodes.Filter, nodes.Call)) for arg in _arguments(call))
    texts = {one.value for one in (*items, *in_filters) if isinstance(one, nodes.Const)}
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    return bool({*named, *(t for t in texts if isinstance(t, str))} & _OF_THE_PAGE_ALONE or names & _ALL_PAGES)


def _is_of_page(node: Any) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == "page"


def _arguments(call: Any) -> Iterator[nodes.Node]:
    yield from call.args or ()
    yield from (keyword.value for keyword in call.kwargs or ())
