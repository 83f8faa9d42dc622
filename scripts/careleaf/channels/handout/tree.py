"""The rendered body of a page as a neutral tree of nodes, which the template sets.

Everything has a form here or is refused: a fall-through once printed the text of a script and lost a heading.
"""

from collections.abc import Callable, Iterator, Mapping

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.inline import INLINE_TAGS, inline_nodes, is_silent, line_nodes
from careleaf.channels.handout.links import Links
from careleaf.channels.handout.table import table_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Body, Element, Placed
from careleaf.model.citation import parse_citations
from careleaf.model.health_block import BlockKind

_CARD_LEVELS = frozenset({"routine", "urgent", "emergency"})
_BLOCKS = frozenset(BlockKind)
_PARAGRAPHS = {"admonition-title": "note-title", "care-card__region": "region"}
"""Paragraphs set in their own way, by class name."""
_NUMBERINGS = frozenset({"1", "a", "A", "i", "I"})


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
        elif child.tag in _MAKERS:
            nodes += [*_line(run), *_block(child, context)]
            run = []
        else:
            run += inline_nodes(child, context)
    return [*nodes, *_line(run)]


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
        if "id" in element.attributes and element.tag in _MAKERS.keys() | INLINE_TAGS and _is_seen(element)
    )


def _is_seen(element: Element) -> bool:
    """Tell whether anything of an element is on the sheet: an empty one leaves no place to lead to."""
    return bool(element.text.strip()) or any(part.tag in {"img", "hr", "br"} for part in element.walk())


def _spoken(element: Element) -> Iterator[Element]:
    """Yield the elements that are printed as themselves, in document order."""
    if not is_silent(element) and "citation" not in element.classes:
        yield element
        for child in element.children:
            if isinstance(child, Element):
                yield from _spoken(child)


def _context_for_questions(tree: Element, note: Callable[[Element, str], list[Node]]) -> Context:
    """Return a context in which only the form of elements can be wrong."""
    marks = (element for element in tree.walk() if "citation" in element.classes)
    keys = (c.source for mark in marks for c in parse_citations(mark.attributes.get("data-cite", "")))
    return Context("", Links("", "", {}), dict.fromkeys(keys, 0), note)


def _block(element: Element, context: Context) -> list[Node]:
    nodes = [] if is_silent(element) else _MAKERS[element.tag](element, context)
    anchor = element.attributes.get("id")
    if not anchor or not nodes or element.tag in _HEADINGS:
        return nodes
    return [{"kind": "anchor", "id": context.anchor(anchor)}, *nodes]


def _line(run: list[Node], kind: str = "line") -> list[Node]:
    """Return one line of text, or the pictures in it alone: Typst loses a block picture in a paragraph."""
    line = folded_line(run)
    pictures = [node for node in line if isinstance(node, dict) and node["kind"] == "picture"]
    if pictures and all(node in pictures or node == " " for node in line):
        return [*pictures]
    return [{"kind": kind, "children": line}] if line else []


def _paragraph(element: Element, context: Context) -> list[Node]:
    kinds = (kind for name, kind in _PARAGRAPHS.items() if name in element.classes)
    return _line(line_nodes(element, context), next(kinds, "paragraph"))


def _heading(element: Element, context: Context) -> list[Node]:
    level = int(element.tag[1]) + context.heading_shift
    anchor = element.attributes.get("id", "")
    children = folded_line(line_nodes(element, context))
    name = context.anchor(anchor) if anchor else ""
    return [{"kind": "heading", "level": level, "id": name, "children": children}]


def _list(element: Element, context: Context) -> list[Node]:
    items = _only(element, context, "li")
    is_loose = any(isinstance(c, Element) and c.tag == "p" for item in items for c in item.children)
    shape = {"is_tight": not is_loose, "items": [to_nodes(item, context) for item in items]}
    if element.tag == "ul":
        return [{"kind": "list", **shape}]
    start, numbering = element.attributes.get("start", "1"), element.attributes.get("type", "1")
    if "reversed" in element.attributes or not start.isdecimal() or numbering not in _NUMBERINGS:
        return context.refuse(element, "counts in a way paper cannot show")
    return [{"kind": "enumeration", "start": int(start), "numbering": f"{numbering}.", **shape}]


def _only(element: Element, context: Context, *tags: str) -> list[Element]:
    """Return the children with these tags; refuse all others, and items that set their own number."""
    children = [child for child in element.children if isinstance(child, Element) and not is_silent(child)]
    for child in children:
        if child.tag not in tags or "value" in child.attributes:
            context.refuse(child, f"has no form on paper in <{element.tag}>")
    return [child for child in children if child.tag in tags]


def _definitions(element: Element, context: Context) -> list[Node]:
    """Pair terms with their meanings; several terms of one meaning stand in a row."""
    items: list[dict[str, list[Node]]] = []
    for part in _only(element, context, "dt", "dd"):
        if part.tag == "dd" and items:
            items[-1]["meaning"] += to_nodes(part, context)
        elif part.tag == "dd":
            return context.refuse(part, "has no term before it")
        elif items and not items[-1]["meaning"]:
            items[-1]["term"] += [", ", *folded_line(line_nodes(part, context))]
        else:
            items.append({"term": folded_line(line_nodes(part, context)), "meaning": []})
    return [{"kind": "definitions", "items": items}] if items else []


def _quotation(element: Element, context: Context) -> list[Node]:
    return [{"kind": "quotation", "children": to_nodes(element, context)}]


def _section(element: Element, context: Context) -> list[Node]:
    """Return a card or block; a card's level is said in words and shown by its border, never by colour alone."""
    block = element.attributes.get("data-block", "")
    if "health-block" in element.classes and block in _BLOCKS:
        return [{"kind": "block", "block": block, "children": to_nodes(element, context)}]
    level = element.attributes.get("data-level", "")
    if "care-card" not in element.classes or level not in _CARD_LEVELS:
        return context.refuse(element, "is neither a care card nor a block")
    return [{"kind": "card", "level": level, "children": to_nodes(element, context)}]


def _division(element: Element, context: Context) -> list[Node]:
    if "admonition" in element.classes:
        return [{"kind": "note", "children": to_nodes(element, context)}]
    if "highlight" in element.classes:
        return [node for part in _only(element, context, "pre") for node in _preformatted(part, context)]
    return context.refuse(element, "has no form on paper")


def _preformatted(element: Element, context: Context) -> list[Node]:
    return [{"kind": "preformatted", "text": element.text.strip("\n")}]


def _figure(element: Element, context: Context) -> list[Node]:
    parts = [child for child in element.children if isinstance(child, Element)]
    captions = [line_nodes(part, context) for part in parts if part.tag == "figcaption"]
    rest = tuple(c for c in element.children if isinstance(c, str) or c.tag != "figcaption")
    children = to_nodes(Element("figure", {}, rest), context)
    return [{"kind": "figure", "children": children, "caption": folded_line(captions[0]) if captions else []}]


def _table(element: Element, context: Context) -> list[Node]:
    return table_nodes(element, context, to_nodes)


def _rule(element: Element, context: Context) -> list[Node]:
    return [{"kind": "rule"}]


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_MAKERS: Mapping[str, Callable[[Element, Context], list[Node]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "blockquote": _quotation,
    "section": _section,
    "div": _division,
    "hr": _rule,
    "pre": _preformatted,
    "figure": _figure,
}
"""Blocks. A picture is inline; alone in its block it is set as one."""
