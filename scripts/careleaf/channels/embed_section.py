"""One section of a page as an embed of its own, with everything that must not be lost on the way.

Only what a clinician signed as able to stand alone is shown so; else a notice leads to the whole page. A section
without emergency signs of its own carries those of its page, or the way to the page of the topic that has them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.model.body import Body, Element
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.section import emergency_cards, section_heading, section_parts

_SOURCE_LINK = re.compile(r"#source-([0-9]+)")


@dataclass(frozen=True, slots=True)
class Part:
    """What an embed is when it is not the whole page."""

    address: str
    """Where it lies, relative to the site."""
    section: str
    heading: str
    is_shown: bool
    """Whether the section's words stand there; else a notice does."""
    helpers: tuple[PageView, ...] = ()
    """Pages of the topic with the signs of an emergency, where neither section nor page has them."""

    @property
    def regions(self) -> str:
        """Where the telephone numbers of those pages are for."""
        cards = (card for view in self.helpers for card in emergency_cards(view.page.body))
        regions = (card.attributes.get("data-region", "") for card in cards)
        return ", ".join(dict.fromkeys(filter(None, regions)))


def section_addresses(view: PageView, library: Library) -> dict[str, str]:
    """Return the id of every section with an embed, by its address: those named now, and those ever released."""
    released = library.published.value.pages.get(view.page.url)
    kept = {address: address.rstrip("/").rpartition("/")[2] for address in (released.sections if released else ())}
    return {**kept, **{view.page.section_embed_url(one): one for one in view.page.front.value.standalone}}


def may_stand_alone(view: PageView, section: str, library: Library) -> bool:
    """Tell whether a clinician signed that a section may be read without its page."""
    review, front = view.state.review, view.page.front.value
    is_signed = review is not None and review.digest == view.state.digest
    is_named = section in front.standalone and bool(section_parts(view.page.body, section))
    return is_signed and is_named and not is_held_back(view, library, Channel.EMBED)


def section_view(view: PageView, section: str) -> PageView:
    """Return the view of one section: its words, then the emergency cards of its page if it has none itself."""
    parts = section_parts(view.page.body, section)
    own = Body(tree=Element("body", {}, parts))
    added = () if emergency_cards(own) else emergency_cards(view.page.body)
    body = Body(tree=Element("body", {}, (*parts, *added)), images=view.page.body.images)
    front = replace(view.page.front.value, main_message="", action="")
    page = replace(view.page, body=body, front=replace(view.page.front, value=front))
    numbers = set(_cited(body))
    return replace(view, page=page, sources=tuple(one for one in view.sources if one.number in numbers))


def part_of(view: PageView, address: str, section: str, library: Library, others: Iterator[PageView]) -> Part:
    """Return what stands at a section's address. `others` are the pages that may be shown as embeds."""
    parts = section_parts(view.page.body, section)
    helpers = () if emergency_cards(view.page.body) else tuple(_helpers(view, others))
    heading = section_heading(parts) if parts else ""
    return Part(address, section, heading, may_stand_alone(view, section, library), helpers)


def _helpers(view: PageView, others: Iterator[PageView]) -> Iterator[PageView]:
    return (o for o in others if o.page.topic == view.page.topic and emergency_cards(o.page.body))


def _cited(body: Body) -> Iterator[int]:
    for element in body.tree.walk():
        link = _SOURCE_LINK.fullmatch(element.attributes.get("href", ""))
        if link:
            yield int(link[1])
