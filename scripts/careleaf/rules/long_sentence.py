"""A sentence with too many words.

A reader has to keep the beginning of a sentence in mind until its end. Long ones are lost half-way, most of all on a
phone, in a second language, or in pain. Only English text is looked at; on a site in another language this rule stays
silent.

Can be wrong when: the sentence is a list of names that would be no clearer in pieces.

Make two sentences of it, or a list. How many words are allowed is `language.sentence_words` in `policy.yml`, 25 by
default.

Bad:  a sentence of forty words that says who lies awake at night, why, how often, and what they should do
Good: `Do your legs keep you awake at night? Ask your doctor about a blood test.`
"""

from collections.abc import Iterator

from careleaf.model.body import Block
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.readability.grade import words_of
from careleaf.model.readability.prose import english_pages, prose
from careleaf.model.rule import Rule
from careleaf.model.sentence import split_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each sentence that is too long."""
    most = library.policy.value.language.sentence_words
    for page in english_pages(library):
        for block in prose(page):
            if len(block.word_offsets) > most:  # no shorter block can hold a longer sentence
                yield from _long_sentences(block, most)


def _long_sentences(block: Block, most: int) -> Iterator[Finding]:
    for sentence in split_sentences(block.text):
        count = len(words_of(sentence.text))
        if count > most:
            yield Finding(
                block.locate(sentence.start),
                f"This sentence has {count} words; {most} are allowed.",
                "Make two sentences of it, or a list.",
            )


RULE = Rule("LAN102", "long-sentence", Severity.WARNING, "A sentence has too many words.", check=check)
