"""Paragraphs, headings, quotations and rules across the page."""

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.inline import line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element

_PARAGRAPHS = {"admonition-title": "box-title", "care-card__region": "region"}
"""Paragraphs set in their own way, by class name."""


def paragraph(element: Element, context: Context) -> list[Node]:
    """Return a paragraph."""
    kinds = (kind for name, kind in _PARAGRAPHS.items() if name in element.classes)
    return line(line_nodes(element, context), next(kinds, "paragraph"))


def line(run: list[Node], kind: str = "line") -> list[Node]:
    """Return one line of text, or the pictures in it alone: Typst loses a block picture in a paragraph."""
    nodes = folded_line(run)
    pictures = [node for node in nodes if isinstance(node, dict) and node["kind"] == "picture"]
    if pictures and all(node in pictures or node == " " for node in nodes):
        return [*pictures]
    return [{"kind": kind, "children": nodes}] if nodes else []


def heading(element: Element, context: Context) -> list[Node]:
    """Return a heading at its place below the page's title."""
    level = int(element.tag[1]) + context.heading_shift
    anchor = element.attributes.get("id", "")
    children = folded_line(line_nodes(element, context))
    name = context.anchor(anchor) if anchor else ""
    return [{"kind": "heading", "level": level, "id": name, "children": children}]


def quotation(element: Element, context: Context) -> list[Node]:
    """Return a quotation set apart."""
    return [{"kind": "quotation", "children": context.blocks(element)}]


def rule(element: Element, context: Context) -> list[Node]:
    """Return a line across the page."""
    return [{"kind": "rule"}]
