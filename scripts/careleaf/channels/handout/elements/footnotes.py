"""Footnotes: numbered notes below the page's text, where the website has them too.

They do not go to the foot of the sheet: the words of every channel stand in the order that was signed.
"""

from careleaf.channels.handout.context import Context, Node
from careleaf.model.body import Element


def footnotes(element: Element, context: Context) -> list[Node]:
    """Return the list of notes."""
    parts = [c for c in element.children if isinstance(c, Element) and c.tag != "hr"]
    strange = next((part for part in parts if part.tag != "ol"), None)
    if strange:
        return context.refuse(strange, "has no form on paper among footnotes")
    notes = Element("div", {}, tuple(parts))
    return [{"kind": "footnotes", "children": context.blocks(notes, element)}]
