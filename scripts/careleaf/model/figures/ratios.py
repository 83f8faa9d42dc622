"""Ratios and p-values: odds ratio 1.46, 95% CI 1.2 to 1.8, three times as high, p < 0.05."""

import re
from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, TO, Figure, at_numbers, compiled, figure_at, figures_in_range
from careleaf.model.figures.numbers import DIGITS, parse_number
from careleaf.model.figures.units import COUNTED, UNIT
from careleaf.model.quantity import Kind, RangeEnd

_P_VALUE = compiled(r"\bp(?:[-\s]values?)?\s*(?:of|was|is|[<=>≤≥])\s*(?P<value>0?\.\d{1,12})")


def p_values(text: str) -> Iterator[Figure]:
    """Find p < 0.05; the sign is read as the hedge."""
    for match in _P_VALUE.finditer(text):
        start, end = match.span("value")
        yield Figure(Kind.P_VALUE, Fraction(match["value"]), "", Fraction(0), start, end, start)


_INTERVAL = compiled(
    rf"(?P<level>{DIGITS})\s?%\s+(?:CI|confidence\s+interval)\b(?:\s*[([]CI[)\]])?\s*(?:of|was|is|from|ran\s+from|[=:,(\[])?\s*"
    rf"(?:between\s+)?(?P<low>{DIGITS})(?P<points>\s?%)?(?:{TO}|\s*,\s*|\s+and\s+)(?P<high>{DIGITS})(?P<percent>\s?%)?"
)


def confidence_intervals(text: str) -> Iterator[Figure]:
    """Find 95% CI 1.20 to 1.77: the level, and both limits."""
    for match in _INTERVAL.finditer(text):
        level = Fraction(parse_number(match["level"]).value, 100)
        start = match.start()
        yield Figure(Kind.SHARE, level, "confidence level", Fraction(0), start, match.end("level") + 1, start)
        kind = Kind.SHARE if match["percent"] else Kind.RATIO
        for group, end in (("low", RangeEnd.LOW), ("high", RangeEnd.HIGH)):
            value = parse_number(match[group]).value / (100 if match["percent"] else 1)
            span = match.span(group)
            yield Figure(kind, value, "", Fraction(0), *span, span[0], range_end=end)


_NAMED_RATIO = compiled(
    rf"\b(?:(?-i:a?RR|a?OR|a?HR|IRR)|odds\s+ratio|relative\s+risk|risk\s+ratio|hazard\s+ratio|rate\s+ratio)s?\b"
    r"(?:\s*[(\[](?-i:a?RR|a?OR|a?HR|IRR)[)\]])?"
    r"(?:\s+(?:of|for|in|with|from)\s+(?:[^\W\d_][\w’'-]*\s+){1,8}?(?=was|were|is|came|stood|reached|fell))?"
    rf"\s*(?:of|was|were|is|came\s+to|stood\s+at|=|:|,|\()?\s*(?:(?:about|around|roughly|nearly|only|just)\s+)?(?P<number>{DIGITS})(?!\s*%|\d|[.,]\d|\s+(?:{UNIT}|{COUNTED}))"
)
_TIMES = compiled(
    rf"{RANGE}(?:(?:\s+times|\s?[x×])(?=\s+(?:as|more|less|fewer|higher|lower|greater|larger|likelier|the|that|those|what|normal|their|faster|worse"
    r"|bigger|longer)\b)|[-\s]?fold\b)"
)
_TWICE = compiled(
    r"\b(?:(?P<fold>one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)fold|(?P<two>twice(?=\s+(?:as|the|that|their))|twofold|doubl(?:es?|ed|ing)(?![-\s]?(?:check|blind|vision|bed|dose"
    r"|up|over|duty|edged))|two-fold)|(?P<three>thrice(?=\s+as)|threefold|tripl(?:es?|ed|ing))|(?P<half>halv(?:es?|ed|ing))|(?P<four>quadrupl(?:es?|ed|ing)|fourfold))\b"
)


def ratios(text: str) -> Iterator[Figure]:
    """Find twice as high, 1.46 times as likely, threefold, RR 0.75."""
    for match in _NAMED_RATIO.finditer(text):
        number = parse_number(match["number"])
        yield figure_at(Kind.RATIO, number.value, "", number.step, match)
    for match in at_numbers(_TIMES, text):
        yield from figures_in_range(match, Kind.RATIO, "", Fraction(1))
    for match in _TWICE.finditer(text):
        yield figure_at(Kind.RATIO, _multiple(match), "", Fraction(1), match)


def _multiple(match: re.Match[str]) -> Fraction:
    if match["fold"]:
        return parse_number(match["fold"].lower().replace("hundred", "a hundred")).value
    return next(value for name, value in _MULTIPLES.items() if match[name])


_MULTIPLES = {"two": Fraction(2), "three": Fraction(3), "half": Fraction(1, 2), "four": Fraction(4)}
