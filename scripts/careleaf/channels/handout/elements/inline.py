"""What runs on within a line of text: emphasis, links, citation marks, small pictures."""

from collections.abc import Callable, Mapping

from careleaf.channels.handout.addresses import printed_address
from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.drawing import drawing
from careleaf.channels.handout.elements.language import in_language
from careleaf.channels.handout.text import fold, folded_line
from careleaf.model.body import Element
from careleaf.model.citation import parse_citations

SILENT_CLASSES = frozenset({"headerlink", "footnote-backref"})
"""Controls of the website that mean nothing on paper."""

_KINDS = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "sub": "sub",
    "del": "deleted",
    "s": "deleted",
    "ins": "inserted",
    "u": "inserted",
    "mark": "marked",
    "small": "small",
    "kbd": "key",
    "q": "quoted",
}


def is_silent(element: Element) -> bool:
    """Tell whether an element is left out on purpose."""
    return bool(element.classes & SILENT_CLASSES)


def inline_nodes(element: Element, context: Context) -> list[Node]:
    """Return the nodes of an element within a line, its anchor first."""
    if is_silent(element):
        return []
    make = _MAKERS.get(element.tag, _unknown)
    nodes = in_language(element, make(element, context), "in-language")
    anchor = element.attributes.get("id")
    if not anchor or not nodes or "citation" in element.classes:
        return nodes
    return [{"kind": "anchor", "id": context.anchor(anchor)}, *nodes]


def line_nodes(element: Element, context: Context) -> list[Node]:
    """Return the nodes of everything in an element that may only hold a line of text."""
    nodes: list[Node] = []
    for child in element.children:
        nodes += [child] if isinstance(child, str) else inline_nodes(child, context)
    return nodes


def picture(element: Element, context: Context) -> list[Node]:
    """Return a picture's node; empty alternative text makes it decoration (PDF/UA-1, 7.3)."""
    alt = element.attributes.get("alt")
    if alt is None:
        return context.refuse(element, "has no alternative text")
    if alt and not alt.strip():
        return context.refuse(element, "has blank alternative text")
    source = element.attributes.get("src", "")
    return [{"kind": "picture", "page": context.page_id, "src": source, "alt": fold(alt)}]


def _unknown(element: Element, context: Context) -> list[Node]:
    return context.refuse(element, "has no form on paper within a line of text")


def _styled(element: Element, context: Context) -> list[Node]:
    return [{"kind": _KINDS[element.tag], "children": line_nodes(element, context)}]


def _span(element: Element, context: Context) -> list[Node]:
    children = line_nodes(element, context)
    if "care-card__level" not in element.classes:
        return children
    return [{"kind": "level", "children": folded_line(children)}, " "]


def _sup(element: Element, context: Context) -> list[Node]:
    parts = [child for child in element.children if isinstance(child, Element)]
    if len(parts) == 1 and "footnote-ref" in parts[0].classes:
        return _footnote_mark(parts[0], context)
    if "citation" not in element.classes:
        return [{"kind": "super", "children": line_nodes(element, context)}]
    keys = dict.fromkeys(c.source for c in parse_citations(element.attributes.get("data-cite", "")))
    if not keys or keys.keys() - context.source_numbers.keys():
        return context.refuse(element, "cites a source that is not in the register")
    return [{"kind": "citation", "numbers": [context.source_numbers[key] for key in keys]}]


def _footnote_mark(link: Element, context: Context) -> list[Node]:
    """Print a footnote's number in brackets: bare small numbers are those of sources."""
    target = context.links.target(link.attributes.get("href", "")) or {}
    return [{"kind": "footnote-mark", **target, "children": [f"[{fold(link.text).strip()}]"]}]


def _link(element: Element, context: Context) -> list[Node]:
    """Return a link; one to the web has a letter beside it unless its words are the address themselves."""
    children = line_nodes(element, context)
    href = element.attributes.get("href")
    target = None if href is None else context.links.target(href)
    if not target or not children:
        return children
    url = str(target.get("url", ""))
    is_said = not url or printed_address(url).lower() in fold(element.text).lower()
    return [{"kind": "link", **target, "mark": "" if is_said else context.addresses.mark(url), "children": children}]


def _abbreviation(element: Element, context: Context) -> list[Node]:
    """Print the meaning after the first use: nobody can hover over paper."""
    meaning, short = element.attributes.get("title", ""), element.text
    children = line_nodes(element, context)
    if not meaning or short in context.spelled_out:
        return children
    context.spelled_out.add(short)
    return [*children, f" ({meaning})"]


def _code(element: Element, context: Context) -> list[Node]:
    return [{"kind": "code", "text": fold(element.text)}]


def _tick_box(element: Element, context: Context) -> list[Node]:
    """Return the box of a task, ticked or not."""
    if element.attributes.get("type") != "checkbox":
        return context.refuse(element, "cannot be filled in on paper")
    return [{"kind": "tick-box", "is_ticked": "checked" in element.attributes}]


def _plain(element: Element, context: Context) -> list[Node]:
    return line_nodes(element, context)


def _break(element: Element, context: Context) -> list[Node]:
    return [{"kind": "break"}]


_MAKERS: Mapping[str, Callable[[Element, Context], list[Node]]] = {
    **dict.fromkeys(_KINDS, _styled),
    "span": _span,
    "sup": _sup,
    "a": _link,
    "abbr": _abbreviation,
    **dict.fromkeys(("time", "bdi", "label"), _plain),
    **dict.fromkeys(("code", "samp"), _code),
    "br": _break,
    "img": picture,
    "svg": drawing,
    "input": _tick_box,
}
INLINE_TAGS = frozenset(_MAKERS)
