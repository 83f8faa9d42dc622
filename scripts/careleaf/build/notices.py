"""Notices: what a channel shows of a page whose state policy does not let out. No address goes empty."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from careleaf.build.run import Run
from careleaf.channels.notice import is_held_back, notice_html
from careleaf.channels.page_view import PageView
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.policy import Channel
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource
from careleaf.rules.lookups.addresses import authored_links, resolve, without_index


def shown(view: PageView, channel: Channel, run: Run) -> PageView:
    """Return the view as a channel may show it: itself, or its notice without any of its words."""
    return notice_view(view, run) if is_held_back(view, run.library, channel) else view


def notice_view(view: PageView, run: Run) -> PageView:
    """Return a view whose body says why the page is not there; title, state and people stay."""
    html = _anchors(view, run.library) + notice_html(view, run.templates, run.wording)
    body = read_body(html, VisibleSource("", view.page.path, 1), {})
    front = replace(view.page.front.value, main_message="", action="", description=view.review.heading)
    page = replace(view.page, body=body, front=replace(view.page.front, value=front))
    return replace(view, page=page, sources=())


def _anchors(view: PageView, library: Library) -> str:
    """Return empty places for the parts pages link to: their links lead to the notice, not to nowhere."""
    own = [e.attributes["id"] for e in view.page.body.tree.walk() if e.attributes.get("id")]
    places = dict.fromkeys([*own, *_linked_parts(view.page, library)])
    return "<p>" + "".join(f'<span id="{escape(place)}"></span>' for place in places) + "</p>" if places else ""


def _linked_parts(page: Page, library: Library) -> Iterator[str]:
    for other in library.pages:
        for placed in authored_links(other):
            target = resolve(placed.element.attributes["href"], other)
            if target and target.path == without_index(page.url) and target.anchor not in {"", "review"}:
                yield target.anchor
