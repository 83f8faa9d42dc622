"""Citations in the text: ``[@key]``, ``[@key#evidence]``, ``[@a; @b]``."""

import re
from xml.etree.ElementTree import Element, SubElement  # built here, nothing is parsed

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from careleaf.model.citation import CITATION, parse_citations


class CitationProcessor(InlineProcessor):
    """Turns brackets into superscript numbers: one number a source, in order of first citation."""

    def __init__(self, md: Markdown, label: str) -> None:
        super().__init__(CITATION.pattern, md)
        self.label = label
        self.numbers: dict[str, int] = {}

    def handleMatch(  # type: ignore[override]  # noqa: N802  # Python-Markdown's name and its older signature
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Return the marker; its links lead to the list of sources, also without script."""
        mark = Element("sup", {"class": "citation", "data-cite": m["inside"]})
        for index, citation in enumerate(parse_citations(m["inside"])):
            number = self.numbers.setdefault(citation.source, len(self.numbers) + 1)
            link = SubElement(mark, "a", {"href": f"#source-{number}"})
            link.set("aria-label", self.label.format(number=number))
            if citation.evidence:
                link.set("data-evidence", f"{citation.source}-{citation.evidence}")
            link.text = str(number)
            if index:
                mark[-2].tail = ", "
        return mark, m.start(0), m.end(0)
