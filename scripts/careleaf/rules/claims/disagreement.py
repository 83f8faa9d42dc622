"""What the rules on figures and evidence say together: figure-not-in-evidence, changed-qualifier, swapped-figure."""

import re
from collections.abc import Iterable, Iterator, Sequence

from careleaf.model.agreement import agrees, is_bounded_alike
from careleaf.model.figures import derived_shares
from careleaf.model.quantity import Hedge, Kind, Quantity
from careleaf.model.sentence import split_sentences
from careleaf.rules.claims.complement import is_of_the_others, is_other_side
from careleaf.rules.claims.crossing import find_crossings
from careleaf.rules.claims.evidence import Reported, figures_and_contacts, holding
from careleaf.rules.claims.limits import changed_limit, is_reached


def disagrees(claim: str, reported: tuple[Reported, ...]) -> bool:
    """Tell whether one of the three rules has a finding in a text that cites this evidence."""
    return any(_sentence_disagrees(sentence.text, reported) for sentence in split_sentences(claim))


def _sentence_disagrees(sentence: str, reported: tuple[Reported, ...]) -> bool:
    return (
        any(claimed_but_not_in(sentence, reported))
        or any(changed_bound(figure, reported, sentence) for figure in figures_and_contacts(sentence))
        or any(changed_limit(sentence, reported))
        or any(find_crossings(sentence, reported))
    )


def claimed_but_not_in(sentence: str, reported: Sequence[Reported]) -> Iterator[Quantity]:
    """Yield the figures of a sentence that nothing bears out, neither alone nor as 26 of 100, nor as all others."""
    values = tuple(one.figure for one in reported)
    named = {value.unit for value in values if value.kind is Kind.CONTACT}
    borne_out = [
        share
        for share in derived_shares(sentence)
        if any(agrees(share, other) for other in values) or is_of_the_others(share, sentence, reported)
    ]
    for figure in figures_not_in(figures_and_contacts(sentence), values):
        counted = figure.kind is Kind.COUNT
        if figure.kind is Kind.CONTACT and figure.unit not in named:
            continue  # whom to call is not what this evidence is cited for
        if counted and any(share.start <= figure.start and figure.end <= share.end for share in borne_out):
            continue
        if not is_of_the_others(figure, sentence, reported):
            yield figure


def figures_not_in(figures: Iterable[Quantity], reported: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """Yield the figures that no reported one bears out."""
    return (figure for figure in figures if not any(agrees(figure, other) for other in reported))


_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|rough|approximately|or\s+so|estimated?|something\s+like)\b", re.IGNORECASE
)
"""It says of a figure at some distance that it is no exact one: about what you take in in half a year."""


def changed_bound(figure: Quantity, reported: Sequence[Reported], sentence: str) -> Reported | None:
    """Return evidence with the value of a figure when none of it is bounded like the figure."""
    found = holding(figure, reported)
    if any(
        is_bounded_alike(figure, one.figure)
        or is_other_side(figure, sentence, one)
        or is_reached(figure, sentence, one.figure, one.statement)
        or (one.figure.hedge is Hedge.ABOUT and figure.hedge is Hedge.NONE and _ROUGHLY.search(sentence))
        for one in found
    ):
        return None
    return next(iter(found), None)
