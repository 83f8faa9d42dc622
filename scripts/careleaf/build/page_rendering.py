"""One page from Markdown to HTML and to a body, as a task: bytes to bytes, on any processor.

MkDocs renders it, through the public `Page.render`, as it would in its own turn. It is given the few addresses the page
is known to name, and says which others it looked for; whoever asked makes sure that there are none such.
"""

import json
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from careleaf.build.workshop import Task
from careleaf.reading.body import read_body
from careleaf.reading.folded_body import Folded, folded
from careleaf.reading.visible_source import VisibleSource


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file of the site is published."""

    src_uri: str
    url: str
    is_excluded: bool


@dataclass(frozen=True, slots=True)
class PageSource:
    """All that decides how one page is rendered."""

    settings: str
    """What `engine_settings` says of the site."""
    own: Address
    path: str
    """The file, relative to the site's root folder."""
    first_line: int
    text: str
    engine_text: str
    """The same as MkDocs gets it."""
    addresses: tuple[Address, ...]
    """The files that the text seems to name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table of contents."""

    title: str
    anchor: str
    level: int
    below: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """What came of it."""

    toc: tuple[Entry, ...]
    anchors: tuple[str, ...]
    missing: tuple[str, ...]
    """Files it looked for in vain."""
    body: Folded


def engine_settings(config: MkDocsConfig) -> str | None:
    """Return all settings that MkDocs renders a page by, or None where they cannot be put in words."""
    links = config.validation.links
    settings = {
        "use_directory_urls": config.use_directory_urls,
        "absolute_links": "relative_to_docs" if links.absolute_links == -1 else "ignore",
        "extensions": [str(name) for name in config.markdown_extensions],
        "configs": config.mdx_configs,
    }
    try:
        text = json.dumps(settings)
    except (TypeError, ValueError):
        return None
    return text if json.loads(text) == settings else None


def encoded(source: PageSource) -> bytes:
    """Return the input of the task."""
    return msgspec.msgpack.encode(source)


def decoded(content: bytes) -> RenderedPage:
    """Return the task's result. Raises msgspec.MsgspecError for anything else."""
    return _RENDERED.decode(content)


def _render(content: bytes) -> bytes:
    source = _SOURCE.decode(content)
    config = _engine(source.settings)
    files = _NamedFiles(config, source)
    page = Page(None, files.own, config)
    page.markdown = source.engine_text
    page.render(config, files)
    html = page.content or ""
    body = read_body(html, VisibleSource(source.text, source.path, source.first_line), {})
    toc, anchors = tuple(map(entry, page.toc)), tuple(sorted(page.present_anchor_ids or ()))
    return msgspec.msgpack.encode(RenderedPage(toc, anchors, tuple(sorted(files.missing)), folded(body)))


class _NamedFiles(Files):
    """The files that a page was said to name; those it looks for besides are noted."""

    def __init__(self, config: MkDocsConfig, source: PageSource) -> None:
        self.own = _file(source.own, config)
        super().__init__([*(_file(address, config) for address in source.addresses), self.own])
        self.missing: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file, as MkDocs asks for it."""
        file = super().get_file_from_path(path)
        if file is None:
            self.missing.add(path)
        return file


def _file(address: Address, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.EXCLUDED if address.is_excluded else InclusionLevel.INCLUDED
    file = File(address.src_uri, None, "", config.use_directory_urls, inclusion=inclusion)
    file.url = address.url
    return file


@lru_cache(maxsize=1)
def _engine(settings: str) -> MkDocsConfig:
    """Return MkDocs as far as a page sees it; what it would grumble about is found by our own rules."""
    known = json.loads(settings)
    links = {"not_found": "ignore", "unrecognized_links": "ignore", "absolute_links": known["absolute_links"]}
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "-",
            "docs_dir": ".",
            "plugins": [],
            "use_directory_urls": known["use_directory_urls"],
            "validation": {"links": links},
        }
    )
    config.validate()
    config.markdown_extensions, config.mdx_configs = known["extensions"], known["configs"]
    return config


def entry(link: AnchorLink) -> Entry:
    """Return an entry of MkDocs's table of contents."""
    return Entry(link.title, link.id, link.level, tuple(map(entry, link.children)))


def anchor_link(known: Entry) -> AnchorLink:
    """Return an entry as MkDocs has it."""
    link = AnchorLink(known.title, known.anchor, known.level)
    link.children = [anchor_link(below) for below in known.below]
    return link


_SOURCE = msgspec.msgpack.Decoder(PageSource)
_RENDERED = msgspec.msgpack.Decoder(RenderedPage)
RENDER_PAGE = Task("render-page", _render)
