"""Ratios and p-values: odds ratio 1.46, three times as high, p < 0.05."""

from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, Figure, compiled, figure_at, figures_in_range
from careleaf.model.figures.numbers import DIGITS, parse_number
from careleaf.model.quantity import Kind

_P_VALUE = compiled(r"\bp\s*[<=>≤≥]\s*(?P<value>0?\.\d{1,12})")


def p_values(text: str) -> Iterator[Figure]:
    """Find p < 0.05."""
    for match in _P_VALUE.finditer(text):
        yield figure_at(Kind.P_VALUE, Fraction(match["value"]), "", Fraction(0), match)


_NAMED_RATIO = compiled(
    rf"\b(?:(?-i:a?RR|a?OR|a?HR)|odds\s+ratio|relative\s+risk|risk\s+ratio|hazard\s+ratio|rate\s+ratio)s?\b"
    rf"\s*(?:of|was|is|=|:|,|\()?\s*(?P<number>{DIGITS})(?!\s*%)"
)
_TIMES = compiled(
    rf"{RANGE}(?:\s+times(?=\s+(?:as|more|less|fewer|higher|lower|greater|larger|likelier|the|that|their|faster|worse"
    r"|bigger|longer)\b)|[-\s]?fold\b)"
)
_TWICE = compiled(
    r"\b(?:(?P<two>twice(?=\s+(?:as|the|that|their))|twofold|doubl(?:es?|ed|ing)(?![-\s]?(?:check|blind|vision|bed|dose"
    r"|up|over|duty|edged))|two-fold)|(?P<three>thrice(?=\s+as)|threefold|tripl(?:es?|ed|ing))|(?P<half>halv(?:es?|ed|ing)))\b"
)


def ratios(text: str) -> Iterator[Figure]:
    """Find twice as high, 1.46 times as likely, threefold, RR 0.75."""
    for match in _NAMED_RATIO.finditer(text):
        number = parse_number(match["number"])
        yield figure_at(Kind.RATIO, number.value, "", number.step, match)
    for match in _TIMES.finditer(text):
        yield from figures_in_range(match, Kind.RATIO, "", Fraction(1))
    for match in _TWICE.finditer(text):
        value = Fraction(2) if match["two"] else Fraction(3) if match["three"] else Fraction(1, 2)
        yield figure_at(Kind.RATIO, value, "", Fraction(1), match)
