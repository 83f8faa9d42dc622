"""Measures: 5 mg, 12 weeks, half an hour, 3 days a week, 120/80."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, Figure, at_numbers, compiled, figure_at, figures_in_range
from careleaf.model.figures.numbers import parse_number
from careleaf.model.figures.units import TAKEN, UNIT, unit_of
from careleaf.model.quantity import Kind, RangeEnd

_FREQUENCY = compiled(
    rf"(?:\b(?P<word>once|twice|thrice)|{RANGE}\s+(?P<what>times|days|nights|sessions|workouts))"
    r"\s*(?:(?:an?|per|each|every|in\s+an?)\s+(?P<period>minute|hour|day|night|week|month|year)|(?:in|over|every|per|each)\s+(?P<span>24\s+hours|one\s+day)|(?P<adverb>daily|nightly|weekly"
    r"|monthly|yearly))\b"
)
_ADVERBS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year"}
_ONCE = {"once": 1, "twice": 2, "thrice": 3}


def frequencies(text: str) -> Iterator[Figure]:
    """Find twice a day, 3 times a week, 3 days per week."""
    for match in _FREQUENCY.finditer(text):
        period = "day" if match["span"] else (match["period"] or _ADVERBS[match["adverb"].lower()]).lower()
        what = "days" if (match["what"] or "").lower() in {"days", "nights"} else "times"
        unit = f"{what} a {period}"
        if match["word"]:
            yield figure_at(Kind.FREQUENCY, Fraction(_ONCE[match["word"].lower()]), unit, Fraction(1), match)
        else:
            yield from figures_in_range(match, Kind.FREQUENCY, unit, Fraction(1))


_HALF_HOUR = compiled(
    rf"(?:\b(?P<part>half|(?:a\s+)?quarter\s+of)\s+an?\s+(?:(?P<unit>hour|day|year|minute|lit(?:er|re)|mile|kilo|kilogram|gram|{TAKEN})"
    r"|(?P<large>million|billion|thousand|dozen)\b)"
    r"|\ba\s+half[-\s]hour\b|\ban?\s+(?P<whole>hour|day|week|month|year)\s+and\s+a\s+half\b)(?:\s+to\s+(?P<upto>an?\s+(?P<until>hour|day|year|minute)))?"
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
        figure = figure_at(unit.kind, share * unit.factor, unit.base, unit.factor / 4, match)
        if not match["until"]:
            yield figure
            continue
        until = unit_of(match["until"])
        start = match.start("upto")
        yield replace(figure, end=start, range_end=RangeEnd.LOW)
        yield Figure(
            unit.kind, until.factor, until.base, until.factor / 4, start, match.end(), start, range_end=RangeEnd.HIGH
        )


_WEEKS = ("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
          " sixteenth seventeenth eighteenth nineteenth twentieth").split()  # fmt: skip
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_DATED = compiled(
    rf"\b(?:(?P<word>{'|'.join(_WEEKS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))\s+(?P<unit>day|night|week|month|year|trimester)\b"
    r"|\b(?P<first>week|month|(?<=\bby\s)day|(?<=\bon\s)day|(?<=\bfrom\s)day|(?<=\buntil\s)day|(?<=\bafter\s)day|(?<=\bbefore\s)day)\s+"
    rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\b"
)


def dated_units(text: str) -> Iterator[Figure]:
    """Find the sixteenth week, the 3rd month, week 12: how far something has gone."""
    for match in _DATED.finditer(text):
        number = match["number"] or match["digits"]
        value = Fraction(parse_number(number).value if number else _WEEKS.index(match["word"].lower()) + 2)
        name = (match["unit"] or match["first"]).lower()
        if name == "trimester":
            yield figure_at(Kind.RANK, value, name, Fraction(0), match)
        else:
            unit = unit_of(name)
            yield figure_at(unit.kind, value * unit.factor, unit.base, unit.factor, match)


_LIMITED_SPOON = compiled(
    r"\b(?:less|more)\s+than\s+(?P<one>an?\s+(?P<unit>teaspoon|tablespoon|cup|glass|drink|tablet))\b(?!\s+of\s+water)"
)


def limited_amounts(text: str) -> Iterator[Figure]:
    """Find less than a teaspoon."""
    for match in _LIMITED_SPOON.finditer(text):
        unit = unit_of(match["unit"])
        start, end = match.span("one")
        yield Figure(unit.kind, unit.factor, unit.base, unit.factor, start, end, start)


_EVERY_OTHER = compiled(r"\bevery\s+(?:other|second)\s+(?P<unit>hour|day|night|week|month|year)\b")
_COUPLE = compiled(r"\ba\s+couple\s+of\s+(?P<unit>minutes|hours|days|nights|weeks|months|years)\b")


def pairs_of_units(text: str) -> Iterator[Figure]:
    """Find every other day, a couple of weeks."""
    for pattern in (_EVERY_OTHER, _COUPLE):
        for match in pattern.finditer(text):
            unit = unit_of(match["unit"])
            yield figure_at(unit.kind, 2 * unit.factor, unit.base, unit.factor, match)


_ONE_UNIT = compiled(
    r"\b(?:(?:less|more|longer|shorter|fewer)\s+than|over|under|within|at\s+least|at\s+most|up\s+to|about|around|nearly|almost|just|beyond|past|exceeding)"
    r"\s+(?P<one>an?\s+(?P<unit>minute|hour|day|week|month|year|decade))\b(?!\s+(?:and\s+a\s+half|or\s+two|or\s+so|ago|off))"
    r"|\b(?P<article>an?)\s+(?P<fortnight>fortnight)\b"
)


def single_units(text: str) -> Iterator[Figure]:
    """Find less than an hour, at least a week, a fortnight; "an hour" alone is mere wording."""
    for match in _ONE_UNIT.finditer(text):
        unit = unit_of(match["unit"] or match["fortnight"])
        start, end = match.span("one") if match["one"] else match.span()
        yield Figure(unit.kind, unit.factor, unit.base, unit.factor, start, end, start)


_PRESSURE = re.compile(r"(?<![\w./])(?P<upper>[6-9]\d|[12]\d\d)/(?P<lower>[3-9]\d|1\d\d)(?:\s?mm\s?Hg)?(?![\w/])")


def blood_pressures(text: str) -> Iterator[Figure]:
    """Find 140/90, 120/80 mmHg: one value of two numbers."""
    for match in _PRESSURE.finditer(text):
        value = int(match["upper"]) + Fraction(int(match["lower"]), 1000)
        yield figure_at(Kind.MEASURE, value, "blood pressure", Fraction(0), match)


_MEASURED = re.compile(
    rf"(?i:{RANGE}(?:\s+or\s+(?:more|less|fewer)(?=\s))?)(?:\s(?:working|full|whole|extra|more|further|additional|consecutive|straight|calendar|school|business)(?=\s))?[-\s]?(?P<unit>{UNIT}|(?i:(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)(?!\w)))"
)


def measures(text: str) -> Iterator[Figure]:
    """Find 5 mg, 2–3 weeks, 12-week, 40-year-old."""
    for match in at_numbers(_MEASURED, text):
        unit = unit_of(match["unit"])
        if match["high"].lower() == "one" and match["unit"].lower() in {"day", "night", "foot"}:
            continue  # "one night" is any night
        yield from figures_in_range(match, unit.kind, unit.base, unit.factor, unit.offset)
