"""careleaf inside MkDocs. It decides nothing; `careleaf.build.run` does.

`mkdocs build` and `mkdocs serve` work by themselves with it: the first refuses a site with errors, the second
shows findings on the pages they belong to.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NoReturn

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from careleaf.build.areas import group_by_area
from careleaf.build.day import today
from careleaf.build.kept_pages import KEPT, KeptPages, TemplateOnce
from careleaf.build.lent_pages import LentPages, lent_pages
from careleaf.build.navigation import SiteNavigation
from careleaf.build.outputs import begin_handouts, write_outputs
from careleaf.build.quick_preview import Engine, QuickPreview
from careleaf.build.rendered import RenderedBodies, rendered_bodies
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.search_entries import SearchEntries
from careleaf.build.settings import root_folder
from careleaf.build.stand_ins import add_missing_withdrawn
from careleaf.build.theme_page import add_assets, page_context, prepare_theme, show_notices
from careleaf.build.workers import lone_workshop
from careleaf.channels.content_security import with_security_policy
from careleaf.channels.theme_mends import with_mended_frame
from careleaf.mkdocs_plugin.page_source import engine_source, generated_anchors
from careleaf.model.report import Report
from careleaf.reading.source_lines import SourceLines
from careleaf.reporters.text import render_text


class CareleafPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no options
    """Feeds a run, and lends MkDocs what the run says."""

    def __init__(self) -> None:
        self.run: Run | None = None
        self.refuses_itself = False
        self.nav: Navigation | None = None
        self.engine: Engine | None = None
        self.bodies: RenderedBodies | None = None
        self.lent: LentPages | None = None
        self.kept: KeptPages | None = None
        self.search: SearchEntries | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Start a run of our own when no flow has given us one: plain `mkdocs build` or `mkdocs serve`."""
        if dirty:
            raise PluginError("careleaf: --dirty would leave pages out of the search; build without it.")
        if self.run is None:
            self.run = Run(Mode.PREVIEW if command == "serve" else Mode.BUILD, today())
            self.refuses_itself = True

    @property
    def current(self) -> Run:
        """The run in progress."""
        if self.run is None:
            raise PluginError("careleaf: MkDocs did not announce its start; run `mkdocs build` or `careleaf build`.")
        return self.run

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin: registers, words, templates."""
        if self.current.mode is Mode.PREVIEW:
            config.strict = False  # findings are shown on the pages instead
            self.current.workshop = lone_workshop(root_folder(config))
        prepare_theme(config)
        self.current.begin(config)
        if (report := self.current.refusal()) is not None:
            self._refuse(report)
        config.mdx_configs["careleaf"] = {"words": dict(self.current.wording.texts)}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read all pages ourselves, before MkDocs reads any."""
        add_missing_withdrawn(files, self.current.registers.published.value, config)
        self.current.take_files(files)
        add_assets(files, config)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Take note of the order of pages; all files are known now."""
        run = self.current
        self.bodies, self.lent = rendered_bodies(run, config, files), lent_pages(run, config)
        self.nav = nav
        run.order = [page.file.src_uri for page in nav.pages]
        return nav

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str:
        """Give MkDocs the text we read, with front matter it cannot misread."""
        return engine_source(self.current.page_files[page.file.src_uri])

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Spare MkDocs a text whose body is known."""
        return self._bodies.to_render(page, markdown)

    @event_priority(-100)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the one rendered body, after every other plugin had its say."""
        body = self.current.bodies[page.file.src_uri] = self._bodies.finished(page, html)
        html = body.unfolded()[0]
        page.present_anchor_ids = (page.present_anchor_ids or set()) | generated_anchors(html)
        return html if self.lent is None else self.lent.put_away(page)

    @property
    def _bodies(self) -> RenderedBodies:
        assert self.bodies is not None  # noqa: S101  # made in on_nav, which comes before any page
        return self.bodies

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Judge: all pages are rendered, and nothing has been written."""
        run = self.current
        report = run.judge()
        if run.mode is Mode.CHECK or (report.errors and run.mode is Mode.BUILD):
            self._refuse(report)
        show_notices(run)
        begin_handouts(run)
        env.globals["words"] = run.wording.texts
        if self.nav is not None:
            if config.nav is None:
                group_by_area(self.nav, run)
            navigation = SiteNavigation(self.nav)
            env.globals["site_navigation"] = navigation
            if run.mode is Mode.BUILD:
                env.template_class = TemplateOnce
                self.kept = KeptPages(config, self.nav, navigation, run.workshop.store, run.today)
                self.search = SearchEntries(config, run.workshop, run.drawer)
            self.engine = Engine(config, files, self.nav, env)
        return env

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Keep up with an author: build again only what a save changed."""
        QuickPreview(self.current, builder, lambda: self.engine).attach(server)
        return server

    def _refuse(self, report: Report) -> NoReturn:
        if self.refuses_itself or self.current.mode is Mode.PREVIEW:
            shown = render_text(report, line_at=SourceLines(self.current.root).line_at)
            raise PluginError(f"careleaf refuses to publish this site.\n{shown}")
        raise Judged(report)

    @event_priority(100)
    def _before_other_plugins(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page what was put away, and spare the search plugin one whose entries are known."""
        if self.lent is not None:
            self.lent.lend(page)
        if self.search is not None:
            self.search.before(page)
        return context

    @event_priority(-100)
    def _after_other_plugins(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Lend the theme what stands around a page, or the whole page where it is finished."""
        if self.search is not None:
            self.search.after(page)
        added: dict[str, Any] = {"careleaf": page_context(self.current, page)}
        if self.kept is not None:
            added[KEPT] = self.kept.look_up(page, context["base_url"], added["careleaf"])
        context.update(added)  # type: ignore[typeddict-item]  # templates may have more names than MkDocs knows
        return context

    on_page_context = CombinedEvent(_before_other_plugins, _after_other_plugins)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish the pages that no Markdown file stands behind, such as the one for addresses not found."""
        return self._finished(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish a page, last of all plugins, unless it was finished before."""
        if self.lent is not None:
            self.lent.take_back(page)
        return self._finished(output) if self.kept is None else self.kept.finished(output, self._finished)

    def _finished(self, output: str) -> str:
        """Mend it and add the security policy; a preview has none, because MkDocs adds a script of its own there."""
        mended = with_mended_frame(output)
        return mended if self.current.mode is Mode.PREVIEW else with_security_policy(mended)

    def _write_other_channels(self, config: MkDocsConfig) -> None:
        """Write the other channels beside the website; a preview makes them when somebody asks."""
        if self.current.mode is not Mode.PREVIEW:
            write_outputs(self.current, config.site_dir)

    @event_priority(-100)
    def _finish_search(self, config: MkDocsConfig) -> None:
        """Complete the search index, after the plugin that writes it."""
        if self.search is not None:
            self.search.finish(Path(config.site_dir))

    on_post_build = CombinedEvent(_write_other_channels, _finish_search)
