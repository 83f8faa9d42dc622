"""Whose figures are by the order in which two of them stand, where no word beside either says so.

"X lowered it from 13% to 8%" gives the second to X and the first to those without. "62% and 38% respectively" are of
whom the two figures before are; "adults bled more often than children (5.8% v 2.6%)" names them in that order.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Kind, Quantity, RangeEnd
from careleaf.rules.claims.labels import labelled_words

Labels = frozenset[str]
Arms = Mapping[int, Labels]
"""By the place where a figure begins."""
Pair = tuple[Quantity, Quantity]
UNTREATED: Labels = frozenset({"untreated"})
_BEFORE: Labels = frozenset({"befor"})
"""Where a value was brought from is also what it was before."""

_HEDGES = r"(?:about\s+|around\s+|only\s+|just\s+|nearly\s+|almost\s+)?"
_ACTS = re.compile(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)\b(?:lower(?:s|ed)|reduc(?:es|ed)|cuts?|decreas(?:es|ed)|increas(?:es|ed)|rais(?:es|ed)|improv(?:es|ed)"
    r"|shorten(?:s|ed)|prolong(?:s|ed)|lengthen(?:s|ed)|halv(?:es|ed)|doubl(?:es|ed)|boost(?:s|ed)|brought|brings|slow(?:s|ed)|lift(?:s|ed))\b(?!\s+(?:from|to|by|in|on|with|off)\b)",
    re.IGNORECASE,
)
"""What a treatment does to an outcome: lowered it; an outcome itself only "fell from"."""
_TO = re.compile(rf"\s+(?:down\s+|up\s+)?to\s+{_HEDGES}", re.IGNORECASE)
_VERSUS = re.compile(rf"\s+(?:versus|vs\.?|v\.?|against|compared\s+(?:with|to))\s+{_HEDGES}", re.IGNORECASE)
_AND = re.compile(rf",?\s+(?:and|or)\s+{_HEDGES}|{_VERSUS.pattern}", re.IGNORECASE)
_COMPARED = re.compile(
    r"[^.;()\d]{0,40}?,?\s(?:(?:as\s+)?compared\s+(?:with|to)|versus|vs\.?|than|against)\s+(?:with\s+)?(?P<other>[^.;,()]+)",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:than|versus|vs\.?|compared\s+(?:with|to)|against)\b", re.IGNORECASE)
_COMPARING = re.compile(
    r"\b(?:less|fewer|lower|higher|more|rarer|commoner|reduced|increased)\b[^.;()]*?\b(?:in|with|on|among|after)\s+(?P<who>[^.;:()]+)",
    re.IGNORECASE,
)
"""30% less common in the group that took it: 21 against 30."""
_COORDINATED = re.compile(r"(?P<one>[^,.;():]+?)\s+and\s+(?P<two>[^,.;():]+?)\s*(?:,|\Z)", re.IGNORECASE)
_BEHIND = re.compile(
    r"[^.;()]{0,60}?\b(?:of|in|with|on|for|among|after)\s+(?P<one>[^.;,()\d]{2,40}?)\s+and\s+(?:(?:of|in|with|on|for|among|after)\s+)?(?P<two>[^.;,()\d]{2,40}?),?\s+respectively\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)


def arms_of(text: str, earlier: Callable[[Quantity], Sequence[tuple[int, Labels]]]) -> Arms:
    """Return the labels of figures that have them by their order alone.

    `earlier` gives, for a figure, the figures before it of each scale that stand two by two, with their own words.
    """
    found: dict[int, Labels] = {}
    acts: tuple[Labels, Labels] | None = None
    sentence = 0
    for one, other in _pairs(text):
        begun = max(text.rfind(". ", 0, one.start) + 1, 0)
        acts, sentence = (acts if begun == sentence else None), begun
        between = text[one.end : other.start]
        if _TO.fullmatch(between) or (_VERSUS.fullmatch(between) and text[: one.start].endswith("(")):
            acts = _acting(text, (begun, one.start), other) or acts
            labels = acts and (acts if _TO.fullmatch(between) else (acts[1], acts[0]))
        else:
            labels = None
        labels = labels or (None if _TO.fullmatch(between) else _ordered(text, (one, other), begun, earlier))
        if labels and labels[0] - labels[1] and labels[1] - labels[0]:
            found[one.start], found[other.start] = labels[0] - labels[1], labels[1] - labels[0]
    return found


def _pairs(text: str) -> Iterator[Pair]:
    for one, other in pairwise(find_quantities(text)):
        between = text[one.end : other.start]
        alike = (one.kind, one.unit) == (other.kind, other.unit) and one.kind is not Kind.YEAR
        single = one.range_end is other.range_end is RangeEnd.NONE
        joined = _TO.fullmatch(between) or _AND.fullmatch(between)
        if alike and single and joined and not _BETWEEN.search(text[: one.start]):
            yield one, other


def _acting(text: str, before: tuple[int, int], last: Quantity) -> tuple[Labels, Labels] | None:
    """Return who had the first value, and who had the second: what a treatment brought a value to."""
    acts = next(_ACTS.finditer(text, *before), None)
    if acts is None:
        return None
    clause = max(text.rfind(";", before[0], acts.start()) + 1, before[0])
    compared = _COMPARED.match(text, last.end)
    other = labelled_words(text, *compared.span("other")) if compared else UNTREATED | _BEFORE
    return other or UNTREATED, labelled_words(text, clause, acts.start())


def _ordered(
    text: str, pair: Pair, begun: int, earlier: Callable[[Quantity], Sequence[tuple[int, Labels]]]
) -> tuple[Labels, Labels] | None:
    """Return whose two figures are that stand together: named behind them, before them, or by the two before."""
    if match := _BEHIND.match(text, pair[1].end):
        return labelled_words(text, *match.span("one")), labelled_words(text, *match.span("two"))
    lead = text[begun : pair[0].start]
    clause = begun + max(lead.rfind(";"), lead.rfind(", "), -1) + 1
    if (than := list(_THAN.finditer(text, begun, pair[0].start))) and len(
        find_quantities(text[begun : pair[0].start])
    ) == 0:
        return labelled_words(text, begun, than[-1].start()), labelled_words(text, than[-1].end(), pair[0].start)
    if _VERSUS.fullmatch(text[pair[0].end : pair[1].start]) and (
        match := _COMPARING.search(text, begun, pair[0].start)
    ):
        return labelled_words(text, *match.span("who")), UNTREATED
    before = earlier(pair[0])
    if len(before) > 1:
        return before[-2][1], before[-1][1]
    if match := _COORDINATED.search(text[clause : pair[0].start]):
        one, two = match.span("one"), match.span("two")
        return labelled_words(text, clause + one[0], clause + one[1]), labelled_words(
            text, clause + two[0], clause + two[1]
        )
    return None
