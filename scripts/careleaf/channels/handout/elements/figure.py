"""Pictures and tables with a caption."""

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.inline import line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element


def figure(element: Element, context: Context) -> list[Node]:
    """Return a figure; the caption of a lone table becomes the table's own."""
    parts = [child for child in element.children if isinstance(child, Element)]
    captions = [part for part in parts if part.tag == "figcaption"]
    rest = tuple(c for c in element.children if isinstance(c, str) or c.tag != "figcaption")
    caption = folded_line(_caption_line(captions[0], context)) if captions else []
    children = context.blocks(Element("figure", {}, rest), element)
    if len(children) == 1 and isinstance(children[0], dict) and children[0]["kind"] == "table":
        table = children[0]
        is_first = parts[0].tag == "figcaption"
        return [
            {**table, "caption": table["caption"] or caption, "is_caption_first": bool(table["caption"]) or is_first}
        ]
    return [{"kind": "figure", "children": children, "caption": caption, "is_caption_first": False}]


def _caption_line(caption: Element, context: Context) -> list[Node]:
    """Return a caption's words; pymdownx puts them into a paragraph."""
    parts = [child for child in caption.children if isinstance(child, Element)]
    if (
        len(parts) == 1
        and parts[0].tag == "p"
        and not "".join(c for c in caption.children if isinstance(c, str)).strip()
    ):
        return line_nodes(parts[0], context)
    return line_nodes(caption, context)
