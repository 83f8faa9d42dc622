"""When to get help, on paper: the urgent cards of the topic's own page, where a link to it would be of no use."""

from collections.abc import Sequence
from dataclasses import replace

from careleaf.channels.page_view import PageView
from careleaf.model.body import Body, Element
from careleaf.model.citation import parse_citations

_URGENT = frozenset({"emergency", "urgent"})


def help_for(view: PageView, topic: Sequence[PageView]) -> PageView | None:
    """Return the topic's page on getting help, with nothing in it but its emergency and urgent cards.

    A page with such cards of its own needs none, nor does one that is held back. Of several pages with such cards the
    one with most is taken.

    Args:
        view: the page a handout is made of.
        topic: all pages of its topic, as the handout channel shows them.
    """
    if not view.main_message or _urgent(view.page.body):
        return None
    found = [(len(cards), other, cards) for other in topic if (cards := _urgent(other.page.body))]
    if not found:
        return None
    _, other, cards = max(found, key=lambda each: each[0])
    return _with_cards_alone(other, cards)


def _with_cards_alone(view: PageView, cards: tuple[Element, ...]) -> PageView:
    tree = Element("body", {}, cards)
    marks = (element for element in tree.walk() if "citation" in element.classes)
    keys = {c.source for mark in marks for c in parse_citations(mark.attributes.get("data-cite", ""))}
    body = Body(tree=tree, images=view.page.body.images)
    sources = tuple(source for source in view.sources if source.key in keys)
    return replace(view, page=replace(view.page, body=body), sources=sources)


def _urgent(body: Body) -> tuple[Element, ...]:
    return tuple(card for card in body.cards if card.attributes.get("data-level") in _URGENT)
