"""Registers careleaf's syntax with Python-Markdown; named in mkdocs.yml as ``careleaf``."""

from markdown import Markdown
from markdown.extensions import Extension

from careleaf.channels.markdown.care_card import care_card_extension
from careleaf.channels.markdown.chart import Charts
from careleaf.channels.markdown.citations import CitationNumbers, CitationProcessor
from careleaf.channels.markdown.health_block import health_block_extension
from careleaf.channels.markdown.table_alignment import TableAlignment
from careleaf.channels.markdown.topic_list import topic_list_extension
from careleaf.channels.markdown.words import DEFAULT_WORDS

_PRIORITY = 176
"""Below code (190) and escapes (180), so that both are immune; above footnotes (175) and links (170 and 160)."""

_AFTER_INLINE = 19
"""Below the inline patterns (20), above the list of contents (5)."""

_FINISHED = 1
"""After everything that changes words."""

__all__ = ["CareleafExtension", "makeExtension"]


class CareleafExtension(Extension):
    """Citations ``[@key#evidence]``, the blocks ``care-card`` and ``topics``, and those of `health_block`."""

    def __init__(self, **options: object) -> None:
        self.config = {"words": [dict(DEFAULT_WORDS), "The words it prints, by key; careleaf's plugin sets them"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register `citation` (inline, 176), `citation_numbers` (19), blocks, `charts` and `table_alignment` (1)."""
        words = {**DEFAULT_WORDS, **self.getConfig("words")}
        md.inlinePatterns.register(CitationProcessor(md), "citation", _PRIORITY)
        md.treeprocessors.register(CitationNumbers(md, words["source-number"]), "citation_numbers", _AFTER_INLINE)
        care_card_extension(words).extendMarkdown(md)
        health_block_extension(words).extendMarkdown(md)
        topic_list_extension().extendMarkdown(md)
        md.treeprocessors.register(Charts(md), "charts", _FINISHED)
        md.treeprocessors.register(TableAlignment(md), "table_alignment", _FINISHED)


def makeExtension(**options: object) -> CareleafExtension:  # noqa: N802  # Python-Markdown's name
    """Return the extension."""
    return CareleafExtension(**options)
