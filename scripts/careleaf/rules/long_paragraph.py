"""A paragraph with too many sentences.

Readers of health pages look for the one thing they need, and skip grey blocks of text. Short paragraphs, each with
one thought, can be scanned. Only English text is looked at; on a site in another language this rule stays silent.

Can be wrong when: the sentences are very short and belong together.

Begin a new paragraph at the next thought, or make a list. How many sentences are allowed is
`language.paragraph_sentences` in `policy.yml`, 5 by default.

Bad:  a paragraph of eight sentences on sleep, coffee, iron and medicines
Good: four short paragraphs, or a list of four items
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.readability.prose import english_pages, prose
from careleaf.model.rule import Rule
from careleaf.model.sentence import split_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each paragraph or list item that is too long."""
    most = library.policy.value.language.paragraph_sentences
    for page in english_pages(library):
        for block in prose(page):
            if len(block.word_offsets) > most and (count := len(split_sentences(block.text))) > most:
                yield Finding(
                    block.location,
                    f"This paragraph has {count} sentences; {most} are allowed.",
                    "Begin a new paragraph at the next thought, or make a list.",
                )


RULE = Rule("LAN103", "long-paragraph", Severity.WARNING, "A paragraph has too many sentences.", check=check)
