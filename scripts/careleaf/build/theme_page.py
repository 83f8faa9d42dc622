"""What the website's theme is lent: our templates, our assets, and what stands around each page."""

from dataclasses import replace
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import AnchorLink

from careleaf.build.page_files import page_id
from careleaf.build.run import Run
from careleaf.build.templates import ASSETS, THEME_TEMPLATES
from careleaf.channels.notice import is_held_back, notice_html
from careleaf.channels.site_page import (
    breadcrumb,
    findings_html,
    reviewers_html,
    site_page_html,
    sources_page_html,
    topic_page_html,
)
from careleaf.model.page import Page
from careleaf.model.policy import Channel
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource

_STYLE = "assets/careleaf/site.css"
_SCRIPT = "assets/careleaf/site.js"
_GENERATED = {"sources.html": sources_page_html, "reviewers.html": reviewers_html}
"""Page templates whose content is made from the registers."""


def prepare_theme(config: MkDocsConfig) -> None:
    """Put our templates behind the site's overrides and before the theme's own; name our assets."""
    folder = str(THEME_TEMPLATES)
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    if _STYLE not in config.extra_css:
        config.extra_css.append(_STYLE)
    if not any(str(script) == _SCRIPT for script in config.extra_javascript):
        script = ExtraScriptValue(_SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)


def add_assets(files: Files, config: MkDocsConfig) -> None:
    """Publish our style sheet and script with the site."""
    for address in (_STYLE, _SCRIPT):
        name = address.rpartition("/")[2]
        content = (ASSETS / name).read_text(encoding="utf-8")
        files.append(File.generated(config, address, content=content))


def show_notices(run: Run, files: Files) -> None:
    """Put a notice in the place of every page whose state policy does not let out."""
    for page in run.library.topic_pages:
        view = run.views[page.id]
        if is_held_back(view, run.library, Channel.SITE):
            html = notice_html(view, run.templates, run.wording)
            notice = read_body(html, VisibleSource("", page.path, 1), {})
            run.views[page.id] = replace(view, page=replace(page, body=notice), sources=())
            _engine_page(page, run).content = html


def page_context(run: Run, engine_page: EnginePage) -> dict[str, Any]:
    """Return what our theme templates print on one page: finished HTML, escaped by our own templates."""
    page = next(p for p in run.library.pages if p.id == page_id(engine_page.file))
    view = run.views.get(page.id)
    if view is not None:
        _add_to_contents(engine_page, run)
    generated = _GENERATED.get(page.front.value.template)
    return {
        "words": run.wording.texts,
        "breadcrumb": breadcrumb(page, run.library, run.templates, run.wording),
        "findings": findings_html(page, run.report, run.templates, run.wording) if _is_preview(run) else "",
        "generated": generated(run.library, run.templates, run.wording) if generated else "",
        "topic": topic_page_html(view, run.library, run.views, run.templates, run.wording) if view else None,
        "site_page": site_page_html(page, run.library, run.templates, run.wording),
    }


def _is_preview(run: Run) -> bool:
    return run.mode.name == "PREVIEW"


def _add_to_contents(engine_page: EnginePage, run: Run) -> None:
    """Name the parts we add below the text in the theme's list of contents."""
    if engine_page.toc is None:
        return
    for anchor, words in (("sources", "sources"), ("review", "review-heading")):
        engine_page.toc.items.append(AnchorLink(run.wording.say(words), anchor, 2))


def _engine_page(page: Page, run: Run) -> EnginePage:
    file = next(file for file in run.files.values() if page_id(file) == page.id)
    if file.page is None:
        raise LookupError(page.id)
    return file.page
