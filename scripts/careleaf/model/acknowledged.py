"""Whether a page tells its readers that a work it cites was taken back.

Such a work may be cited if the sentence says what became of it. Few citations of retracted works do, so silence is
never taken for knowledge.
"""

import re
from collections.abc import Iterator

from careleaf.model.citation import CitationMark
from careleaf.model.page import Page
from careleaf.model.sentence import sentence_before, split_sentences

_SAYS_SO = re.compile(r"\b(?:retracted|withdrawn|retractad[oa]s?|retirad[oa]s?)\b", re.IGNORECASE)
"""In the languages of the interface: en, es."""


def silent_marks(page: Page, source: str) -> Iterator[CitationMark]:
    """Yield each mark of a source whose sentence does not say that the work was taken back."""
    for block in page.body.blocks:
        sentences = split_sentences(block.text)
        for mark in block.marks:
            cites = any(citation.source == source for citation in mark.citations)
            if cites and not (sentences and _SAYS_SO.search(sentences[sentence_before(mark.offset, sentences)].text)):
                yield mark
