"""Whether "only" stands with a figure in the sentence and in the evidence alike."""

import re
from collections.abc import Iterator, Sequence

from careleaf.model.agreement import agrees
from careleaf.model.quantity import Kind
from careleaf.rules.claims.attachment import Attached, attached_figures, opens_with_limit
from careleaf.rules.claims.evidence import Reported

_ALONE = re.compile(r"\b(?:alone|sole|just|nothing\s+but|by\s+(?:it|them)sel(?:f|ves))\b", re.IGNORECASE)
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
        if not claim.is_limited and _ALONE.search(sentence):
            continue
        if claim.is_limited and any(
            opens_with_limit(one.statement) or _ALONE.search(one.statement) for one in reported
        ):
            continue
        if holding and all(own.is_limited != claim.is_limited for own in holding):
            yield claim, holding[0]
