"""Claims that rest on a kind of source too weak for them.

A news report retells a study in few words and under a deadline: it rounds, mixes up groups, and leaves out for whom
a figure holds. A patient deserves the figure from the work itself. Which kind of source may carry a figure, an
attribution or a quotation stands under `source_may_carry` in policy.yml; unless it says otherwise, news carries no
figure, and every other kind carries everything.

Can be wrong when: what is cited is the publisher's own data; then it is no `news`.

Cite a stronger work beside it or in its place: the study, guideline or public body that it names.

Bad:  `Exercise helps 54% of people.[@daily-paper]`, where `daily-paper` has `kind: news`
Good: `Exercise helps 54% of people.[@cederberg2024#only-improves]`
"""

from collections.abc import Iterator

from careleaf.model.cited_sentence import CitedSentence
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import Claim, SourceKind
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.quotation import find_quotation
from careleaf.rules.claims.sentences import claiming_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each sentence with a claim that no cited kind of source may carry."""
    for sentence in claiming_sentences(library):
        kinds = _kinds(sentence, library)
        refused = {claim for claim in Claim if kinds and not _carried(claim, kinds, library)}
        if refused and (found := _first_claim(sentence, refused)):
            offset, shown = found
            yield Finding(
                sentence.locate(offset),
                f"{shown} rests on {' and '.join(sorted(kinds))} alone.",
                "Cite the work behind it, such as the study that is named, and record what it says.",
            )


def _kinds(sentence: CitedSentence, library: Library) -> frozenset[SourceKind]:
    """Return the kinds cited; none when one source is unknown, which is another rule's finding."""
    records = [library.sources.get(citation.source) for citation in sentence.citations]
    known = [record.value.kind for record in records if record]
    return frozenset(known) if len(known) == len(records) else frozenset()


def _carried(claim: Claim, kinds: frozenset[SourceKind], library: Library) -> bool:
    return any(library.policy.value.may_carry(kind, claim) for kind in kinds)


def _first_claim(sentence: CitedSentence, refused: set[Claim]) -> tuple[int, str] | None:
    if Claim.FIGURE in refused and (figures := figures_to_cite(sentence.sentence)):
        return figures[0].start, f'"{figures[0].text}"'
    if Claim.ATTRIBUTION in refused and (attribution := find_attribution(sentence.text)):
        return attribution[0], f'"{attribution[1]}"'
    if Claim.QUOTATION in refused and (quotation := find_quotation(sentence.text)):
        return quotation[0], "This quotation"
    return None


RULE = Rule("CLM220", "weak-source", Severity.ERROR, "A claim rests on a kind of source too weak for it.", check=check)
