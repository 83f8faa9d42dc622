"""Whether "only" stands with a figure in the sentence and in the evidence alike."""

import re
from collections.abc import Iterator, Sequence

from careleaf.model.agreement import agrees
from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd
from careleaf.rules.claims.attachment import Attached, attached_figures, opens_with_limit
from careleaf.rules.claims.evidence import Reported
from careleaf.rules.claims.surroundings import role_of

_ALONE = re.compile(r"\b(?:alone|sole|just|nothing\s+but|by\s+(?:it|them)sel(?:f|ves))\b", re.IGNORECASE)
_SURVIVES = re.compile(r"\b(?:liv(?:e|es|ed|ing)|surviv\w+|alive)\b", re.IGNORECASE)
_GOES_UP = re.compile(
    r"\b(?:go(?:es|ing)?|went|gone|rais\w+|r[io]ses?|risen|increas\w+|mov\w+|step\w*|build\w*|work\w*|turn\w*|put|titrat\w+)\s+(?:\w+\s+){0,2}?up\s+to\s*\Z",
    re.IGNORECASE,
)
_REACH = 60


def is_reached(claim: Quantity, sentence: str, own: Quantity, statement: str) -> bool:
    """Tell whether words of a limit say no more than the evidence: live 5 years or more, may go up to 10 mg."""
    if own.hedge is not Hedge.NONE or own.range_end is not RangeEnd.NONE:
        return False
    if claim.hedge is Hedge.AT_LEAST and claim.kind is Kind.DURATION:
        return bool(_SURVIVES.search(sentence) and _SURVIVES.search(statement))
    before = sentence[max(0, claim.start - _REACH) : claim.start]
    return claim.hedge is Hedge.AT_MOST and bool(_GOES_UP.search(before)) and role_of(own, statement) == "to"


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
