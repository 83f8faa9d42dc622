"""Whether a figure that the evidence holds is said of what the evidence says it of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careleaf.model.agreement import agrees
from careleaf.model.quantity import Quantity
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.direction import contradictions, opposite_of
from careleaf.rules.claims.evidence import Reported


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
    for claim in attached_figures(sentence):
        holding = [one for one in reported if one.statement and agrees(claim.figure, one.figure)]
        crossings = [_crossing(claim, _attached(one)) for one in holding]
        if crossings and all(crossings):
            yield next(filter(None, crossings))


def _attached(reported: Reported) -> tuple[Attached, tuple[Attached, ...]]:
    """Return a figure with its words, and all figures of its statement."""
    statement = attached_figures(reported.statement)
    own = next((one for one in statement if one.figure == reported.figure), None)
    return own or Attached(reported.figure, reported.figure.text, frozenset(), is_limited=False), statement


def _crossing(claim: Attached, found: tuple[Attached, tuple[Attached, ...]]) -> Crossing | None:
    own, statement = found
    rivals = [one for one in statement if one is not own and _is_rival(claim.figure, own.figure, one.figure)]
    for rival in rivals:
        if _fits_better(claim, own, rival):
            return Crossing(claim, own, rival)
    negated = claim.is_negated or own.is_negated
    if not negated and any(contradictions(claim.words, own.words)):
        return Crossing(claim, own, None)
    return None


def _is_rival(claim: Quantity, own: Quantity, other: Quantity) -> bool:
    return other.kind is own.kind and other.unit == own.unit and not agrees(claim, other)


def _fits_better(claim: Attached, own: Attached, rival: Attached) -> bool:
    """Tell whether the claim has words that only the rival has, and none that only its own figure has."""
    of_rival, of_own = claim.words & (rival.words - own.words), claim.words & (own.words - rival.words)
    if not of_rival or of_own or claim.is_negated != rival.is_negated:
        return False
    if any(opposite_of(word) in own.words for word in of_rival):
        return True
    return bool(own.words - rival.words) and not (own.refers_back or rival.refers_back or claim.refers_back)
