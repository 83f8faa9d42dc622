"""Boxes: care cards, notes of every kind, and what the website folds away."""

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.inline import line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element

_CARD_LEVELS = frozenset({"routine", "urgent", "emergency"})
_CAUTIONS = frozenset({"attention", "bug", "caution", "danger", "error", "fail", "failure", "important", "warning"})
"""Kinds of notes that must not be overlooked: they get a frame all around."""
_LINE = 60
"""How many characters a block counts for at least: it takes a line of its own."""


def care_card(element: Element, context: Context) -> list[Node]:
    """Return a care card; its level is said in words and shown by its border, never by colour alone."""
    level = element.attributes.get("data-level", "")
    if level not in _CARD_LEVELS:
        return context.refuse(element, "has no level")
    return [{"kind": "card", "level": level, "room": room(element), "children": context.blocks(element)}]


def note(element: Element, context: Context) -> list[Node]:
    """Return a note."""
    return [_box(element, context.blocks(element))]


def details(element: Element, context: Context) -> list[Node]:
    """Return what a website folds away as a note that is open, under its summary."""
    summaries = [c for c in element.children if isinstance(c, Element) and c.tag == "summary"]
    rest = tuple(c for c in element.children if isinstance(c, str) or c.tag != "summary")
    if len(summaries) > 1:
        return context.refuse(summaries[1], "is a second title of what is folded away")
    titles = [folded_line(line_nodes(summary, context)) for summary in summaries]
    title: list[Node] = [{"kind": "box-title", "children": words} for words in titles if words]
    return [_box(element, [*title, *context.blocks(Element("div", {}, rest), element)])]


def room(element: Element) -> int:
    """Return about how many characters of print a box takes: one that may not fit on a sheet has to break."""
    blocks = sum(part.tag in {"p", "li", "tr", "dt", "dd", "h3", "h4"} for part in element.walk())
    return len(element.text) + _LINE * blocks


def _box(element: Element, children: list[Node]) -> Node:
    is_caution = bool(element.classes & _CAUTIONS)
    return {"kind": "note", "is_caution": is_caution, "room": room(element), "children": children}
