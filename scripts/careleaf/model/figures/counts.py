"""Counts: 528 people, ages, years, and numbers that stand alone."""

import re
from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, Figure, compiled, ends, figure_at, figures_in_range
from careleaf.model.figures.numbers import WORDS, parse_number
from careleaf.model.figures.units import COUNTED, TAKEN, unit_of
from careleaf.model.quantity import Kind

_AGE = compiled(
    rf"\b(?:under|over|(?:younger|older)\s+than)\s+(?P<word>{WORDS})(?=\s*(?:[.,;:)]|\Z|(?:should|can|may|must|are|have|who"
    r"|need|do)\b))|"
    rf"\b(?:aged?|ages|age\s+of)\s+{RANGE}|\b(?P<decade>[1-9]0)s\b|\b(?P<over>\d{{2}})s\b"
)


def ages(text: str) -> Iterator[Figure]:
    """Find aged 18 to 39, in their 40s, over 65s."""
    for match in _AGE.finditer(text):
        if match["word"]:
            years_old = parse_number(match["word"]).value
            yield figure_at(Kind.DURATION, years_old, "years", Fraction(1), match, match.start("word"))
        elif match["high"]:
            yield from figures_in_range(match, Kind.DURATION, "years", Fraction(1))
        else:
            value = Fraction(int(match["decade"] or match["over"]))
            yield figure_at(Kind.DURATION, value, "years", Fraction(1), match)


_COUNT = compiled(rf"{RANGE}\s+(?P<between>(?:(?!(?:of|in|to|and|or)\b)[\w’-]*[^\W_s]\s+){{0,2}}?)(?P<noun>{COUNTED})")
_ONE_TAKEN = compiled(rf"\bone\s+{TAKEN}")


def counts(text: str) -> Iterator[Figure]:
    """Find 528 people, 12 healthy volunteers, three alcoholic drinks, one tablet."""
    for match in _COUNT.finditer(text):
        if match["high"].lower() == "one" and not match["low"] and not _ONE_TAKEN.match(text, match.start("high")):
            continue
        yield from figures_in_range(match, Kind.COUNT, unit_of(match["noun"]).base, Fraction(1))


_YEAR = re.compile(r"(?<![\w.,])(?P<year>(?:19|20)\d\d)(?:s\b)?(?![\w,.]\d|\w)")


def years(text: str) -> Iterator[Figure]:
    """Find 2025, the 1990s."""
    for match in _YEAR.finditer(text):
        yield figure_at(Kind.YEAR, Fraction(int(match["year"])), "", Fraction(0), match)


_BARE = compiled(RANGE)
_SMALL_WORD = 12
"""Up to here a number in words without a counted noun is mere wording: five features, two reasons."""


def bare_numbers(text: str) -> Iterator[Figure]:
    """Find what is left: every number in digits, and large ones in words."""
    for match in _BARE.finditer(text):
        for figure, number in ends(match, Kind.COUNT, "", Fraction(1)):
            if number.in_digits or number.value > _SMALL_WORD:
                yield figure
