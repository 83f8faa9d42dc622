"""The running text of topic pages that are written in English, sentence by sentence and section by section.

Syllables and sentence ends are known here for English alone. About text in another language nothing is said: silence is
better than a number that means nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from careleaf.model.body import HEADINGS, Block
from careleaf.model.finding import Location
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.readability.grade import TextCounts, count_sentence, total
from careleaf.model.sentence import split_sentences

_NO_PROSE = frozenset({*HEADINGS, "pre", "code", "th", "td", "caption"})
"""Headings and cells are no sentences; their few words would make a hard page look easy."""
_SECTION_HEADINGS = frozenset({"h1", "h2"})


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence as the formulas see it; a list item or a line break ends one too."""

    text: str
    location: Location
    counts: TextCounts


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first or second level with the text below it; the text before the first has no heading."""

    heading: Block | None
    sentences: tuple[ReadSentence, ...]

    @property
    def counts(self) -> TextCounts:
        """The counts of its sentences together."""
        return total(sentence.counts for sentence in self.sentences)


def english_pages(library: Library) -> tuple[Page, ...]:
    """Return the topic pages of an English site; none of another."""
    return library.topic_pages if library.site.language.partition("-")[0].casefold() == "en" else ()


def prose(page: Page) -> Iterator[Block]:
    """Yield the blocks with running text, in reading order."""
    return (block for block in page.body.blocks if block.tag not in _NO_PROSE)


def sections(page: Page) -> Iterator[Section]:
    """Yield the sections of a page, in reading order."""
    heading: Block | None = None
    sentences: list[ReadSentence] = []
    for block in page.body.blocks:
        if block.tag in _SECTION_HEADINGS:
            yield Section(heading, tuple(sentences))
            heading, sentences = block, []
        elif block.tag not in _NO_PROSE:
            sentences.extend(_read(block))
    yield Section(heading, tuple(sentences))


def _read(block: Block) -> Iterator[ReadSentence]:
    for sentence in split_sentences(block.text):
        counts = count_sentence(sentence.text)
        if counts.words:
            yield ReadSentence(sentence.text, block.locate(sentence.start), counts)
