"""Lists: points, steps, tasks, and terms with their meanings."""

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.inline import is_silent, line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element

_NUMBERINGS = frozenset({"1", "a", "A", "i", "I"})


def points(element: Element, context: Context) -> list[Node]:
    """Return a list of points; one of tasks has its boxes for bullets."""
    return [{"kind": "list", **_shape(element, context)}]


def steps(element: Element, context: Context) -> list[Node]:
    """Return a numbered list, counted from where its author said."""
    shape = _shape(element, context)
    start, numbering = element.attributes.get("start", "1"), element.attributes.get("type", "1")
    if "reversed" in element.attributes or not start.isdecimal() or numbering not in _NUMBERINGS:
        return context.refuse(element, "counts in a way paper cannot show")
    return [{"kind": "enumeration", "start": int(start), "numbering": f"{numbering}.", **shape}]


def definitions(element: Element, context: Context) -> list[Node]:
    """Pair terms with their meanings; several terms of one meaning stand in a row."""
    items: list[dict[str, list[Node]]] = []
    for part in only(element, context, "dt", "dd"):
        if part.tag == "dd" and items:
            items[-1]["meaning"] += context.blocks(part)
        elif part.tag == "dd":
            return context.refuse(part, "has no term before it")
        elif items and not items[-1]["meaning"]:
            items[-1]["term"] += [", ", *folded_line(line_nodes(part, context))]
        else:
            items.append({"term": folded_line(line_nodes(part, context)), "meaning": []})
    return [{"kind": "definitions", "items": items}] if items else []


def only(element: Element, context: Context, *tags: str) -> list[Element]:
    """Return the children with these tags; refuse all others, loose text, and items that set their own number."""
    if any(isinstance(child, str) and child.strip() for child in element.children):
        context.refuse(element, "holds text outside its items")
    children = [child for child in element.children if isinstance(child, Element) and not is_silent(child)]
    for child in children:
        if child.tag not in tags or "value" in child.attributes:
            context.refuse(child, f"has no form on paper in <{element.tag}>")
    return [child for child in children if child.tag in tags]


def _shape(element: Element, context: Context) -> dict[str, object]:
    items = only(element, context, "li")
    is_loose = any(isinstance(c, Element) and c.tag == "p" for item in items for c in item.children)
    return {"is_tight": not is_loose, "items": [_item(item, context) for item in items]}


def _item(item: Element, context: Context) -> list[Node]:
    """Return an item; a footnote is led to by its anchor."""
    anchor, nodes = item.attributes.get("id"), context.blocks(item)
    return [{"kind": "anchor", "id": context.anchor(anchor)}, *nodes] if anchor else nodes
