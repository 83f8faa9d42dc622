"""Measures: 5 mg, 12 weeks, half an hour, 3 days a week, 120/80."""

import re
from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, Figure, compiled, figure_at, figures_in_range
from careleaf.model.figures.numbers import parse_number
from careleaf.model.figures.units import TAKEN, UNIT, unit_of
from careleaf.model.quantity import Kind

_FREQUENCY = compiled(
    rf"(?:\b(?P<word>once|twice|thrice)|{RANGE}\s+(?P<what>times|days|nights|sessions|workouts))"
    r"\s*(?:(?:an?|per|each|every|in\s+an?)\s+(?P<period>hour|day|night|week|month|year)|(?P<adverb>daily|nightly|weekly"
    r"|monthly|yearly))\b"
)
_ADVERBS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year"}
_ONCE = {"once": 1, "twice": 2, "thrice": 3}


def frequencies(text: str) -> Iterator[Figure]:
    """Find twice a day, 3 times a week, 3 days per week."""
    for match in _FREQUENCY.finditer(text):
        period = (match["period"] or _ADVERBS[match["adverb"].lower()]).lower()
        what = "days" if (match["what"] or "").lower() in {"days", "nights"} else "times"
        unit = f"{what} a {period}"
        if match["word"]:
            yield figure_at(Kind.FREQUENCY, Fraction(_ONCE[match["word"].lower()]), unit, Fraction(1), match)
        else:
            yield from figures_in_range(match, Kind.FREQUENCY, unit, Fraction(1))


_HALF_HOUR = compiled(
    rf"\b(?P<part>half|(?:a\s+)?quarter\s+of)\s+an?\s+(?:(?P<unit>hour|day|year|minute|{TAKEN})"
    r"|(?P<large>million|billion|thousand|dozen)\b)"
    r"|\ba\s+half[-\s]hour\b|\ban?\s+(?P<whole>hour|day|week|month|year)\s+and\s+a\s+half\b"
)


def parts_of_units(text: str) -> Iterator[Figure]:
    """Find half an hour, an hour and a half, half a tablet."""
    for match in _HALF_HOUR.finditer(text):
        if match["large"]:
            large = parse_number(f"a {match['large']}").value
            yield figure_at(Kind.COUNT, large / (2 if match["part"].lower() == "half" else 4), "", large / 10, match)
            continue
        unit = unit_of(match["unit"] or match["whole"] or "hour")
        share = (
            Fraction(3, 2) if match["whole"] else Fraction(1, 4) if "quarter" in match[0].lower() else Fraction(1, 2)
        )
        yield figure_at(unit.kind, share * unit.factor, unit.base, unit.factor / 4, match)


_PRESSURE = re.compile(r"(?<![\w./])(?P<upper>[6-9]\d|[12]\d\d)/(?P<lower>[3-9]\d|1\d\d)(?:\s?mm\s?Hg)?(?![\w/])")


def blood_pressures(text: str) -> Iterator[Figure]:
    """Find 140/90, 120/80 mmHg: one value of two numbers."""
    for match in _PRESSURE.finditer(text):
        value = int(match["upper"]) + Fraction(int(match["lower"]), 1000)
        yield figure_at(Kind.MEASURE, value, "blood pressure", Fraction(0), match)


_MEASURED = re.compile(
    rf"(?i:{RANGE})[-\s]?(?P<unit>{UNIT}|(?i:(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)(?!\w)))"
)


def measures(text: str) -> Iterator[Figure]:
    """Find 5 mg, 2–3 weeks, 12-week, 40-year-old."""
    for match in _MEASURED.finditer(text):
        unit = unit_of(match["unit"])
        if match["high"].lower() == "one" and match["unit"].lower() in {"day", "night"}:
            continue  # "one night" is any night
        yield from figures_in_range(match, unit.kind, unit.base, unit.factor, unit.offset)
