"""Tabs: on paper each part stands below its label, one after the other.

pymdownx writes them in two ways: label and part in turn, or all labels before all parts
(https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/). `in_paper_order` makes the second the first.
"""

from dataclasses import replace

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.inline import line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element


def tabs(element: Element, context: Context) -> list[Node]:
    """Return the parts of a set of tabs, each with its label."""
    nodes: list[Node] = []
    for part in _paired(element):
        if part.tag == "label":
            nodes.append({"kind": "tab-label", "children": folded_line(line_nodes(part, context))})
        elif part.classes & {"tabbed-content", "tabbed-block"}:
            nodes += context.blocks(part)
        elif part.tag != "input":
            nodes += context.refuse(part, "has no form on paper in a set of tabs")
    return [{"kind": "tabs", "children": nodes}]


def in_paper_order(element: Element) -> Element:
    """Return an element in which every tab's label stands before its part; all else is as it was."""
    ordered = tuple(_paired(element)) if "tabbed-set" in element.classes else element.children
    return replace(element, children=tuple(in_paper_order(c) if isinstance(c, Element) else c for c in ordered))


def _paired(element: Element) -> list[Element]:
    """Return the children of a set of tabs, each label before its part."""
    children = _elements(element)
    labels = [label for c in children if "tabbed-labels" in c.classes for label in _elements(c)]
    parts = [part for c in children if "tabbed-content" in c.classes for part in _elements(c)]
    if not labels or len(labels) != len(parts):
        return children
    others = [c for c in children if not c.classes & {"tabbed-labels", "tabbed-content"}]
    return [*others, *(each for pair in zip(labels, parts, strict=True) for each in pair)]


def _elements(element: Element) -> list[Element]:
    return [c for c in element.children if isinstance(c, Element)]
