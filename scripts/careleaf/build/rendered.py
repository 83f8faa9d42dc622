"""Bodies rendered on all processors, or before: Markdown turns the same text into the same HTML.

MkDocs has no place to bring a rendered page in. Its events do: a page whose body is known is given no text to convert
(`page_markdown`), and gets its body afterwards (`page_content`). Only where no other plugin, hook or unknown Markdown
extension could have a say.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from careleaf.build.drawer import DrawnBody
from careleaf.build.inputs import is_known
from careleaf.build.named_files import named_files
from careleaf.build.page_rendering import (
    RENDER_PAGE,
    Address,
    PageSource,
    RenderedPage,
    anchor_link,
    decoded,
    encoded,
    engine_settings,
)
from careleaf.build.run import Run
from careleaf.reading.body import read_body
from careleaf.reading.folded_body import folded
from careleaf.reading.page_file import PageFile
from careleaf.reading.visible_source import VisibleSource


class RenderedBodies:
    """The bodies of one run; without settings MkDocs renders them itself."""

    def __init__(self, run: Run, config: MkDocsConfig, files: Files, settings: str | None) -> None:
        self._config, self._extensions = config, config.markdown_extensions
        self._workshop = workshop = run.workshop
        self._files = files
        self._page_files = run.page_files
        self._drawer = run.drawer
        self._settings = settings
        self._known: dict[str, RenderedPage] = {}
        goes_ahead = settings is not None and workshop.is_parallel
        self._expected = {file.src_uri for file in files.documentation_pages()} if goes_ahead else set()
        """Pages that workers render, and that MkDocs has not asked for yet."""
        self._ahead = self._begun()

    def to_render(self, page: Page, text: str) -> str:
        """Return the text MkDocs has to convert: nothing where the body is known."""
        uri = page.file.src_uri
        if self._settings is None or text != _engine_text(self._page_files[uri]) or "title" not in page.meta:
            return text
        self._known[uri] = self._rendered(uri)
        self._config.markdown_extensions = []  # MkDocs would make them all to turn nothing into nothing
        return ""

    def finished(self, page: Page, html: str) -> DrawnBody:
        """Return a page's body, and complete the page when it was known."""
        self._config.markdown_extensions = self._extensions
        uri = page.file.src_uri
        known = self._known.pop(uri, None)
        if known is None:
            page_file = self._page_files[uri]
            source = VisibleSource(page_file.text, page_file.front.location.path, page_file.first_line)
            return DrawnBody(folded(read_body(html, source, {})), self._drawer)
        page.toc = TableOfContents([anchor_link(entry) for entry in known.toc])
        page.present_anchor_ids = set(known.anchors)
        return DrawnBody(known.body, self._drawer)

    def _begun(self) -> Iterator[tuple[str, bytes]]:
        """Yield pages in the order in which MkDocs asks for them, made some way ahead of it."""
        uris: deque[str] = deque()
        pages = [file.src_uri for file in self._files.documentation_pages()]

        def noted() -> Iterator[bytes]:
            for uri in pages:
                uris.append(uri)
                yield self._source(uri, {})

        for content in self._workshop.each(RENDER_PAGE, noted(), len(pages)):
            yield uris.popleft(), content

    def _rendered(self, uri: str) -> RenderedPage:
        made = self._made_ahead(uri) or self._workshop.one(RENDER_PAGE, self._source(uri, {}))
        page = decoded(made)
        while overlooked := self._existing(page.missing):
            page = decoded(self._workshop.one(RENDER_PAGE, self._source(uri, overlooked)))
        return page

    def _made_ahead(self, uri: str) -> bytes | None:
        if uri in self._expected:
            for known, content in self._ahead:
                self._expected.discard(known)
                if known == uri:
                    return content
        return None

    def _existing(self, paths: Iterable[str]) -> dict[str, File]:
        looked_up = ((path, self._files.get_file_from_path(path)) for path in paths)
        return {path: file for path, file in looked_up if file is not None}

    def _source(self, uri: str, overlooked: Mapping[str, File]) -> bytes:
        file, page_file = self._files.src_uris[uri], self._page_files[uri]
        named = {**named_files(page_file.engine_text, uri, self._files), **overlooked}
        source = PageSource(
            settings=self._settings or "",
            own=_address(file),
            path=page_file.front.location.path,
            first_line=page_file.first_line,
            text=page_file.text,
            engine_text=_engine_text(page_file),
            addresses=tuple(dict.fromkeys(map(_address, named.values()))),
        )
        return encoded(source)


def rendered_bodies(run: Run, config: MkDocsConfig, files: Files) -> RenderedBodies:
    """Return what is known of a site's bodies, or will be by the time MkDocs asks."""
    settings = engine_settings(config) if is_known(config) and run.workshop.store.folder is not None else None
    return RenderedBodies(run, config, files, settings)


def _engine_text(page_file: PageFile) -> str:
    """Return a page's text as MkDocs hands it on: without the empty lines at its beginning."""
    return page_file.engine_text.lstrip("\n")


def _address(file: File) -> Address:
    return Address(file.src_uri, file.url, file.inclusion.value <= InclusionLevel.DRAFT.value)
