"""The alignment of table cells as a class: a style attribute would need a hole in the Content Security Policy."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_STYLES = {f"text-align: {side};": f"align-{side}" for side in ("left", "center", "right")}


class TableAlignment(Treeprocessor):
    """Turns ``style="text-align: right;"``, which the tables extension writes, into ``class="align-right"``."""

    def run(self, root: Element) -> None:
        """Change every cell of the page."""
        for cell in root.iter():
            name = _STYLES.get(cell.get("style", "")) if cell.tag in {"td", "th"} else None
            if name:
                del cell.attrib["style"]
                cell.set("class", f"{cell.get('class', '')} {name}".strip())
