"""What the website's theme is lent: our templates, our assets, and what stands around each page."""

from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import AnchorLink

from careleaf.build.notices import shown
from careleaf.build.page_channels import around
from careleaf.build.page_files import page_id
from careleaf.build.run import Run
from careleaf.build.templates import ASSETS, TEMPLATES, THEME_TEMPLATES
from careleaf.channels.api.atom import FEED
from careleaf.channels.citation_places import with_marker_ids
from careleaf.channels.generated_pages import embed_codes_html, reviewers_html, sources_page_html
from careleaf.channels.oembed import oembed_path
from careleaf.channels.page_view import PageView
from careleaf.channels.site_page import (
    breadcrumb,
    cited_sources_html,
    findings_html,
    site_page_html,
)
from careleaf.channels.table_columns import with_column_names
from careleaf.channels.terms import TEMPLATE, glossary_html, page_terms
from careleaf.channels.topic_list import with_topic_lists
from careleaf.model.policy import Channel

_STYLE = "assets/careleaf/site.css"
_SCRIPT = "assets/careleaf/site.js"
_SEARCH = "assets/careleaf/search_on_demand.js"
_LIBRARY_STYLE = "assets/careleaf/library.css"
_ICON = "assets/careleaf/leaf.svg"
_THEME_ICON = "assets/images/favicon.png"
_PARTS = ("parts.css", "blocks.css")
"""The look of what stands around a page's words, and of the blocks in them: the embed's style sheet holds it too."""
_TITLE_ID = "__title"
_GENERATED = {
    "sources.html": sources_page_html,
    "reviewers.html": reviewers_html,
    "clinics.html": embed_codes_html,
    TEMPLATE: glossary_html,
}
"""Page templates whose content is made from the registers and pages."""


def prepare_theme(config: MkDocsConfig) -> None:
    """Put our templates behind the site's overrides and before the theme's own; name our assets."""
    folder = str(THEME_TEMPLATES)
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    if _STYLE not in config.extra_css:
        config.extra_css.append(_STYLE)
    if config.theme.get("favicon") == _THEME_ICON:
        config.theme["favicon"] = _ICON
    if not any(str(script) == _SCRIPT for script in config.extra_javascript):
        script = ExtraScriptValue(_SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)


def add_assets(files: Files, config: MkDocsConfig) -> None:
    """Publish our style sheet, scripts and icon with the site."""
    for address in (_STYLE, _LIBRARY_STYLE, _SCRIPT, _SEARCH, _ICON):
        content = (ASSETS / address.rpartition("/")[2]).read_text(encoding="utf-8")
        if address == _STYLE:
            parts = ((TEMPLATES / "careleaf" / part).read_text(encoding="utf-8") for part in _PARTS)
            content = "".join(parts) + content
        files.append(File.generated(config, address, content=content))


def show_notices(run: Run) -> None:
    """Put a notice in the place of every page whose state policy does not let out on the website."""
    run.site_views.clear()
    engine_pages = {page_id(file): file.page for file in run.files.values() if file.page is not None}
    for page in run.library.topic_pages:
        view = shown(run.views[page.id], Channel.SITE, run)
        if view is not run.views[page.id]:
            run.site_views[page.id] = view
            engine_page = engine_pages[page.id]
            engine_page.content = view.page.body.html
            engine_page.toc.items.clear()
            engine_page.meta["description"] = view.page.front.value.description


def page_context(run: Run, engine_page: EnginePage) -> dict[str, Any]:
    """Return what our theme templates print on one page: finished HTML, escaped by our own templates."""
    page = run.library.pages_by_id[page_id(engine_page.file)]
    view = run.site_views.get(page.id) or run.views.get(page.id)
    parts = around(view, run) if view else None
    sources = "" if view else cited_sources_html(page, run.library, run.templates, run.wording)
    _complete_contents(engine_page, view, run, has_sources=bool(view.sources if view else sources.strip()))
    generated = _GENERATED.get(page.front.value.template)
    body = with_column_names(with_marker_ids(engine_page.content or ""))
    if page.front.value.type is None:
        body = with_topic_lists(body, page, run.library, run.views, run.templates, run.wording)
    return {
        "words": run.wording.texts,
        "public_url": run.site.url + page.url if run.site.url else "",
        "oembed": run.site.url + oembed_path(page) if run.site.url and page.is_topic_page else "",
        "feed": FEED if run.site.url else "",
        "body": body,
        "breadcrumb": parts.breadcrumb if parts else breadcrumb(page, run.library, run.templates, run.wording),
        "findings": findings_html(page, run.report, run.templates, run.wording) if _is_preview(run) else "",
        "generated": generated(run.library, run.templates, run.wording) if generated else "",
        "sources": sources,
        "terms": parts.terms if parts else page_terms(page, run.library),
        "topic": parts,
        "site_page": parts.site_page if parts else site_page_html(page, run.library, run.templates, run.wording),
    }


def _is_preview(run: Run) -> bool:
    return run.mode.name == "PREVIEW"


def _complete_contents(engine_page: EnginePage, view: PageView | None, run: Run, *, has_sources: bool) -> None:
    """Put the page's title above the theme's list of contents, and name the parts we add below the text.

    The theme's skip link leads to the first entry: it has to be the title, or it would skip the main message
    (WCAG 2.4.1).
    """
    contents = engine_page.toc
    if contents.items and contents.items[0].id == _TITLE_ID:
        return  # a preview prints a page again that was not rendered again
    title = AnchorLink(str(engine_page.title), _TITLE_ID, 1)
    title.children = list(contents.items)
    added = [("review", "review-heading")] if view is not None else []
    added += [("sources", "sources")] if has_sources else []
    title.children += [AnchorLink(run.wording.say(words), anchor, 2) for anchor, words in added]
    contents.items[:] = [title]
