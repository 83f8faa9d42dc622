"""A figure in a text: what it counts, its exact value, and the words that bound it.

How two of them are compared is in `careleaf.model.agreement`.
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
    """How many times as much: twice, 1.46 times, RR 0.75, and the limits of its confidence interval."""
    FREQUENCY = "frequency"
    DURATION = "duration"
    CLOCK = "time of day"
    MEASURE = "measure"
    """A number with a unit: mass, volume, length, a blood value."""
    YEAR = "year"
    P_VALUE = "p value"
    RANK = "rank"
    """A place in an order: the third most common cause, the top five."""
    CONTACT = "telephone number or address"


class Hedge(StrEnum):
    """How the words beside a figure bound it."""

    NONE = "none"
    ABOUT = "about"
    NEARLY = "nearly"
    """A little less than this: nearly, almost, just under."""
    JUST_OVER = "just over"
    AT_LEAST = "at least"
    """This or more: at least, or older."""
    MORE_THAN = "more than"
    AT_MOST = "at most"
    """This or less: at most, up to, do not take more than."""
    LESS_THAN = "less than"


class RangeEnd(StrEnum):
    """Which end of a range a figure is."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


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
    range_end: RangeEnd = RangeEnd.NONE
    tacit: Hedge = Hedge.NONE
    """The bound that the word before it may mean, where none is said: within 3 hours."""
    hedge_text: str = ""
    """The words that bound it, as they stand: ``no more than``."""

    @property
    def shown(self) -> str:
        """The figure with the words that bound it, as a message quotes it."""
        if not self.hedge_text:
            return self.text
        return f"{self.text}{self.hedge_text}" if self.hedge_text[0].isspace() else f"{self.hedge_text} {self.text}"
