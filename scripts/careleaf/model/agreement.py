"""Whether recorded evidence bears a figure out: its value, and the words that bound it.

Two values are compared exactly. Only a hedged one ("about 40%") may be rounded, and only to the side the hedge
allows; the steps are set where the figure is read (`careleaf.model.figures`). A hedge that no rounding explains must
be the evidence's own: "up to 4 g" does not become "4 g", nor "12 weeks" become "at least 12 weeks".
"""

import re
from fractions import Fraction

from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd

_UP = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.JUST_OVER})
_DOWN = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY})
_BOTH = 2
_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN})
"""They say on which side the true value is, and not how near."""
_COUNTED = frozenset({Kind.SHARE, Kind.COUNT})
"""Of these, "more than half" may leave out a whole step; a dose or a threshold may not."""
_SIMPLE, _NEXT = Fraction(4, 100), Fraction(5, 100)
"""The step of simple shares, half or 50%, and where the next begins: 55% is more than half."""
_FAR_FROM_NEXT, _BESIDE_HALF = frozenset({Fraction(1, 2), Fraction(9, 10)}), Fraction(9, 100)
"""From half, and from nine in ten, it is further to the next share with a name: 58% is more than half."""
_BESIDE = frozenset({Hedge.NEARLY, Hedge.JUST_OVER})
_NAMED = frozenset(Fraction(part, whole) for whole in (2, 3, 4) for part in range(1, whole))
"""Shares that are words of their own: 47% is nearly half, as 54% is just over half."""
_SMALLEST_NAMED = 20
_LIMITED = frozenset({Hedge.LESS_THAN, Hedge.MORE_THAN, Hedge.AT_LEAST})
"""A limit, without a word for its side, is where any of these begins: the limit is 13, for below 13."""
_HALF, _BESIDE_TENTH = Fraction(1, 2), Fraction(35, 1000)
"""87% is nearly nine in ten: as a tenth, it is the next."""
_BORNE_OUT_BY = {
    Hedge.NONE: frozenset({Hedge.NONE}),
    Hedge.ABOUT: frozenset({Hedge.NONE, Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER}),
    Hedge.NEARLY: frozenset({Hedge.NEARLY}),
    Hedge.JUST_OVER: frozenset({Hedge.JUST_OVER}),
    Hedge.AT_LEAST: frozenset({Hedge.AT_LEAST}),
    Hedge.MORE_THAN: frozenset({Hedge.MORE_THAN, Hedge.JUST_OVER}),
    Hedge.AT_MOST: frozenset({Hedge.AT_MOST}),
    Hedge.LESS_THAN: frozenset({Hedge.LESS_THAN, Hedge.NEARLY}),
}
"""Beside the same value: what the evidence may say for a claim to say this."""


def agrees(claim: Quantity, reported: Quantity) -> bool:
    """Tell whether evidence holds the value of a claim, rounded as the claim's hedge allows."""
    if claim.kind is reported.kind is Kind.P_VALUE:
        return claim.value == reported.value and claim.hedge is reported.hedge
    if _is_decade(claim) and reported.unit == "years":
        return claim.value <= reported.value < claim.value + _DECADE
    if _is_decade(reported) and claim.unit == "years" and claim.range_end is not RangeEnd.NONE:
        return claim.value == reported.value + (_DECADE - 1 if claim.range_end is RangeEnd.HIGH else 0)
    value = _comparable_value(claim, reported)
    return value is not None and _same(claim, *value)


def is_bounded_alike(claim: Quantity, reported: Quantity) -> bool:
    """Tell whether the words that bound a claim say no more and no less than the evidence; the values must agree."""
    if claim.kind in {Kind.YEAR, Kind.CONTACT, Kind.P_VALUE} or _is_decade(claim) or _is_decade(reported):
        return True
    if reported.range_end is not RangeEnd.NONE:
        return _keeps_range(claim, reported)
    claimed, given = _comparable_value(claim, reported) or (claim.value, reported.value)
    if claimed == given:
        if claim.hedge is Hedge.NONE and reported.hedge is Hedge.ABOUT and "estimated" in reported.hedge_text.lower():
            return True
        if claim.hedge is Hedge.AT_MOST and "limit" in claim.hedge_text and reported.hedge in _LIMITED:
            return True
        borne_out = reported.hedge in _BORNE_OUT_BY[claim.hedge] or claim.range_end is not RangeEnd.NONE
        return borne_out or _is_tacit(claim, reported) or _is_tacit(reported, claim)
    return not (reported.hedge in _BOUNDS and _side(claim.hedge) != _side(reported.hedge))


def nearest(claim: Quantity, reported: tuple[Quantity, ...]) -> Quantity | None:
    """Return the reported figure an author most likely meant, or None when none is of this kind."""
    candidates = [q for q in reported if _is_comparable(claim, q)]
    return min(candidates, key=lambda q: abs(q.value - claim.value), default=None)


def _keeps_range(claim: Quantity, reported: Quantity) -> bool:
    if claim.range_end is not RangeEnd.NONE:
        bounded = {claim.hedge, reported.hedge} & _BOUNDS
        return claim.range_end is reported.range_end and (len(bounded) < _BOTH)
    bound = Hedge.AT_LEAST if reported.range_end is RangeEnd.LOW else Hedge.AT_MOST
    return bound in {claim.hedge, claim.tacit}


def _is_tacit(one: Quantity, other: Quantity) -> bool:
    """Tell whether the word before a figure may mean the bound that the other one says: within 3 and up to 3 hours."""
    return one.hedge is Hedge.NONE and _side(one.tacit) == _side(other.hedge) != 0


def _side(hedge: Hedge) -> int:
    return 1 if hedge in _UP else -1 if hedge in _DOWN else 0


def _comparable_value(claim: Quantity, reported: Quantity) -> tuple[Fraction, Fraction] | None:
    """Return both values on one scale, or None when the two count different things."""
    if claim.also is not None and reported.also is not None:
        if (claim.also < 1) is (reported.also < 1):
            return claim.value, reported.value  # a hedge rounds what is written: cut by nearly two thirds
        return claim.also, reported.also  # 25% lower is not 25% higher
    if claim.kind is Kind.SHARE and claim.also is None and reported.also is not None and _is_of_people(claim, reported):
        return None  # 15 in 100 is no 15% lower
    if _is_comparable(claim, reported):
        return claim.value, reported.value
    if claim.kind is reported.kind is Kind.DURATION and {claim.unit, reported.unit} == _HOURS.keys():
        return _times(claim, reported)
    if claim.kind is Kind.RATIO and reported.kind is Kind.SHARE and reported.also is None and _PART.search(claim.text):
        return claim.value, reported.value  # 1% of the normal amount
    if claim.kind is Kind.RATIO and reported.also is not None:
        return claim.value, reported.also
    if reported.kind is Kind.RATIO and claim.also is not None:
        return claim.also, reported.value
    if {claim.kind, reported.kind} == {Kind.SHARE, Kind.POINTS} and _EXTRA.search(f"{claim.text} {reported.text}"):
        if not _NATURAL.search(claim.text if claim.kind is Kind.SHARE else reported.text):
            return None
        share, points = (claim, reported) if claim.kind is Kind.SHARE else (reported, claim)
        return (claim.value * 100, points.value) if share is claim else (points.value, share.value * 100)
    return None


def _is_of_people(claim: Quantity, reported: Quantity) -> bool:
    """Tell whether a share counts people, and no change: 15 in 100; one in ten beside a ratio of 1.10."""
    return _NATURAL.search(claim.text) is not None or (
        " in " in claim.text and _PART.search(reported.text) is None and reported.text[-1:].isdigit()
    )


_PART = re.compile(r"%|\bper\s?cent\b|\b(?:half|third|quarter|fifth|tenth)s?\b", re.IGNORECASE)
_DECADE = 10
_TIES = re.compile(r"(?:ties|\d0s)\Z")


def _is_decade(figure: Quantity) -> bool:
    """Tell whether a figure is an age by its decade: in their thirties."""
    plain = figure.kind is Kind.DURATION and figure.unit == "years" and figure.hedge is Hedge.NONE
    return plain and _TIES.search(figure.text) is not None


_HOURS = {"hours": Fraction(1), "years": Fraction(36525 * 24, 100)}
_EQUAL, _NEAR = Fraction(16, 1000), Fraction(9, 100)
"""90 days are three months, 52 weeks a year; 16 weeks are about four months."""


def _times(claim: Quantity, reported: Quantity) -> tuple[Fraction, Fraction] | None:
    """Return two times as one value where they are the same as people count months and years."""
    claimed, given = claim.value * _HOURS[claim.unit], reported.value * _HOURS[reported.unit]
    if _in_months_of_weeks(claim, reported) or _in_months_of_weeks(reported, claim):
        return given, given
    near = _NEAR if claim.hedge is Hedge.ABOUT else _EQUAL
    return (given, given) if abs(claimed - given) <= given * near else None


def _in_months_of_weeks(weeks: Quantity, months: Quantity) -> bool:
    """Tell whether weeks are as many months as people count in fours: 12 weeks are three months."""
    if "week" not in weeks.text or "month" not in months.text:
        return False
    fours = weeks.value / (4 * 168)
    return fours.denominator == 1 and fours == months.value * 12 and fours <= _HALF_A_YEAR


_HALF_A_YEAR = 6


def _same(claim: Quantity, claimed: Fraction, reported: Fraction) -> bool:
    if claimed == reported:
        return True
    slack = claim.step / 2
    if claim.hedge in _BOUNDS and claim.kind in _COUNTED:
        slack = claim.step
        if claim.step == _SIMPLE and claim.kind is Kind.SHARE:
            slack = _BESIDE_HALF if claimed in _FAR_FROM_NEXT else max(slack, _NEXT)
        elif claim.kind is Kind.SHARE and claimed.numerator == 1 and 1 < claimed.denominator <= _SMALLEST_NAMED:
            slack = max(slack, Fraction(1, claimed.denominator - 1) - claimed)  # the next is 1 in 4
    if claim.hedge is Hedge.MORE_THAN and claim.kind is Kind.DURATION and claimed % (5 * claim.step) == 0:
        slack = claim.step  # 26 minutes are more than 25
    if claim.hedge in _BESIDE and claim.kind is Kind.SHARE and claimed in _NAMED:
        slack = claim.step
    if claim.hedge in _BESIDE and claim.kind is Kind.SHARE and claimed > _HALF and _IN_TEN.search(claim.text):
        slack = max(slack, _BESIDE_TENTH)
    if claim.hedge is Hedge.LESS_THAN and claim.kind is Kind.SHARE and claimed.numerator == 1:
        slack = max(slack, claimed / 2) if claimed <= _FEW else slack  # fewer than 1 in 100 is more than 1 in 200
    if claim.hedge in _BOUNDS and claim.kind is Kind.SHARE:
        slack = min(slack, claimed / 2)  # up to 1 in 100 is not up to 1 in 1,000
    if claim.hedge is Hedge.NONE or abs(claimed - reported) > slack:
        return False
    return claim.hedge is Hedge.ABOUT or (reported > claimed) == (claim.hedge in _UP)


_IN_TEN = re.compile(r"\b(?:in|of)\s+(?:every\s+)?(?:ten|10)\Z", re.IGNORECASE)
_FEW = Fraction(1, 50)
_NATURAL = re.compile(
    r"\b(?:in|per|of|for|from|every)\s+(?:\d{2,}|\w*\s?hundred|\w*\s?thousand)",
    re.IGNORECASE,
)
_EXTRA = re.compile(r"\b(?:more|fewer|less|extra|additional)\b", re.IGNORECASE)
"""One more in 100 is one percentage point."""


def _is_comparable(one: Quantity, other: Quantity) -> bool:
    if one.kind is other.kind is Kind.FREQUENCY:
        return one.unit.partition(" a ")[2] == other.unit.partition(" a ")[2]
    if {one.unit, other.unit} == {"beats a minute", "times a minute"}:
        return True
    if one.kind is other.kind:
        return one.unit == other.unit or (one.kind is Kind.COUNT and "" in {one.unit, other.unit})
    if {one.kind, other.kind} == {Kind.COUNT, Kind.FREQUENCY}:  # 100 a minute, 100 times a minute
        return all(figure.unit in {"", "times"} or figure.unit.startswith("times a ") for figure in (one, other))
    if {one.kind, other.kind} == {Kind.COUNT, Kind.RATIO}:  # an interval from 0.71 to 0.83
        return not one.unit and not other.unit
    bare, timed = (one, other) if one.kind is Kind.COUNT else (other, one)
    return bare.kind is Kind.COUNT and not bare.unit and timed.unit == "years"  # an age: "over 65"
