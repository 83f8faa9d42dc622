"""A page or section that is harder to read than its readers need.

More than four in ten adults struggle with ordinary health information
(https://service-manual.nhs.uk/content/health-literacy), and a worried or tired reader struggles more. What is not
understood cannot be followed. The grade is that of Flesch-Kincaid; the grade by SMOG, which mostly stands three
higher, is shown beside it. Both look at the length of sentences and words alone. List items and line breaks end a
sentence; headings, tables and citations do not count; fewer than 100 words get no grade. Only English text is
measured; on a site in another language this rule stays silent.

Can be wrong when: long words are names that cannot be avoided, such as those of medicines; the grade without the
glossary's terms is shown then. A low grade does not mean that the text is clear.

Split the hardest sentences, which are named, and say long words in shorter ones. Targets by page type, the tolerance,
and whether this is an error are set by `language` in `policy.yml`.

Bad:  `The administration of supplementary iron necessitates prior laboratory investigation.`
Good: `Have a blood test before you take iron.`
"""

from collections.abc import Iterator
from itertools import chain

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.glossary import Glossary
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.readability.grade import TextCounts, count_sentence, total
from careleaf.model.readability.prose import ReadSentence, Section, english_pages, sections
from careleaf.model.rule import Rule

_HARDEST = 3
_LEAST_WORDS = 8
"""A shorter sentence is hard because of one word, not because of how it is built."""
_SHOWN = 50


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that is too hard as a whole, or else for each of its sections that is."""
    for page in english_pages(library):
        if (page_type := page.front.value.type) is not None:
            yield from _hard_parts(page, page_type, library)


def _hard_parts(page: Page, page_type: PageType, library: Library) -> Iterator[Finding]:
    parts = tuple(sections(page))
    whole = tuple(chain.from_iterable(part.sentences for part in parts))
    if _is_too_hard(total(part.counts for part in parts), page_type, library):
        yield _finding("This page", page.location, whole, page_type, library)
        return
    for part in parts:
        if _is_too_hard(part.counts, page_type, library):
            yield _finding(_name(part), _place(part, page), part.sentences, page_type, library)


def _is_too_hard(counts: TextCounts, page_type: PageType, library: Library) -> bool:
    language = library.policy.value.language
    grade = round(counts.flesch_kincaid, 1)  # as it is printed, so that no finding contradicts itself
    return counts.is_gradable and grade > language.grade_for(page_type) + language.tolerance


def _name(part: Section) -> str:
    return f"The section “{part.heading.text}”" if part.heading else "The text before the first heading"


def _place(part: Section, page: Page) -> Location:
    return part.heading.location if part.heading else page.location


def _finding(
    name: str, place: Location, sentences: tuple[ReadSentence, ...], page_type: PageType, library: Library
) -> Finding:
    counts = total(sentence.counts for sentence in sentences)
    language = library.policy.value.language
    without = _without_terms(sentences, library.glossary)
    message = (
        f"{name} reads at grade {counts.flesch_kincaid:.1f} by Flesch-Kincaid{without} "
        f"and at {counts.smog:.1f} by SMOG; a {page_type} page aims at {language.grade_for(page_type):g}, "
        f"give or take {language.tolerance:g}."
    )
    return Finding(place, message, f"Split or reword the hardest sentences: {_hardest(sentences)}.")


def _without_terms(sentences: tuple[ReadSentence, ...], glossary: Glossary) -> str:
    """Return the grade with the glossary's terms left out, when there are any."""
    rests = [_outside_terms(sentence.text, glossary) for sentence in sentences]
    if all(rest == sentence.text for rest, sentence in zip(rests, sentences, strict=True)):
        return ""
    return f" ({total(map(count_sentence, rests)).flesch_kincaid:.1f} without the glossary’s terms)"


def _outside_terms(text: str, glossary: Glossary) -> str:
    for use in reversed(tuple(glossary.find(text))):
        text = text[: use.start] + text[use.end :]
    return text


def _hardest(sentences: tuple[ReadSentence, ...]) -> str:
    long_enough = [sentence for sentence in sentences if sentence.counts.words >= _LEAST_WORDS] or list(sentences)
    hardest = sorted(long_enough, key=lambda sentence: -sentence.counts.flesch_kincaid)[:_HARDEST]
    return "; ".join(
        f"line {sentence.location.line}, grade {sentence.counts.flesch_kincaid:.0f}: “{_shortened(sentence.text)}”"
        for sentence in hardest
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


RULE = Rule("LAN101", "hard-text", Severity.WARNING, "A page or section is hard to read.", check=check)
