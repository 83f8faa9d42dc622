"""Text set as it stands: commands, files, letters to copy."""

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.lists import only
from careleaf.model.body import Element


def preformatted(element: Element, context: Context) -> list[Node]:
    """Return lines that keep their breaks and spaces; tabs become spaces."""
    return [{"kind": "preformatted", "text": element.text.strip("\n").expandtabs(4)}]


def highlighted(element: Element, context: Context) -> list[Node]:
    """Return code without its colours."""
    return [node for part in only(element, context, "pre") for node in preformatted(part, context)]
