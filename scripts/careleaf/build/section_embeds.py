"""The embeds of single sections: what stands at each address that was named or released."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.channels.embed_section import Part, part_of, section_addresses, section_view
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.model.policy import Channel
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource


def section_embeds(run: Run) -> Iterator[tuple[Part, PageView]]:
    """Yield every section that has an address, with what is shown there: its words, or a notice."""
    for view in run.views.values():
        for address, section in section_addresses(view, run.library).items():
            part = part_of(view, address, section, run.library, _embedded(run))
            yield part, section_view(view, section) if part.is_shown else _notice(view, run)


def _embedded(run: Run) -> Iterator[PageView]:
    return (view for view in run.views.values() if not is_held_back(view, run.library, Channel.EMBED))


def _notice(view: PageView, run: Run) -> PageView:
    """Return the page's own notice, or one that says that this part is not shown alone."""
    if is_held_back(view, run.library, Channel.EMBED):
        return shown(view, Channel.EMBED, run)
    html = f'<p class="page-notice">{escape(run.wording.say("section-not-alone"))}</p>'
    body = read_body(html, VisibleSource("", view.page.path, 1), {})
    front = replace(view.page.front.value, main_message="", action="")
    page = replace(view.page, body=body, front=replace(view.page.front, value=front))
    return replace(view, page=page, sources=())
