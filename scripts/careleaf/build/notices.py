"""Notices: what a channel shows of a page whose state policy does not let out. No address goes empty."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from careleaf.build.run import Run
from careleaf.channels.notice import is_held_back, notice_html
from careleaf.channels.page_view import PageView
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource
from careleaf.rules.lookups.addresses import resolve, without_index


def shown(view: PageView, channel: Channel, run: Run) -> PageView:
    """Return the view as a channel may show it: itself, or its notice without any of its words."""
    if not is_held_back(view, run.library, channel):
        return view
    return run.once.of(("notice", view.page.id), (view, run.library), lambda: notice_view(view, run))


def notice_view(view: PageView, run: Run) -> PageView:
    """Return a view whose body says why the page is not there; title, state and people stay."""
    linked = run.once.of("linked parts", (run.library,), lambda: _linked_parts(run.library))
    html = _anchors(view, linked) + notice_html(view, run.templates, run.wording)
    body = read_body(html, VisibleSource("", view.page.path, 1), {})
    front = replace(view.page.front.value, main_message="", action="", description=view.review.heading)
    page = replace(view.page, body=body, front=replace(view.page.front, value=front))
    return replace(view, page=page, sources=())


def _anchors(view: PageView, linked: Mapping[str, list[str]]) -> str:
    """Return empty places for the parts pages link to: their links lead to the notice, not to nowhere."""
    own = [e.attributes["id"] for e in view.page.body.tree.walk() if e.attributes.get("id")]
    places = dict.fromkeys([*own, *linked.get(without_index(view.page.url), ())])
    return "<p>" + "".join(f'<span id="{escape(place)}"></span>' for place in places) + "</p>" if places else ""


def _linked_parts(library: Library) -> Mapping[str, list[str]]:
    """Return the anchors that the site's pages link to, by the address of the page they are on."""
    anchors: dict[str, list[str]] = {}
    for page in library.pages:
        for link in page.body.outline.links:
            target = resolve(link.href, page)
            if target and target.anchor not in {"", "review"}:
                anchors.setdefault(target.path, []).append(target.anchor)
    return anchors
