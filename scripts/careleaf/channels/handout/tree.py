"""The rendered body of a page as a neutral tree of nodes, which the template sets.

Everything has a form here or is refused: a fall-through once printed the text of a script and lost a heading.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements import (
    box,
    code,
    figure,
    footnotes,
    health_block,
    lists,
    paragraph,
    table,
    tabs,
)
from careleaf.channels.handout.elements.inline import INLINE_TAGS, inline_nodes, is_silent
from careleaf.channels.handout.elements.language import in_language, names_language
from careleaf.channels.handout.links import Links
from careleaf.model.body import Body, Element, Placed
from careleaf.model.citation import parse_citations

Form: TypeAlias = Callable[[Element, Context], list[Node]]
"""How an element is printed."""

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BY_TAG: Mapping[str, Form] = {
    **dict.fromkeys(_HEADINGS, paragraph.heading),
    "p": paragraph.paragraph,
    "ul": lists.points,
    "ol": lists.steps,
    "dl": lists.definitions,
    "table": table.table,
    "blockquote": paragraph.quotation,
    "details": box.details,
    "hr": paragraph.rule,
    "pre": code.preformatted,
    "figure": figure.figure,
}
"""Blocks by their tag. A picture is inline; alone in its block it is set as one."""
_BY_CLASS: Mapping[str, Form] = {
    "care-card": box.care_card,
    "health-block": health_block.health_block,
    "admonition": box.note,
    "highlight": code.highlighted,
    "tabbed-set": tabs.tabs,
    "footnote": footnotes.footnotes,
}
"""What a <div> or <section> is, by its class."""
_NEUTRAL = frozenset({"div", "section"})
_BLOCKS = _BY_TAG.keys() | _NEUTRAL
_HOLDERS = frozenset({"li", "td", "th", "dd"})
"""What holds blocks and is no block itself."""


def to_nodes(element: Element, context: Context) -> list[Node]:
    """Return the nodes of everything in an element that may hold blocks: a body, a list item, a cell.

    Raises:
        RenderError: the context's refusal, when something has no form on paper.

    """
    nodes: list[Node] = []
    run: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            run.append(child)
        elif child.tag in _BLOCKS:
            nodes += [*paragraph.line(run), *_block(child, context)]
            run = []
        else:
            run += inline_nodes(child, context)
    nodes += paragraph.line(run)
    return in_language(element, nodes, "passage") if element.tag in _HOLDERS else nodes


def unprintable(body: Body) -> Iterator[Placed]:
    """Yield the elements of a body that have no form on paper, in document order."""
    refused: set[int] = set()

    def note(element: Element, _: str) -> list[Node]:
        refused.add(id(element))
        return []

    to_nodes(body.tree, _context_for_questions(body.tree, note))
    return (placed for placed in body.elements if id(placed.element) in refused)


def printed_anchors(tree: Element) -> frozenset[str]:
    """Return the ids a link inside the handout can lead to."""
    return frozenset(
        element.attributes["id"]
        for element in _spoken(tree)
        if "id" in element.attributes and element.tag in _BLOCKS | INLINE_TAGS | {"li"} and _is_seen(element)
    )


def _is_seen(element: Element) -> bool:
    """Tell whether anything of an element is on the sheet: an empty one leaves no place to lead to."""
    return bool(element.text.strip()) or any(part.tag in {"img", "hr", "br"} for part in element.walk())


def _spoken(element: Element) -> Iterator[Element]:
    """Yield the elements that are printed as themselves, in document order."""
    if not is_silent(element) and "citation" not in element.classes and element.tag not in {"label", "svg"}:
        yield element
        for child in element.children:
            if isinstance(child, Element):
                yield from _spoken(child)


def _context_for_questions(tree: Element, note: Callable[[Element, str], list[Node]]) -> Context:
    """Return a context in which only the form of elements can be wrong."""
    marks = (element for element in tree.walk() if "citation" in element.classes)
    keys = (c.source for mark in marks for c in parse_citations(mark.attributes.get("data-cite", "")))
    return Context("", Links("", "", {}), dict.fromkeys(keys, 0), note, to_nodes)


def _block(element: Element, context: Context) -> list[Node]:
    nodes = [] if is_silent(element) else in_language(element, _form(element)(element, context), "passage")
    anchor = element.attributes.get("id")
    if not anchor or not nodes or element.tag in _HEADINGS:
        return nodes
    return [{"kind": "anchor", "id": context.anchor(anchor)}, *nodes]


def _form(element: Element) -> Form:
    if element.tag not in _NEUTRAL:
        return _BY_TAG[element.tag]
    named = (form for name, form in _BY_CLASS.items() if name in element.classes)
    return next(named, _passage if names_language(element) else _unknown)


def _passage(element: Element, context: Context) -> list[Node]:
    return context.blocks(element)


def _unknown(element: Element, context: Context) -> list[Node]:
    return context.refuse(element, "has no form on paper")
