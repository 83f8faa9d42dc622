"""Times of day: 1 am, 17:30, noon."""

import re
from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import TO, Figure, compiled, figure_at, in_any
from careleaf.model.figures.numbers import WORDS, parse_number
from careleaf.model.quantity import Kind

_CLOCK_TIME = r"(?P<hour{0}>1[0-2]|0?[1-9])(?:[:.](?P<minute{0}>[0-5]\d))?"
_HALF_DAY = r"(?P<half{0}>[ap])(?:\.\s?m\.|\s?m\b)"
_CLOCK_RANGE = compiled(
    rf"(?<![\w.,:]){_CLOCK_TIME.format(1)}(?:\s?{_HALF_DAY.format(1)})?(?:{TO}|\s+and\s+)"
    rf"{_CLOCK_TIME.format(2)}\s?{_HALF_DAY.format(2)}"
)
_CLOCK = compiled(rf"(?<![\w.,:]){_CLOCK_TIME.format(1)}\s?{_HALF_DAY.format(1)}")
_CLOCK_24 = re.compile(r"(?<![\w:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:])")
_PAST = compiled(
    rf"\b(?P<how>half\s+past|(?:a\s+)?quarter\s+past|(?:a\s+)?quarter\s+to)\s+(?P<hour>1[0-2]\b|[1-9]\b|{WORDS})"
    r"(?:\s+(?P<part>in\s+the\s+(?:morning|afternoon|evening)|at\s+night))?"
)
_MINUTES = {"half": Fraction(1, 2), "past": Fraction(1, 4), "to": Fraction(-1, 4)}
_CLOCK_WORDS = compiled(
    r"\b(?P<name>noon|midday|midnight)\b"
    rf"|(?P<hour>\b(?:1[0-2]|[1-9])\b|\b{WORDS})\s+(?:o[’']clock|(?P<part>in\s+the\s+(?:morning|afternoon|evening)))"
)


def clock_times(text: str) -> Iterator[Figure]:
    """Find 1 am, 9–11 p.m., 17:30, noon, 8 o'clock."""
    for match in _CLOCK_RANGE.finditer(text):
        second = match["half2"]
        yield _clock(match["hour1"], match["minute1"], match["half1"] or second, match)
        yield _clock(match["hour2"], match["minute2"], second, match, match.start("hour2"))
    for match in _CLOCK.finditer(text):
        if not _CLOCK_RANGE.match(text, match.start()) and not in_any(match, _CLOCK_RANGE, text):
            yield _clock(match["hour1"], match["minute1"], match["half1"], match)
    for match in _CLOCK_24.finditer(text):
        value = Fraction(int(match["hour"])) + Fraction(int(match["minute"]), 60)
        if not in_any(match, _CLOCK_RANGE, text) and not in_any(match, _CLOCK, text):
            yield figure_at(Kind.CLOCK, value, "", Fraction(1, 60), match)
    for match in _PAST.finditer(text):
        minutes = _MINUTES["half" if "half" in match["how"].lower() else match["how"].lower().split()[-1]]
        hour = parse_number(match["hour"]).value
        late = (match["part"] or "").endswith(("afternoon", "evening", "night")) and hour < 12  # noon
        yield figure_at(Kind.CLOCK, hour + minutes + 12 * late, "", Fraction(1, 60), match)
    for match in _CLOCK_WORDS.finditer(text):
        if in_any(match, _PAST, text):
            continue
        if match["name"]:
            yield figure_at(
                Kind.CLOCK, Fraction(0 if match["name"].lower() == "midnight" else 12), "", Fraction(1), match
            )
        else:
            hour = parse_number(match["hour"]).value
            late = (match["part"] or "").endswith(("afternoon", "evening")) and hour < 12  # noon
            yield figure_at(Kind.CLOCK, hour + 12 * late, "", Fraction(1), match)


def _clock(hour: str, minute: str | None, half: str, match: re.Match[str], start: int | None = None) -> Figure:
    value = Fraction(int(hour) % 12 + (12 if half.lower() == "p" else 0)) + Fraction(int(minute or 0), 60)
    step = Fraction(1, 60) if minute else Fraction(1)
    return figure_at(Kind.CLOCK, value, "", step, match, start)
