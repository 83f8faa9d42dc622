"""Whether "only" stands with a figure in the sentence and in the evidence alike."""

from collections.abc import Iterator, Sequence

from careleaf.model.agreement import agrees
from careleaf.model.quantity import Kind
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.evidence import Reported

_KINDS = frozenset({Kind.SHARE, Kind.COUNT})


def changed_limit(sentence: str, reported: Sequence[Reported]) -> Iterator[tuple[Attached, Attached]]:
    """Yield each figure with its evidence where just one of the two says what it *only* does."""
    for claim in attached_figures(sentence):
        if claim.figure.kind not in _KINDS or any(other.kind in _KINDS for other in claim.beside):
            continue
        holding = [
            own
            for one in reported
            if one.statement and agrees(claim.figure, one.figure)
            for own in attached_figures(one.statement)
            if own.figure == one.figure
        ]
        if holding and all(own.is_limited != claim.is_limited for own in holding):
            yield claim, holding[0]
