"""Words in another language, or in a script that runs from right to left (WCAG 2.2, 3.1.2)."""

import re

from careleaf.channels.handout.context import Node
from careleaf.model.body import Element

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?P<region>[A-Za-z]{2}))?(?:-[A-Za-z0-9-]*)?")
"""Language and region of a language tag (BCP 47)."""


def in_language(element: Element, nodes: list[Node], kind: str) -> list[Node]:
    """Return the nodes with the language and direction the element names; unchanged when it names none."""
    tag = _TAG.fullmatch(element.attributes.get("lang", ""))
    direction = element.attributes.get("dir", "")
    said: dict[str, object] = {}
    if tag:
        said["language"] = tag["language"].lower()
        said["region"] = (tag["region"] or "").upper()
    if direction in {"ltr", "rtl"}:
        said["direction"] = direction
    return [{"kind": kind, **said, "children": nodes}] if said and nodes else nodes


def names_language(element: Element) -> bool:
    """Tell whether an element says in which language or direction its words are."""
    return bool(element.attributes.keys() & {"lang", "dir"})
