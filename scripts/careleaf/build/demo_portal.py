"""A demo of a clinic's portal: the site on one origin, a portal that embeds it in every way on another.

Both are on this computer alone. The copy of the site is made for the demo: one page in it stands as withdrawn and one
as overdue, so that a portal team sees what its patients would see. Nothing of it is ever published.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from careleaf.build.building import Steps, build_with
from careleaf.build.built import Built, Progress
from careleaf.build.demo_servers import PortalFiles, serving
from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.build.section_embeds import section_embeds
from careleaf.build.templates import ASSETS
from careleaf.channels.embed import embed_page
from careleaf.channels.embed_assets import loader
from careleaf.channels.embed_code import SANDBOX
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView, page_view
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.published import Published, PublishedPage, PublishedStatus

_EXAMPLES = 2
"""How many pages stand in another state than they have."""
_ASSETS = ("portal.css", "portal.js")


@dataclass(frozen=True, slots=True)
class Demo:
    """Where a demo can be looked at, or why there is none."""

    built: Built
    portal: str = ""
    content: str = ""


@contextmanager
def demo_portal(settings: Path, today: date, port: int, progress: Progress) -> Iterator[Demo]:
    """Build a copy of the site and serve it with its portal: the site on `port`, the portal on the next one.

    With port 0 both are any that are free.

    Raises:
        ConfigError: the settings cannot be used, or a port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="careleaf-portal-") as folder:
        runs: list[Run] = []

        def pack(run: Run, fresh: Path) -> tuple[str, ...]:
            runs.append(run)
            _write_examples(run, fresh)
            return ()

        built = build_with(settings, today, Path(folder) / "site", progress, Steps(pack=pack))
        if not built.published:
            yield Demo(built)
            return
        with serving(built.site_dir, port, lambda content: _portal_files(runs[0], content)) as (content, portal):
            yield Demo(built, portal, content)


def _write_examples(run: Run, fresh: Path) -> None:
    """Put a withdrawn and an overdue page in the place of the last two, if there are that many."""
    shown_pages = _embedded(run)
    if len(shown_pages) <= _EXAMPLES:
        return
    first, late, gone = shown_pages[0], shown_pages[-2], shown_pages[-1]
    for view, library in ((late, _overdue(late, run.library)), (gone, _withdrawn(gone, first, run))):
        then = copy(run)
        then.library = library
        changed = shown(page_view(view.page, library, run.wording), Channel.EMBED, then)
        html = embed_page(changed, library, run.templates, run.wording)
        (fresh / view.page.embed_url / "index.html").write_text(html, encoding="utf-8")


def _overdue(view: PageView, library: Library) -> Library:
    due = view.state.due_on or library.today
    return replace(library, today=due + timedelta(days=1))


def _withdrawn(view: PageView, instead: PageView, run: Run) -> Library:
    entry = PublishedPage(
        PublishedStatus.WITHDRAWN,
        view.title,
        withdrawn_on=run.today,
        reason="This is a demo; the page itself stands.",
        replaced_by=instead.page.url,
    )
    published = run.library.published
    pages = {**published.value.pages, view.page.url: entry}
    return replace(run.library, published=replace(published, value=Published(pages, published.value.loaders)))


def _embedded(run: Run) -> list[PageView]:
    return [view for view in run.views.values() if not is_held_back(view, run.library, Channel.EMBED)]


def _portal_files(run: Run, content: str) -> PortalFiles:
    """Return the portal's page and what belongs to it, by path."""
    pages, script = _embedded(run), loader(run.templates)
    has_examples = len(pages) > _EXAMPLES
    html = run.templates.get_template("careleaf/portal.html").render(
        site=run.site,
        content=content,
        pages=[(view.title, _topic(view.page.embed_url)) for view in pages],
        sections=[(part.heading, _topic(part.address)) for part, _ in section_embeds(run) if part.is_shown],
        headings=[(block.text, block.id) for block in pages[0].page.body.blocks if block.id] if pages else [],
        late=_topic(pages[-2].page.embed_url) if has_examples else "",
        gone=_topic(pages[-1].page.embed_url) if has_examples else "",
        loader=script.pinned_path,
        integrity=script.integrity,
        sandbox=SANDBOX,
    )
    return {"/": html.encode(), **{f"/{name}": (ASSETS / name).read_bytes() for name in _ASSETS}}


def _topic(address: str) -> str:
    return address.removeprefix("embed/").strip("/")
