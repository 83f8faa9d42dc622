"""Figures that rest on a news report alone.

A report retells a study in few words and under a deadline: it rounds, mixes up groups, and leaves out for whom
a figure holds. A patient deserves the figure from the work itself.

Can be wrong when: what is cited is the publisher's own data; then it is no `news`.

Cite the study, guideline or public body that the report names, and record its evidence. The report may be
cited beside it.

Bad:  `Exercise helps 54% of people.[@daily-paper]`, where `daily-paper` has `kind: news`
Good: `Exercise helps 54% of people.[@cederberg2024#only-improves]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import SourceKind
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.sentences import CitedSentence, claiming_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each sentence whose figures no stronger source carries."""
    for claim in claiming_sentences(library):
        if not _rests_on_news(claim, library):
            continue
        figures = figures_to_cite(claim.sentence)
        if figures:
            yield Finding(
                claim.locate(figures[0].start),
                f'"{figures[0].text}" rests on news alone.',
                "Cite the work that the report names, and record what it says.",
            )


def _rests_on_news(claim: CitedSentence, library: Library) -> bool:
    """Tell whether something is cited, and all of it is news; an unknown source is another rule's finding."""
    records = [library.sources.get(citation.source) for citation in claim.citations]
    kinds = {record.value.kind if record else None for record in records}
    return kinds == {SourceKind.NEWS}


RULE = Rule("CLM220", "figure-on-news", Severity.ERROR, "A figure rests on news alone.", check=check)
