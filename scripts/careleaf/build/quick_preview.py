"""A preview that keeps up: when the words of pages are all that was saved, those pages alone are made again.

MkDocs's own preview makes every page again at every save. Here its public parts (a page's `read_source` and `render`,
`get_context`, the environment it lent us) are called for the pages that were saved, and for those whose findings
changed with them. Handouts, embeds and data files are made when somebody asks for them.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils import write_file

from careleaf.build.outputs import handout_at, write_handout_free_outputs
from careleaf.build.run import Run
from careleaf.build.theme_page import show_notices
from careleaf.model.report import Report

_LOOK_EVERY = 0.25
"""Seconds between two looks at the files: MkDocs's half second would be half of what an author waits."""
_HANDOUTS = "handouts"
_MADE_ON_DEMAND = (_HANDOUTS, "embed", "api")
Signatures = Mapping[Path, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Engine:
    """MkDocs as it stood when it had built the whole site."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class QuickPreview:
    """Builds again what a save changed; anything but the words of known pages is left to a full build."""

    def __init__(self, run: Run, build_all: Callable[[], None], engine: Callable[[], Engine | None]) -> None:
        self.run = run
        self._build_all = build_all
        self._engine = engine
        self._seen = self._signatures()
        self._working = Lock()
        self._has_others = False
        """Whether embeds and data files are those of the site as it is now."""

    def attach(self, server: LiveReloadServer) -> None:
        """Take over a server's builds, and its requests for what is made on demand."""
        server.builder = self.build
        server.set_app(self._app(server))
        always = [str(self.run.docs), str(self.run.settings)]
        for path in always:
            server.unwatch(path)
        server.observer = type(server.observer)(timeout=_LOOK_EVERY)
        for path in always:
            server.watch(path)

    def build(self) -> None:
        """Build what changed since the last time."""
        with self._working:
            before, self._seen = self._seen, self._signatures()
            changed = self._changed_pages(before)
            self._forget_made()
            if changed is None or not self._build_pages(changed):
                self._build_all()

    def _changed_pages(self, before: Signatures) -> list[str] | None:
        """Return the pages that were saved; None where anything else changed, came or went."""
        if before.keys() != self._seen.keys():
            return None
        by_file = {Path(file.abs_src_path): uri for uri, file in self.run.files.items() if file.abs_src_path}
        changed = [path for path, signature in self._seen.items() if before[path] != signature]
        pages = [by_file[path] for path in changed if path in by_file]
        return pages if len(pages) == len(changed) else None

    def _build_pages(self, changed: list[str]) -> bool:
        """Make saved pages again; return whether that was all there was to do."""
        engine = self._engine()
        if engine is None or not self.run.is_judged or not self.run.read_again(changed):
            return False
        pages = {uri: file.page for uri, file in self.run.files.items() if file.page is not None}
        for uri in changed:
            _render(pages[uri], engine)
        before = self.run.report
        report = self.run.judge()
        show_notices(self.run)
        for uri in dict.fromkeys([*changed, *self._touched(before, report)]):
            _write(pages[uri], engine)
        return True

    def _touched(self, before: Report, after: Report) -> Iterator[str]:
        """Yield the pages whose findings changed, and the home page, which lists those of all files."""
        changed = {f.finding.location.path for f in {*before.findings} ^ {*after.findings}}
        if changed:
            for uri, page_file in self.run.page_files.items():
                if page_file.front.location.path in changed or self.run.files[uri].url in {"./", "."}:
                    yield uri

    def _signatures(self) -> Signatures:
        folders = [self.run.docs, *self.run.watched]
        files = (file for folder in folders for file in _files(folder))
        return {file: (status.st_mtime_ns, status.st_size) for file in files if (status := _status(file))}

    def _forget_made(self) -> None:
        self._has_others = False
        for folder in _MADE_ON_DEMAND:
            shutil.rmtree(self.run.site_dir / folder, ignore_errors=True)

    def _app(self, server: LiveReloadServer) -> Callable[[Mapping[str, Any], Any], Iterable[bytes]]:
        def app(environ: Mapping[str, Any], start_response: Any) -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", "")).removeprefix(server.mount_path).lstrip("/")
            if path.partition("/")[0] in _MADE_ON_DEMAND:
                with self._working:
                    self._make(path)
            return server.serve_request(environ, start_response)

        return app

    def _make(self, path: str) -> None:
        """Make what somebody asks for, if it is known and not there yet."""
        if not path.startswith(f"{_HANDOUTS}/"):
            if not self._has_others:
                write_handout_free_outputs(self.run, self.run.site_dir)
                self._has_others = True
            return
        place = self.run.site_dir / path
        pdf = None if place.is_file() else handout_at(path, self.run)
        if pdf is not None:
            write_file(pdf, str(place))


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*")) if folder.is_dir() else iter([folder])


def _status(file: Path) -> Any:
    try:
        return file.lstat()
    except OSError:
        return None


def _render(page: EnginePage, engine: Engine) -> None:
    """Convert one page as MkDocs does, with all its plugins."""
    config, files, plugins = engine.config, engine.files, engine.config.plugins
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def _write(page: EnginePage, engine: Engine) -> None:
    """Put one page through the theme as MkDocs does."""
    config, plugins = engine.config, engine.config.plugins
    page.active = True
    try:
        context = get_context(engine.nav, engine.files, config, page)
        template = engine.env.get_template(page.meta.get("template", "main.html"))
        context = plugins.on_page_context(context, page=page, config=config, nav=engine.nav)
        output = plugins.on_post_page(template.render(context), page=page, config=config)
        write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
    finally:
        page.active = False
