"""The sentences of topic pages, each with the citations that carry it."""

from collections.abc import Iterator

from careleaf.model.cited_sentence import CitedSentence
from careleaf.model.library import Library


def claiming_sentences(library: Library) -> Iterator[CitedSentence]:
    """Yield every sentence of topic pages that could claim something; headings and code cannot."""
    for page in library.topic_pages:
        yield from page.body.cited_sentences
