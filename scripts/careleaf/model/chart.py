"""Charts: pictures drawn from a table that stands right below them.

The table is what is checked against the evidence, signed by the reviewer and heard by a screen reader; the picture is
drawn from its cells and can show nothing else. Icon arrays, whole numbers in one denominator, absolute shares: as
risk-communication guidance asks (CDC Clear Communication Index, items 15 to 20).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from careleaf.model.figures import find_quantities
from careleaf.model.health_block import BlockKind
from careleaf.model.quantity import Kind, Quantity

DRAWN = frozenset({BlockKind.ICONS, BlockKind.BARS, BlockKind.DIAL})
"""The blocks whose table is drawn."""

ICONS = 100
_MOST_SHAPES = 3
_MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """What one row of the table shows: a value, or the two ends of a range."""

    low: Fraction
    high: Fraction

    @property
    def is_range(self) -> bool:
        """Tell whether the row gives two values."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: one span a row; shares as parts of 1, times of day in hours."""

    kind: BlockKind
    spans: tuple[Span, ...]


def read_chart(kind: BlockKind, values: Sequence[str]) -> Chart | str:
    """Return the chart of the texts in a table's last column, or in one sentence why it cannot be drawn."""
    quantities = [find_quantities(text) for text in values]
    if not values:
        return "Its table has no rows."
    problem = next(_problems(kind, quantities), "")
    if problem:
        return problem
    return Chart(kind, tuple(Span(found[0].value, found[-1].value) for found in quantities))


def _problems(kind: BlockKind, rows: Sequence[tuple[Quantity, ...]]) -> Iterator[str]:
    wanted = Kind.CLOCK if kind is BlockKind.DIAL else Kind.SHARE
    what = "a time of day" if kind is BlockKind.DIAL else "a share, such as `54 in 100` or `54%`"
    counts = {BlockKind.ICONS: (1, 1), BlockKind.BARS: (1, 2), BlockKind.DIAL: (2, 2)}[kind]
    for number, found in enumerate(rows, start=1):
        if not counts[0] <= len(found) <= counts[1] or any(q.kind is not wanted for q in found):
            many = "two times of day, from and to" if kind is BlockKind.DIAL else what
            yield f"The last cell of row {number} does not hold {many}."
    most = _MOST_BARS if kind is BlockKind.BARS else _MOST_SHAPES
    if len(rows) > most:
        yield f"It has {len(rows)} rows; more than {most} cannot be told apart."
    if kind is BlockKind.ICONS:
        yield from _icon_problems([found[0].value for found in rows if found])


def _icon_problems(shares: list[Fraction]) -> Iterator[str]:
    if any((share * ICONS).denominator != 1 for share in shares):
        yield "Its shares are no whole numbers in 100; write `/// bars`."
    if sum(shares) > 1:
        yield "Its shares make more than the whole; one person can stand in one row only."
