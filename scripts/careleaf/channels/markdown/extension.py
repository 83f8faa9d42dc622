"""Registers careleaf's syntax with Python-Markdown; named in mkdocs.yml as ``careleaf``."""

from markdown import Markdown
from markdown.extensions import Extension

from careleaf.channels.markdown.care_card import CareCard, care_card_extension
from careleaf.channels.markdown.citations import CitationProcessor

_PRIORITY = 176
"""Below code (190) and escapes (180), so that both are immune; above footnotes (175) and links (170 and 160)."""

__all__ = ["CareCard", "CareleafExtension", "makeExtension"]


class CareleafExtension(Extension):
    """Citations ``[@key#evidence]`` and the block ``/// care-card``."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register the inline processor `citation` (176) and the care card block."""
        self.citations = CitationProcessor(md)
        md.inlinePatterns.register(self.citations, "citation", _PRIORITY)
        care_card_extension().extendMarkdown(md)
        md.registerExtension(self)

    def reset(self) -> None:
        """Start numbering anew: each page counts its own sources."""
        self.citations.numbers.clear()


def makeExtension(**options: object) -> CareleafExtension:  # noqa: N802  # Python-Markdown's name
    """Return the extension; it has no options."""
    return CareleafExtension(**options)
