"""What a pattern takes from a text, and the pieces all patterns are made of."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from careleaf.model.figures.numbers import NUMBER, Number, parse_number
from careleaf.model.quantity import Kind, RangeEnd


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a pattern took it, before its hedge is known."""

    kind: Kind
    value: Fraction
    unit: str
    step: Fraction
    start: int
    end: int
    taken_from: int
    """Where the whole expression starts: hedges stand before it."""
    also: Fraction | None = None
    range_end: RangeEnd = RangeEnd.NONE


Pattern = Callable[[str], Iterator[Figure]]
TO = r"\s*[–—-]\s*|-?\s+(?:to|or|through)\s+"
RANGE = rf"(?:(?P<low>{NUMBER})(?:{TO})|between\s+(?P<first>{NUMBER})\s+and\s+)?(?P<high>{NUMBER})"
"""One number, or the two ends of a range whose unit stands behind the second."""
POINT = Fraction(1, 100)
_NO_OFFSET = Fraction(0)


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that does not care for capitals."""
    return re.compile(pattern, re.IGNORECASE)


def figure_at(
    kind: Kind, value: Fraction, unit: str, step: Fraction, match: re.Match[str], start: int | None = None
) -> Figure:
    """Return the figure a match stands for; `start` where it begins later than the match."""
    return Figure(kind, value, unit, step, match.start() if start is None else start, match.end(), match.start())


def figures_in_range(
    match: re.Match[str], kind: Kind, unit: str, factor: Fraction, offset: Fraction = _NO_OFFSET
) -> Iterator[Figure]:
    """Yield one figure, or the two ends of a range."""
    return (figure for figure, _ in ends(match, kind, unit, factor, offset))


def ends(
    match: re.Match[str], kind: Kind, unit: str, factor: Fraction, offset: Fraction = _NO_OFFSET
) -> Iterator[tuple[Figure, Number]]:
    """Yield the ends of a range with the numbers they were written as; one for a number that stands alone."""
    for group in ("low", "first", "high"):
        if match[group] and not (group == "low" and _is_year_before(match)):
            number = parse_number(match[group])
            value, step = number.value * factor + offset, number.step * factor
            place = match.start(group), match.end(), match.start(group if _is_year_before(match) else 0)
            yield Figure(kind, value, unit, step, *place, range_end=_range_end(match, group)), number


def _is_year_before(match: re.Match[str]) -> bool:
    """Tell whether what stands before the number is the year of another: from 31% in 2008 to 23%."""
    low = match["low"]
    return bool(low and _YEAR.fullmatch(low) and _IN.search(match.string[max(0, match.start() - 8) : match.start()]))


_YEAR, _IN = re.compile(r"(?:19|20)\d\d"), re.compile(r"\b(?:in|since|of|by)\s+\Z", re.IGNORECASE)


def _range_end(match: re.Match[str], group: str) -> RangeEnd:
    if not (match["low"] or match["first"]) or _is_year_before(match):
        return RangeEnd.NONE
    return RangeEnd.HIGH if group == "high" else RangeEnd.LOW


_START = compiled(
    r"(?<![\w.])(?=[\d½⅓⅔¼¾⅕⅛⅜])|\b(?=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|between"
    r"|an?\s+(?:hundred|thousand|million|billion|dozen))\b)"
)


@lru_cache(maxsize=64)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _START.finditer(text))


def at_numbers(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `finditer` yields for a pattern that begins with a number or a range, five times as fast."""
    end = 0
    for start in _starts(text):
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def in_any(match: re.Match[str], pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a match lies within one of another pattern."""
    spans = _spans(pattern, text)
    before = bisect_right(spans, (match.start(), len(text))) - 1
    return before >= 0 and match.end() <= spans[before][1]


@lru_cache(maxsize=64)
def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [other.span() for other in pattern.finditer(text)]
