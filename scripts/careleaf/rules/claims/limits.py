"""Limits that say no more than the evidence, and whether "only" stands with a figure in both texts alike."""

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
    if _is_scale(claim, sentence, own) or _is_half_of_median(sentence, statement):
        return True
    if own.hedge is not Hedge.NONE or own.range_end is not RangeEnd.NONE:
        return False
    if claim.hedge is Hedge.AT_LEAST and claim.kind is Kind.DURATION:
        return _is_gap(claim, sentence, own, statement) or bool(
            _SURVIVES.search(sentence) and _SURVIVES.search(statement)
        )
    if claim.hedge is Hedge.AT_MOST and claim.kind is Kind.DURATION and _is_last_time(claim, sentence, own, statement):
        return True
    before = sentence[max(0, claim.start - _REACH) : claim.start]
    return claim.hedge is Hedge.AT_MOST and bool(_GOES_UP.search(before)) and role_of(own, statement) == "to"


def _is_scale(claim: Quantity, sentence: str, own: Quantity) -> bool:
    """Tell whether a number is the end of a scale: 2.4 points out of 10, for 0 to 10."""
    return own.range_end is RangeEnd.HIGH and re.search(r"\bout\s+of\s+\Z", sentence[: claim.start]) is not None


def _is_half_of_median(sentence: str, statement: str) -> bool:
    """Tell whether half are said to lie on one side of a median: half were back in four days or less."""
    return _HALF.search(sentence) is not None and _MEDIAN.search(statement) is not None


_HALF, _MEDIAN = re.compile(r"\bhalf\b", re.IGNORECASE), re.compile(r"\bmedian\b", re.IGNORECASE)


def _is_gap(claim: Quantity, sentence: str, own: Quantity, statement: str) -> bool:
    """Tell whether both say what must lie between two things: 5 minutes apart, at least 5 minutes between."""
    kept = _KEPT.search(statement[: own.start]) and _BETWEEN.match(statement, own.end)
    return bool(_APART.match(statement, own.end) or kept) and _GAP.search(sentence) is not None


_APART = re.compile(r"\s+(?:apart|between|gap|in\s+between|from\s+each\s+other)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:before|between)\b", re.IGNORECASE)
_KEPT = re.compile(r"\b(?:avoid\w*|stop\w*|wait\w*|fast\w*|no|not|nothing|leave)\b", re.IGNORECASE)
_GAP = re.compile(r"\b(?:before|between|apart|gap|wait|leave|after)\b", re.IGNORECASE)


def _is_last_time(claim: Quantity, sentence: str, own: Quantity, statement: str) -> bool:
    """Tell whether one may do until 2 hours before what the other stops 2 hours before."""
    return bool(
        _BETWEEN.match(sentence, claim.end)
        and _BETWEEN.match(statement, own.end)
        and _KEPT.search(statement[: own.start])
        and not _KEPT.search(sentence[: claim.start])
    )


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
