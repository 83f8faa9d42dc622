"""Rendered HTML as the neutral tree that every channel is made from."""

from lxml import etree, html

from careleaf.model.body import EMPTY_ELEMENT, Element

MAX_DEPTH = 100
"""Elements nested deeper than this are flattened into their text: no page needs them, and recursion must end."""


def parse_html(fragment: str) -> Element:
    """Parse an HTML fragment as a browser would; comments are dropped."""
    if not fragment.strip():
        return EMPTY_ELEMENT
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    root = html.document_fromstring(f"<html><body>{fragment}</body></html>".encode(), parser=parser)
    body = root.find("body")
    return EMPTY_ELEMENT if body is None else _element(body, 0)


def tree_of(node: etree._Element) -> Element:
    """Return an element that was parsed already, as `parse_html` returns the fragment it makes."""
    return Element("body", {}, (_element(node, 1),))


def _element(node: etree._Element, depth: int) -> Element:
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    if depth >= MAX_DEPTH:
        return Element(str(node.tag), attributes, ("".join(str(t) for t in node.itertext()),))
    children: list[Element | str] = [node.text] if node.text else []
    for child in node:
        if isinstance(child.tag, str):
            children.append(_element(child, depth + 1))
        if child.tail:
            children.append(child.tail)
    return Element(str(node.tag), attributes, tuple(children))
