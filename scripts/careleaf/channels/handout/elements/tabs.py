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
    for part in _elements(in_paper_order(element)):
        if part.tag == "label":
            nodes.append({"kind": "tab-label", "children": folded_line(line_nodes(part, context))})
        elif part.classes & {"tabbed-content", "tabbed-block"}:
            nodes += context.blocks(part)
        elif part.tag != "input":
            nodes += context.refuse(part, "has no form on paper in a set of tabs")
    return [{"kind": "tabs", "children": nodes}]


def in_paper_order(element: Element) -> Element:
    """Return an element in which every tab's label stands before its part; all else is as it was."""
    children = tuple(in_paper_order(c) if isinstance(c, Element) else c for c in element.children)
    labels = [label for c in _with_class(children, "tabbed-labels") for label in _elements(c)]
    parts = [part for c in _with_class(children, "tabbed-content") for part in _elements(c)]
    if "tabbed-set" not in element.classes or not labels or len(labels) != len(parts):
        return replace(element, children=children)
    pairs = zip(labels, parts, strict=True)
    return replace(element, children=tuple(each for pair in pairs for each in pair))


def _with_class(children: tuple[Element | str, ...], name: str) -> list[Element]:
    return [c for c in children if isinstance(c, Element) and name in c.classes]


def _elements(element: Element) -> list[Element]:
    return [c for c in element.children if isinstance(c, Element)]
