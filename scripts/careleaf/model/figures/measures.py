"""Measures: 5 mg, 12 weeks, half an hour, 3 days a week, 120/80."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, Figure, at_numbers, compiled, figure_at, figures_in_range
from careleaf.model.figures.numbers import NUMBER, parse_number
from careleaf.model.figures.units import TAKEN, UNIT, unit_of
from careleaf.model.quantity import Kind, RangeEnd

_FREQUENCY = compiled(
    rf"(?:\b(?P<word>once|twice|thrice)|{RANGE}(?:\s+or\s+(?:more|fewer))?\s+(?P<what>times|days|nights|sessions|workouts|breaths|(?:breathing\s+)?pauses|feeds|stools|attacks|flushes))"
    r"\s*(?:(?:/\s*|(?:an?|per|each|every|in\s+an?)\s+)(?P<period>min(?:ute)?|hour|day|night|week|month|year)|(?:in|over|every|per|each)\s+(?P<span>24\s+hours|one\s+day)|(?P<adverb>daily|nightly|weekly"
    r"|monthly|yearly))\b(?!\s+apart)"
)
_ADVERBS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year"}
_ONCE = {"once": 1, "twice": 2, "thrice": 3}


def frequencies(text: str) -> Iterator[Figure]:
    """Find twice a day, 3 times a week, 3 days per week."""
    for match in _FREQUENCY.finditer(text):
        period = "day" if match["span"] else (match["period"] or _ADVERBS[match["adverb"].lower()]).lower()
        period = "minute" if period == "min" else period
        what = "days" if (match["what"] or "").lower() in {"days", "nights"} else "times"
        unit = f"{what} a {period}"
        if match["word"]:
            yield figure_at(Kind.FREQUENCY, Fraction(_ONCE[match["word"].lower()]), unit, Fraction(1), match)
        else:
            yield from figures_in_range(match, Kind.FREQUENCY, unit, Fraction(1))


_HALF_HOUR = compiled(
    rf"(?:\b(?:between\s+)?(?P<less>a\s+quarter|a\s+third|half)\s+(?:and|to)\s+)?(?:\b(?P<part>(?<!and\sa\s)half|(?:(?:an?|one|two|three)[-\s])?(?:quarter|third|fifth|eighth|tenth)s?\s+of)\s+an?\s+(?:(?P<unit>minute|hour|day|week|month|year|decade|century|(?:centi|milli|kilo)?(?:lit|met)(?:er|re)|mile|inch|kilo|(?:kilo|milli|micro)?gram|ounce|pint|pound|stone|{TAKEN})\b"
    r"|(?P<large>million|billion|thousand|dozen)\b)"
    rf"|\ba\s+half[-\s]hour\b|(?:\b(?:between\s+)?(?P<from>an?\s+(?P<low>hour|day|week|month|year))\s+(?:and|to)\s+)?\ban?\s+(?P<whole>hour|day|week|month|year|lit(?:er|re)|met(?:er|re)|mile|pint|kilo|kilogram|{TAKEN})\s+and\s+(?P<rest>a\s+half|a\s+quarter|three\s+quarters)\b)(?:\s+to\s+(?P<upto>an?\s+(?P<until>hour|day|year|minute)(?P<more>\s+and\s+a\s+half)?))?"
)


def parts_of_units(text: str) -> Iterator[Figure]:
    """Find half an hour, an hour and a half, half a tablet."""
    for match in _HALF_HOUR.finditer(text):
        if match["large"]:
            large = parse_number(f"a {match['large']}").value
            yield figure_at(Kind.COUNT, large * _part(match["part"].lower()), "", large / 10, match)
            continue
        unit = unit_of(match["unit"] or match["whole"] or "hour")
        rest = (match["rest"] or match["part"] or "half").lower()
        share = _part(rest) + (1 if match["whole"] else 0)
        figure = figure_at(unit.kind, share * unit.factor, unit.base, unit.factor / 4, match)
        if match["from"]:
            low, (start, end) = unit_of(match["low"]), match.span("from")
            yield Figure(low.kind, low.factor, low.base, low.factor / 4, start, end, start, range_end=RangeEnd.LOW)
            yield replace(figure, start=end + len(" and "), range_end=RangeEnd.HIGH)
            continue
        if match["less"]:
            start = match.start("part")
            less = replace(figure, value=_part(match["less"].lower()) * unit.factor, end=start - len(" and "))
            yield replace(less, start=match.start("less"), range_end=RangeEnd.LOW)
            yield replace(figure, start=start, taken_from=match.start("less"), range_end=RangeEnd.HIGH)
            continue
        if not match["until"]:
            yield figure
            continue
        until = unit_of(match["until"])
        start = match.start("upto")
        yield replace(figure, end=start, range_end=RangeEnd.LOW)
        most = until.factor * (Fraction(3, 2) if match["more"] else 1)
        yield Figure(unit.kind, most, until.base, until.factor / 4, start, match.end(), start, range_end=RangeEnd.HIGH)


def _part(text: str) -> Fraction:
    name = next(name for name in _NAMES if name in text)
    first = text.split()[0].partition("-")[0]
    return Fraction(_COUNTS.get(first, 1), _NAMES[name])


_NAMES = {"half": 2, "quarter": 4, "third": 3, "fifth": 5, "eighth": 8, "tenth": 10}
_COUNTS = {"two": 2, "three": 3}
_TENS = "twenty thirty forty".split()
_WEEKS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
          " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split()  # fmt: skip
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_ORDINAL = rf"(?:(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(_WEEKS)})|thirtieth|fortieth|\d{{1,3}}(?:st|nd|rd|th))\b"
_LISTED = r"\s*(?:,\s*(?:and\s+)?|–|-|\s(?:and|or|to)\s)\s*(?:the\s+)?"
_SINGLE = rf"(?:\d{{1,3}}(?![\d%]|[.,:/]\d|\s+times)|(?:{'|'.join(_NUMBERS)})\b)"
_DATED = compiled(
    rf"\b(?P<ordinals>{_ORDINAL}(?:{_LISTED}{_ORDINAL})*)\s+(?P<unit>day|night|week|month|year|trimester)s?\b"
    r"|(?<![\d.]\s)(?<![\d.]-)\b(?P<first>week|month|(?<=\b(?:by|on|at|to)\s)day|(?<=\b(?:from|with)\s)day|(?<=\bbetween\s)day|(?<=\band\s)day(?=\s\d)|(?<=\buntil\s)day|(?<=\bafter\s)day"
    r"|(?<=\bbefore\s)day|days(?=\s\d)|weeks(?=\s\d)|months(?=\s\d)|years(?=\s\d)|(?<=\b(?:in|by|at)\s)year|nights(?=\s\d))"
    rf"\s+(?P<numbers>{_SINGLE}(?:{_LISTED}{_SINGLE})*)"
)
_EACH_ORDINAL, _EACH_NUMBER = compiled(_ORDINAL), compiled(rf"(?<!\d){_SINGLE}")


def dated_units(text: str) -> Iterator[Figure]:
    """Find the sixteenth week, the 3rd month, week 12, days 3 to 5: how far something has gone."""
    for match in _DATED.finditer(text):
        group = "ordinals" if match["ordinals"] else "numbers"
        if match[group].lower() == "first":
            continue  # "the first week" begins something
        name = (match["unit"] or match["first"].removesuffix("s")).lower()
        each = (_EACH_ORDINAL if match["ordinals"] else _EACH_NUMBER).finditer(text, *match.span(group))
        numbers = [(_place(one[0]), *one.span()) for one in each]
        for index, (value, start, end) in enumerate(numbers):
            last = match.end() if index + 1 == len(numbers) else end
            begun = match.start() if index == 0 else start
            if name == "trimester":
                yield Figure(Kind.RANK, value, name, Fraction(0), start, last, begun)
            else:
                unit = unit_of(name)
                shown = start if index or match["ordinals"] else match.start()
                yield Figure(unit.kind, value * unit.factor, unit.base, unit.factor, shown, last, begun)


def _place(text: str) -> Fraction:
    tens, _, word = text.lower().rpartition("-")
    if tens in _TENS:
        return Fraction(10 * (_TENS.index(tens) + 2) + _WEEKS.index(word) + 1)
    if word in {"thirtieth", "fortieth"}:
        return Fraction(30 if word == "thirtieth" else 40)
    return (
        Fraction(_WEEKS.index(word) + 1)
        if word in _WEEKS
        else parse_number(word.rstrip("stndrh") if word[0].isdigit() else word).value
    )


_LIMITED_SPOON = compiled(
    r"\b(?:less|more)\s+than\s+(?P<one>an?\s+(?P<unit>teaspoon|tablespoon|cup|glass|drink|tablet))\b(?!\s+of\s+water)"
)


def limited_amounts(text: str) -> Iterator[Figure]:
    """Find less than a teaspoon."""
    for match in _LIMITED_SPOON.finditer(text):
        unit = unit_of(match["unit"])
        start, end = match.span("one")
        yield Figure(unit.kind, unit.factor, unit.base, unit.factor, start, end, start)


_EVERY_OTHER = compiled(
    r"\b(?:every\s+(?:other|second)\s+(?P<unit>hour|day|night|week|month|year)"
    r"|(?:on\s+)?alternat(?:e|ing)\s+(?P<alternate>hours|days|nights|weeks|months|years))\b"
)
_COUPLE = compiled(r"\ba\s+couple\s+of\s+(?P<unit>minutes|hours|days|nights|weeks|months|years)\b(?P<alternate>)")


def pairs_of_units(text: str) -> Iterator[Figure]:
    """Find every other day, a couple of weeks."""
    for pattern in (_EVERY_OTHER, _COUPLE):
        for match in pattern.finditer(text):
            unit = unit_of(match["unit"] or match["alternate"])
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


_PRESSURE = re.compile(
    r"(?<![\w./])(?P<upper>[6-9]\d|[12]\d\d)(?:/|\sover\s)(?P<lower>[3-9]\d|1\d\d)(?:\s?mm\s?Hg)?(?![\w/])"
)


def blood_pressures(text: str) -> Iterator[Figure]:
    """Find 140/90, 120/80 mmHg: one value of two numbers."""
    for match in _PRESSURE.finditer(text):
        value = int(match["upper"]) + Fraction(int(match["lower"]), 1000)
        yield figure_at(Kind.MEASURE, value, "blood pressure", Fraction(0), match)


_MEASURED = re.compile(
    rf"(?i:{RANGE}(?:\s+or\s+(?:more|less|fewer)(?=\s))?)(?:\s(?:working|full|whole|extra|more|further|additional|consecutive|straight|calendar|school|business)(?=\s))?[-\s]?(?P<unit>{UNIT}|(?i:(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)(?!\w)))"
)


_COMPOUND = compiled(
    rf"(?P<first>{NUMBER})\s+(?P<long>years?|hours?|weeks?)(?:,|\s+and)?\s+(?P<second>{NUMBER})\s+(?P<short>months?|minutes?|days?)\b"
)
_SHORTER = {"year": "month", "hour": "minute", "week": "day"}


def compound_times(text: str) -> Iterator[Figure]:
    """Find 8 years and 10 months, 1 hour 30 minutes."""
    for match in at_numbers(_COMPOUND, text):
        long, short = unit_of(match["long"]), unit_of(match["short"])
        if _SHORTER[match["long"].lower().removesuffix("s")] == match["short"].lower().removesuffix("s"):
            value = (
                parse_number(match["first"]).value * long.factor + parse_number(match["second"]).value * short.factor
            )
            yield figure_at(Kind.DURATION, value, long.base, short.factor, match)


_REACHES = compiled(r"(?:\bto|\bbetween\b[^.;]{0,40}\band|\bin|\bwithin|\bafter)\s+\Z")


def measures(text: str) -> Iterator[Figure]:
    """Find 5 mg, 2–3 weeks, 12-week, 40-year-old."""
    for match in at_numbers(_MEASURED, text):
        unit = unit_of(match["unit"])
        if (
            match["high"].lower() == "one"
            and match["unit"].lower() in {"day", "night", "foot"}
            and not _REACHES.search(text[: match.start()])
        ):
            continue  # "one night" is any night
        yield from figures_in_range(match, unit.kind, unit.base, unit.factor, unit.offset)
