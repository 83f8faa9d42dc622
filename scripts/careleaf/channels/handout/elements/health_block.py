"""Blocks for health writing: key facts, do and do not, steps, questions with room for answers, a diary."""

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.box import room
from careleaf.model.body import Element
from careleaf.model.health_block import BlockKind

_KINDS = frozenset(BlockKind)


def health_block(element: Element, context: Context) -> list[Node]:
    """Return a block; its form on paper hangs on what it is for."""
    kind = element.attributes.get("data-block", "")
    if kind not in _KINDS:
        return context.refuse(element, "is a block of no known kind")
    return [{"kind": "block", "block": kind, "room": room(element), "children": context.blocks(element)}]
