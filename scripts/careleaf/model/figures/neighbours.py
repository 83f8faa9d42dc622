"""What a figure takes over from the one before it: the unit left out, and the limit of what is said twice.

"Every 12 weeks, women every 16": the second is weeks as well. "Below 38 °C (100.4 °F)": the second is a limit too.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from careleaf.model.figures.figure import Figure
from careleaf.model.quantity import Hedge, Kind, Quantity

_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z|\s(?:and|or|but|in|with|on|for)\b)")
_BEFORE = re.compile(r"\b(\w+)\s+\Z")
_RANGE = re.compile(
    r"\((?:range|from|between|IQR|interquartile\s+range|median|mean)[\s:,]*(?:of\s+|from\s+)?\Z", re.IGNORECASE
)
_REACH = 30


def with_units(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Give a bare number the unit of the figure before it, where the same word leads into both or it is its range."""
    given: list[Figure] = []
    for figure in figures:
        before = next((one for one in reversed(given) if one.taken_from != figure.taken_from and one.unit), None)
        bare = figure.kind is Kind.COUNT and not figure.unit
        shares = before is not None and bare and _shares_unit(before, figure, given, text)
        given.append(_in_unit_of(before, figure, text) if before and shares else figure)
    return given


def _in_unit_of(before: Figure, figure: Figure, text: str) -> Figure:
    number = _written(before, text)
    if not number:
        return figure
    factor = before.value / number
    return replace(figure, kind=before.kind, unit=before.unit, value=figure.value * factor, step=figure.step * factor)


def _shares_unit(before: Figure, figure: Figure, given: Sequence[Figure], text: str) -> bool:
    if _RANGE.search(text[max(0, figure.taken_from - _REACH) : figure.taken_from]):
        return True
    if before is not given[-1] or before.unit == "°C" or not _ENDS.match(text, figure.end):
        return False
    one, other = (_BEFORE.search(text[max(0, each.taken_from - _REACH) : each.taken_from]) for each in (before, figure))
    return one is not None and other is not None and one[1].lower() == other[1].lower()


def _written(figure: Figure, text: str) -> int:
    match = re.match(r"(\d{1,9})(?![\d.,]\d)", text[figure.start : figure.end])
    return int(match[1]) if match else _WORDS.get(text[figure.start : figure.end].split()[0].split("-")[0].lower(), 0)


_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}


def with_limits(quantities: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    """Let what says a figure again in brackets be bounded as that figure is."""
    found: list[Quantity] = []
    for quantity in quantities:
        repeats = found and quantity.hedge is Hedge.NONE and _in_brackets(found[-1], quantity, text)
        found.append(replace(quantity, hedge=found[-1].hedge) if repeats else quantity)
    return tuple(found)


_CLOSES = re.compile(r"(?:\s+[^\W\d_]+){0,4}\)")
"""``below 2 g (5 g of salt)``."""


def _in_brackets(before: Quantity, quantity: Quantity, text: str) -> bool:
    return text[before.end : quantity.start].strip() == "(" and _CLOSES.match(text, quantity.end) is not None
