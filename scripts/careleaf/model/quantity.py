"""A figure in a text: what it counts, its exact value, and how it is hedged.

Two quantities are compared exactly. Only a hedged one ("about 40%") may be rounded, by half a step of its last digit
and only to the side the hedge allows; the steps are set where the figure is read (`careleaf.model.figures`).
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What is counted; figures of different kinds never agree."""

    SHARE = "share"
    """A part of a whole, as a fraction of 1: 54%, 1 in 10, half."""
    POINTS = "percentage points"
    COUNT = "count"
    RATIO = "ratio"
    """How many times as much: twice, 1.46 times, RR 0.75."""
    FREQUENCY = "frequency"
    DURATION = "duration"
    CLOCK = "time of day"
    MEASURE = "measure"
    """A number with a unit: mass, volume, length, a blood value."""
    YEAR = "year"
    P_VALUE = "p value"
    CONTACT = "telephone number or address"


class Hedge(StrEnum):
    """How a figure is softened."""

    NONE = "none"
    ABOUT = "about"
    OVER = "over"
    """The true value is this or more: more than, at least."""
    UNDER = "under"
    """The true value is this or less: nearly, up to."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure and where it stands."""

    kind: Kind
    value: Fraction
    """In the unit's base: 2 g and 2,000 mg have the same value."""
    unit: str
    """What the base is, such as ``g`` or ``people``; empty when nothing says so."""
    step: Fraction
    """What rounding may hide when the figure is hedged, from one writable value to the next."""
    hedge: Hedge
    text: str
    start: int
    end: int
    also: Fraction | None = None
    """The ratio that a change in percent amounts to: 25% lower is 0.75 times."""


def agrees(claim: Quantity, reported: Quantity) -> bool:
    """Tell whether evidence bears a figure out."""
    if _comparable(claim, reported):
        return _same(claim, claim.value, reported.value)
    for one, other in ((claim, reported), (reported, claim)):
        if one.kind is Kind.RATIO and other.also is not None:
            return _same(claim, claim.value, other.also) if one is claim else claim.also == reported.value
    return False


def nearest(claim: Quantity, reported: tuple[Quantity, ...]) -> Quantity | None:
    """Return the reported figure an author most likely meant, or None when none is of this kind."""
    candidates = [q for q in reported if _comparable(claim, q)]
    return min(candidates, key=lambda q: abs(q.value - claim.value), default=None)


def _same(claim: Quantity, value: Fraction, reported: Fraction) -> bool:
    if value == reported:
        return True
    if claim.hedge is Hedge.NONE or abs(value - reported) > claim.step / 2:
        return False
    return claim.hedge is Hedge.ABOUT or (reported > value) == (claim.hedge is Hedge.OVER)


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.kind is other.kind:
        return one.unit == other.unit or (one.kind is Kind.COUNT and "" in {one.unit, other.unit})
    bare, timed = (one, other) if one.kind is Kind.COUNT else (other, one)
    return bare.kind is Kind.COUNT and not bare.unit and timed.unit == "years"  # an age: "over 65"
