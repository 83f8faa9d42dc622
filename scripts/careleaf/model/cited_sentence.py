"""The sentences of a body, each with the citations that carry it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careleaf.model.citation import Citation
from careleaf.model.finding import Location
from careleaf.model.sentence import Sentence, sentence_before, split_sentences

if TYPE_CHECKING:  # a body knows its sentences
    from careleaf.model.body import Block, Body

_NO_CLAIMS = frozenset({"pre", "code", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence, its place and its citations."""

    sentence: Sentence
    block: "Block"
    citations: tuple[Citation, ...]
    """Its own; if it has none, those of the sentence that leads into its list or table."""
    is_inherited: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text

    def locate(self, offset: int) -> Location:
        """Return the place of an offset of the sentence."""
        return self.block.locate(self.sentence.start + offset)


def cited_sentences(body: "Body") -> Iterator[CitedSentence]:
    """Yield every sentence that could claim something; headings and code cannot."""
    for block in body.blocks:
        if block.tag not in _NO_CLAIMS:
            yield from _cited(block, body)


def _cited(block: "Block", body: "Body") -> Iterator[CitedSentence]:
    sentences = split_sentences(block.text)
    own = _citations_by_sentence(block, sentences)
    inherited: tuple[Citation, ...] | None = None
    for sentence, citations in zip(sentences, own, strict=True):
        if not citations and inherited is None:
            inherited = _inherited(block, body)
        yield CitedSentence(sentence, block, citations or inherited or (), is_inherited=not citations)


def _citations_by_sentence(block: "Block", sentences: tuple[Sentence, ...]) -> list[tuple[Citation, ...]]:
    """Return what each sentence cites: marks inside it and directly behind its full stop."""
    cited: list[list[Citation]] = [[] for _ in sentences]
    for mark in block.marks if cited else ():
        cited[sentence_before(mark.offset, sentences)].extend(mark.citations)
    return [tuple(citations) for citations in cited]


def _inherited(block: "Block", body: "Body") -> tuple[Citation, ...]:
    """Return the citations of its row or column, else of the sentence that leads into its list or table."""
    shared = tuple(c for index in block.companions for c in body.blocks[index].citations)
    if shared:
        return shared
    seen = set()
    index = block.lead_in
    while index is not None and index not in seen:
        seen.add(index)
        leading = body.blocks[index]
        sentences = split_sentences(leading.text)
        citations = _citations_by_sentence(leading, sentences)[-1] if sentences else leading.citations
        if citations:
            return citations
        index = leading.lead_in
    return ()
