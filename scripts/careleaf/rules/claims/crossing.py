"""Whether a figure that the evidence holds is said of what the evidence says it of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careleaf.model.agreement import agrees
from careleaf.model.figures import derived_shares
from careleaf.model.quantity import Kind, Quantity
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.direction import class_of, contradictions, opposite_of
from careleaf.rules.claims.evidence import Reported
from careleaf.rules.claims.surroundings import LEVEL


@dataclass(frozen=True, slots=True)
class Crossing:
    """A figure that the evidence has for something else."""

    claim: Attached
    reported: Attached
    """The same figure in the evidence."""
    rival: Attached | None
    """The figure that the evidence has for what the sentence speaks of; None when only the direction is turned."""


def find_crossings(sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield each figure whose words fit another figure of the same evidence, or turn its own words round."""
    found = attached_figures(sentence)
    shares = (_of_counts(share, found) for share in derived_shares(sentence))
    for claim in (*found, *shares):
        holding = [one for one in reported if one.statement and agrees(claim.figure, one.figure)]
        crossings = [_crossing(claim, _attached(one)) for one in holding]
        if crossings and all(crossings):
            yield next(filter(None, crossings))


def _attached(reported: Reported) -> tuple[Attached, tuple[Attached, ...]]:
    """Return a figure with its words, and all figures of its statement."""
    found = attached_figures(reported.statement)
    shares = derived_shares(reported.statement)
    statement = (*found, *(_of_counts(share, found) for share in shares))
    alone = Attached(reported.figure, reported.figure.text, frozenset(), is_limited=False)
    own = next((one for one in statement if one.figure == reported.figure), alone)
    return own, tuple(
        one for one in statement if own.next_word or one is own or not _is_whole_of(own.figure, one.figure, shares)
    )


def _is_whole_of(one: Quantity, other: Quantity, shares: Sequence[Quantity]) -> bool:
    """Tell whether two counts make one share, as 61 of 150 women: the words beside the whole are those of its part."""
    return any(share.start <= min(one.start, other.start) and max(one.end, other.end) <= share.end for share in shares)


def _of_counts(share: Quantity, found: Sequence[Attached]) -> Attached:
    """Return a share with the words of both its counts: 28 of 100 with the tablet."""
    counts = [one for one in found if one.figure.start >= share.start and one.figure.end <= share.end]
    words = frozenset(word for one in counts for word in one.words)
    return replace(counts[-1], figure=share, words=words, next_word="", beside=frozenset())


def _crossing(claim: Attached, found: tuple[Attached, tuple[Attached, ...]]) -> Crossing | None:
    own, statement = found
    if _changes_role(claim, own):
        return Crossing(claim, own, None)
    if _shares_company(claim, own):
        return None
    everything = frozenset(word for one in statement for word in one.words)
    for rival in statement:
        if rival is own or not _is_rival(claim.figure, own.figure, rival.figure):
            continue
        if _fits_better(claim, own, rival, everything) or _stands_beside(claim, own, rival):
            return Crossing(claim, own, rival)
    if _turns_round(claim, own):
        return Crossing(claim, own, None)
    return None


def _is_rival(claim: Quantity, own: Quantity, other: Quantity) -> bool:
    same_unit = other.unit == own.unit or own.kind is Kind.COUNT
    return other.kind is own.kind and same_unit and not agrees(claim, other)


def _fits_better(claim: Attached, own: Attached, rival: Attached, everything: frozenset[str]) -> bool:
    """Tell whether the claim has words that only the rival has, and none that only its own figure has.

    Where a pronoun may stand for such words, the claim must speak in the evidence's own words throughout.
    """
    if claim.is_negated != rival.is_negated:
        return False
    if claim.next_word and claim.next_word == rival.next_word and own.next_word not in {"", *claim.words, *rival.words}:
        return True
    if own.words and opposite_of(_TREATED) in claim.words & rival.words - own.words and not {_TREATED} & claim.words:
        return True  # "on placebo" names a group, whatever else the sentence says of it
    of_rival, of_own = (
        claim.words & (rival.words - own.words),
        claim.words & (own.words - rival.words - _elided(own, rival)),
    )
    if not of_rival or of_own:
        return False
    if any(opposite_of(word) in own.words for word in of_rival):
        return True
    if not (own.words - rival.words or own.refers_back):
        return False
    refers_back = own.refers_back or rival.refers_back or claim.refers_back
    return not refers_back or claim.words <= everything


def _elided(own: Attached, rival: Attached) -> frozenset[str]:
    """Return the direction that the rival takes over from its own: it fell by 5 with one and by 1 with another."""
    return own.words & _DIRECTIONS if own.role == rival.role != "" and not rival.words & _DIRECTIONS else frozenset()


_DIRECTIONS = frozenset(f"{index}{side}" for index in range(2) for side in "+-")
_TREATED = class_of("treated")


def _stands_beside(claim: Attached, own: Attached, rival: Attached) -> bool:
    """Tell whether another figure of its part is the rival's and not its own: over 80 beside 1 in 3."""
    return any(
        _same_scale(one, its) and not agrees(one, its) and any(agrees(one, other) for other in rival.beside)
        for one in claim.beside
        for its in own.beside
    )


def _shares_company(claim: Attached, own: Attached) -> bool:
    """Tell whether another figure stands beside it here and in the evidence: 1 in 3 of those over 65."""
    return any(agrees(one, its) for one in claim.beside for its in own.beside)


def _same_scale(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and one.unit == other.unit


def _changes_role(claim: Attached, own: Attached) -> bool:
    """Tell whether a change is said as a level, or where it began as where it ended: to 15% for by 15%."""
    if LEVEL in {claim.role, own.role}:
        by = [one.role == "by" or one.figure.also is not None for one in (claim, own)]
        return any(by) and not all(by)
    return bool(claim.role and own.role and claim.role != own.role)


def _turns_round(claim: Attached, own: Attached) -> bool:
    """Tell whether the same figure is said the other way round: to for from, a day for a week, worse for better."""
    if claim.period and own.period and claim.period != own.period:
        return True
    return not (claim.is_negated or own.is_negated) and any(contradictions(claim.words, own.words))
