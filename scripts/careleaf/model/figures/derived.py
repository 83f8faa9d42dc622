"""Shares that a text gives as two counts: 26 of 100 people, 252 of 840, per 1,000 women 5 deaths and 17 cancers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from careleaf.model.figures.figure import POINT
from careleaf.model.figures.finder import find_quantities
from careleaf.model.figures.shares import small_step
from careleaf.model.figures.units import unit_of
from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd

_OF = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}?(?:out\s+)?of\s+(?:the\s+|all\s+|these\s+|those\s+)?\Z", re.IGNORECASE)
_PER = re.compile(
    r"\b(?:per|if|(?:(?:for|in|of|among)\s+(?:(?:about|around|roughly)\s+)?)?(?:every|each)|(?:\A|(?<=[.;]\s))\W*in|out\s+of(?:\s+every)?|among|of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


_SINGLE = re.compile(
    r"(?<!\bper\s)(?<!\btimes\s)\b(?:after|within|in|for|about|than|over|every|until|the)\s+(?P<one>(?:an?|one|first|next|past|last|previous|following)"
    r"\s+(?P<unit>minute|hour|day|week|month|year|decade))\b|\b(?:in|during|over)\s+(?P<the>the\s+(?P<whole>day|week|month|year))\b",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\d\s+(?:[^\W\d_]+\s+){0,2}?(?:(?:out\s+)?of|in|per)\s+(?:the\s+|all\s+|every\s+)?\Z", re.IGNORECASE
)
"""Behind 57 of: the size of one share, and of no other."""
_NO_PEOPLE = frozenset({"times", "doses", "points", "meals", "drinks", "studies", "places", "cigarettes"})
"""What is counted here is no part of a group of people."""
_GROUP = re.compile(r"(?:\s+[^\W\d_][\w’'-]*){0,4},\s+(?:(?:about|only|just|some)\s+)?", re.IGNORECASE)
"""``Of 300 survivors, 99``: whoever they are, the second is a part of the first."""
_MOST = 60
"""No statement has more counts."""


@lru_cache(maxsize=4096)
def single_units_in(text: str) -> tuple[Quantity, ...]:
    """Return what evidence means by after a year, within an hour: a sentence may write 12 months or one hour."""
    found = []
    for match in _SINGLE.finditer(text):
        unit = unit_of(match["unit"] or match["whole"])
        group = "one" if match["one"] else "the"
        start, end = match.span(group)
        value, step = unit.factor, unit.factor
        found.append(Quantity(unit.kind, value, unit.base, step, Hedge.NONE, match[group], start, end))
    known = {(figure.start, figure.end) for figure in find_quantities(text)}
    return tuple(figure for figure in found if (figure.start, figure.end) not in known)


@lru_cache(maxsize=4096)
def derived_shares(text: str) -> tuple[Quantity, ...]:
    """Return the shares, each from the start of its first count to the end of its second."""
    counts = [figure for figure in find_quantities(text) if figure.kind is Kind.COUNT and figure.value]
    if len(counts) > _MOST:
        return ()
    return (*_of(counts, text), *_per(counts, text), *_of_whom(counts, text))


@lru_cache(maxsize=4096)
def derived_ratios(text: str) -> tuple[Quantity, ...]:
    """Return what a change from one value to another amounts to: from 18% to 9% is halved."""
    if "from" not in text.lower():
        return ()
    found = find_quantities(text)[:_MOST]
    return tuple(
        replace(high, kind=Kind.RATIO, value=high.value / low.value, unit="", step=POINT, also=None, hedge=Hedge.NONE)
        for low, high in pairwise(found)
        if (low.kind, low.unit, low.range_end) == (high.kind, high.unit, RangeEnd.NONE)
        and low.value
        and _TO.fullmatch(text[low.end : high.start])
        and _FROM.search(text[max(0, low.start - _REACH) : low.start])
    )


_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+)?\Z", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?:about\s+|around\s+)?", re.IGNORECASE)
_REACH = 24


def _of(counts: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Read 26 of 100; of a range both ends."""
    for index, whole in enumerate(counts):
        for part in counts[max(0, index - 2) : index]:
            if part.value < whole.value and _OF.fullmatch(text[_end(part, counts[:index]) : whole.start]):
                yield _share(part, whole, text)


def _end(part: Quantity, counts: Sequence[Quantity]) -> int:
    """Return where the expression of a count ends, that of a whole range for either end."""
    return max(one.end for one in counts if one.start < part.end and part.start < one.end)


def _per(counts: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Read per 1,000 women, 5 and 17; of 840 people, 630 and 210; in 10,000 births there are three."""
    for index, whole in enumerate(counts):
        before = text[max(0, whole.start - _REACH) : whole.start]
        is_round = whole.value in {10**power for power in range(2, 7)}
        opens = _PER.search(before) or (is_round and _IN.search(before))
        if opens and not _COUNTED.search(before):
            yield from (
                _share(part, whole, text) for part in _parts(whole, counts[index + 1 :], text, is_round=is_round)
            )


def _parts(whole: Quantity, following: Sequence[Quantity], text: str, *, is_round: bool) -> Iterator[Quantity]:
    """Yield the counts that are parts of a group, up to the end of what is said of it."""
    is_group = whole.unit == "people" and _OF_GROUP.search(text[: whole.start]) is not None
    is_told = is_round and _IF.search(text[: whole.start]) is not None
    for part in following:
        between = text[whole.end : part.start]
        if part.value >= whole.value or (";" in between and not is_told) or (". " in between and not is_round):
            return
        if part.unit in _NO_PEOPLE and part.unit != whole.unit:
            continue
        if is_group or is_round or (part is following[0] and not part.unit and _GROUP.fullmatch(between)):
            yield part


def _of_whom(counts: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Read 1.2 million people, of whom 480,000; 40 are called back and 8 of these have cancer."""
    for whole, part in pairwise(counts):
        between = text[whole.end : part.start]
        of_them = _WHOM.search(between) or _OF_THEM.match(text, part.end)
        if part.value < whole.value and of_them and ". " not in between and not _counts_other(whole, part):
            yield _share(part, whole, text)


def _counts_other(one: Quantity, other: Quantity) -> bool:
    """Tell whether two counts count different things."""
    return bool(one.unit and other.unit and one.unit != other.unit)


_WHOM = re.compile(
    r"[\s,;(]of\s+(?:whom|which|these|them|those)\s*,?\s+(?:(?:about|only|some|just|around|nearly|almost)\s+)?\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:whom|which|these|them|those)\b", re.IGNORECASE)
_IF = re.compile(r"\bif\s+\Z", re.IGNORECASE)
"""``If 1,000 men are tested``: what follows is of as many men, to the end."""
_OF_GROUP = re.compile(r"\b(?:of|among)(?:\s+the)?\s+\Z", re.IGNORECASE)
_IN = re.compile(r"\bin\s+(?:the\s+|about\s+)?\Z", re.IGNORECASE)


def _share(part: Quantity, whole: Quantity, text: str) -> Quantity:
    value = Fraction(part.value, whole.value)
    start, end = min(part.start, whole.start), max(part.end, whole.end)
    step, between = small_step(POINT, value), text[start:end]
    return replace(part, kind=Kind.SHARE, value=value, unit="", step=step, text=between, start=start, end=end)
