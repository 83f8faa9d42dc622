"""Citations in the text: ``[@key]``, ``[@key#evidence]``, ``[@a; @b]``."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from careleaf.model.citation import CITATION, parse_citations

_CLASS = "citation"


class CitationProcessor(InlineProcessor):
    """Turns brackets into markers whose links lead to the list of sources, also without script."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(CITATION.pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802  # Python-Markdown's name and its older signature
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Return the marker, still without numbers."""
        mark = Element("sup", {"class": _CLASS, "data-cite": m["inside"]})
        for index, citation in enumerate(parse_citations(m["inside"])):
            link = SubElement(mark, "a")
            if citation.evidence:
                link.set("data-evidence", f"{citation.source}-{citation.evidence}")
            if index:
                mark[-2].tail = ", "
        return mark, m.start(0), m.end(0)


class CitationNumbers(Treeprocessor):
    """Numbers the markers: one number a source, in order of first citation as a reader meets them.

    That has to wait for the finished tree: Python-Markdown does not work on the text in reading order.
    """

    def __init__(self, md: Markdown, label: str) -> None:
        super().__init__(md)
        self.label = label

    def run(self, root: Element) -> None:
        """Write its number into each marker of the page."""
        numbers: dict[str, int] = {}
        for mark in root.iter("sup"):
            if mark.get("class") == _CLASS and "data-cite" in mark.attrib:
                for link, citation in zip(mark, parse_citations(mark.attrib["data-cite"]), strict=True):
                    _number(link, numbers.setdefault(citation.source, len(numbers) + 1), self.label)


def _number(link: Element, number: int, label: str) -> None:
    link.set("href", f"#source-{number}")
    link.set("aria-label", label.format(number=number))
    link.text = str(number)
