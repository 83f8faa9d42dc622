"""Registers careleaf's syntax with Python-Markdown; named in mkdocs.yml as ``careleaf``."""

from markdown import Markdown
from markdown.extensions import Extension

from careleaf.channels.markdown.care_card import care_card_extension
from careleaf.channels.markdown.citations import CitationProcessor
from careleaf.channels.markdown.table_alignment import TableAlignment
from careleaf.channels.markdown.words import DEFAULT_WORDS

_PRIORITY = 176
"""Below code (190) and escapes (180), so that both are immune; above footnotes (175) and links (170 and 160)."""

__all__ = ["CareleafExtension", "makeExtension"]


class CareleafExtension(Extension):
    """Citations ``[@key#evidence]`` and the block ``/// care-card``."""

    def __init__(self, **options: object) -> None:
        self.config = {"words": [dict(DEFAULT_WORDS), "The words it prints, by key; careleaf's plugin sets them"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register the inline processor `citation` (176), the care card block, and `table_alignment` (1)."""
        words = {**DEFAULT_WORDS, **self.getConfig("words")}
        self.citations = CitationProcessor(md, words["source-number"])
        md.inlinePatterns.register(self.citations, "citation", _PRIORITY)
        care_card_extension(words).extendMarkdown(md)
        md.treeprocessors.register(TableAlignment(md), "table_alignment", 1)
        md.registerExtension(self)

    def reset(self) -> None:
        """Start numbering anew: each page counts its own sources."""
        self.citations.numbers.clear()


def makeExtension(**options: object) -> CareleafExtension:  # noqa: N802  # Python-Markdown's name
    """Return the extension."""
    return CareleafExtension(**options)
