"""The table of patterns: each finds figures of one form in a text.

A pattern gets the text with everything blanked that is no figure or that was taken before, and returns the
figures it takes. The order of the table matters: "8 of 10 hours" must not be read as hours first.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from careleaf.model.figures.numbers import DIGITS, NUMBER, WORDS, Number, parse_number
from careleaf.model.figures.units import COUNTED, TAKEN, UNIT, unit_of
from careleaf.model.quantity import Kind


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


Pattern = Callable[[str], Iterator[Figure]]

_TO = r"\s*[–—-]\s*|\s+(?:to|or|through)\s+"
_RANGE = rf"(?:(?P<low>{NUMBER})(?:{_TO})|between\s+(?P<first>{NUMBER})\s+and\s+)?(?P<high>{NUMBER})"
"""One number, or the two ends of a range whose unit stands behind the second."""
_POINT = Fraction(1, 100)
_PARTS_OF = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
             "tenth": 10, "tenths": 10}  # fmt: skip


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_CLOCK_TIME = r"(?P<hour{0}>1[0-2]|0?[1-9])(?:[:.](?P<minute{0}>[0-5]\d))?"
_HALF_DAY = r"(?P<half{0}>[ap])(?:\.\s?m\.|\s?m\b)"
_CLOCK_RANGE = _compile(
    rf"(?<![\w.,:]){_CLOCK_TIME.format(1)}(?:\s?{_HALF_DAY.format(1)})?(?:{_TO}|\s+and\s+)"
    rf"{_CLOCK_TIME.format(2)}\s?{_HALF_DAY.format(2)}"
)
_CLOCK = _compile(rf"(?<![\w.,:]){_CLOCK_TIME.format(1)}\s?{_HALF_DAY.format(1)}")
_CLOCK_24 = re.compile(r"(?<![\w:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:])")
_CLOCK_WORDS = _compile(
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
        if not _CLOCK_RANGE.match(text, match.start()) and not _in_any(match, _CLOCK_RANGE, text):
            yield _clock(match["hour1"], match["minute1"], match["half1"], match)
    for match in _CLOCK_24.finditer(text):
        value = Fraction(int(match["hour"])) + Fraction(int(match["minute"]), 60)
        if not _in_any(match, _CLOCK_RANGE, text) and not _in_any(match, _CLOCK, text):
            yield _figure(Kind.CLOCK, value, "", Fraction(1, 60), match)
    for match in _CLOCK_WORDS.finditer(text):
        if match["name"]:
            yield _figure(
                Kind.CLOCK, Fraction(0 if match["name"].lower() == "midnight" else 12), "", Fraction(1), match
            )
        else:
            hour = parse_number(match["hour"]).value
            late = (match["part"] or "").endswith(("afternoon", "evening")) and hour < 12  # noon
            yield _figure(Kind.CLOCK, hour + 12 * late, "", Fraction(1), match)


def _clock(hour: str, minute: str | None, half: str, match: re.Match[str], start: int | None = None) -> Figure:
    value = Fraction(int(hour) % 12 + (12 if half.lower() == "p" else 0)) + Fraction(int(minute or 0), 60)
    step = Fraction(1, 60) if minute else Fraction(1)
    return _figure(Kind.CLOCK, value, "", step, match, start)


_P_VALUE = _compile(r"\bp\s*[<=>≤≥]\s*(?P<value>0?\.\d{1,12})")


def p_values(text: str) -> Iterator[Figure]:
    """Find p < 0.05."""
    for match in _P_VALUE.finditer(text):
        yield _figure(Kind.P_VALUE, Fraction(match["value"]), "", Fraction(0), match)


_NAMED_RATIO = _compile(
    rf"\b(?:(?-i:a?RR|a?OR|a?HR)|odds\s+ratio|relative\s+risk|risk\s+ratio|hazard\s+ratio|rate\s+ratio)s?\b"
    rf"\s*(?:of|was|is|=|:|,|\()?\s*(?P<number>{DIGITS})(?!\s*%)"
)
_TIMES = _compile(
    rf"{_RANGE}(?:\s+times(?=\s+(?:as|more|less|fewer|higher|lower|greater|larger|likelier|the|that|their|faster|worse"
    r"|bigger|longer)\b)|[-\s]?fold\b)"
)
_TWICE = _compile(
    r"\b(?:(?P<two>twice(?=\s+(?:as|the|that|their))|twofold|doubl(?:es?|ed|ing)(?![-\s]?(?:check|blind|vision|bed|dose"
    r"|up|over|duty|edged))|two-fold)|(?P<three>thrice(?=\s+as)|threefold|tripl(?:es?|ed|ing))|(?P<half>halv(?:es?|ed|ing)))\b"
)


def ratios(text: str) -> Iterator[Figure]:
    """Find twice as high, 1.46 times as likely, threefold, RR 0.75."""
    for match in _NAMED_RATIO.finditer(text):
        number = parse_number(match["number"])
        yield _figure(Kind.RATIO, number.value, "", number.step, match)
    for match in _TIMES.finditer(text):
        yield from _range(match, Kind.RATIO, "", Fraction(1))
    for match in _TWICE.finditer(text):
        value = Fraction(2) if match["two"] else Fraction(3) if match["three"] else Fraction(1, 2)
        yield _figure(Kind.RATIO, value, "", Fraction(1), match)


_IN = _compile(
    rf"(?P<part>{NUMBER})\s+(?:in|out\s+of|of|per|for|from)\s+(?P<every>every\s+|each\s+)?(?P<whole>{NUMBER})"
    rf"(?!\s*%|[-\s](?:{UNIT}))"
)
_PER = _compile(rf"(?P<part>{NUMBER})\s+(?:\w+\s+){{0,3}}?(?:per|in\s+every|for\s+every)\s+(?P<whole>{NUMBER})")


def shares_in(text: str) -> Iterator[Figure]:
    """Find 1 in 10, nine out of ten, 1 of every 5, 5 per 1,000, 5 cases per 1,000 people."""
    for pattern in (_IN, _PER):
        for match in pattern.finditer(text):
            if pattern is _PER and _in_any(match, _IN, text):
                continue
            part, whole = parse_number(match["part"]), parse_number(match["whole"])
            if not _is_share(match, part.value, whole.value):
                continue
            yield _figure(Kind.SHARE, part.value / whole.value, "", 2 * _POINT, match)


def _is_share(match: re.Match[str], part: Fraction, whole: Fraction) -> bool:
    between = match[0][len(match["part"]) : match.start("whole") - match.start()].lower()
    if not 0 < part <= whole or whole < 2:  # nothing is shared by one
        return False
    if re.search(r"\b(?:every|each|out)\b", between):
        return True
    is_round = whole.denominator == 1 and whole in {10**power for power in range(2, 7)}
    if re.search(r"\b(?:per|for|from)\b", between):
        return is_round
    if re.search(r"\bof\b", between):
        return False
    return is_round or whole <= 100 or (match["part"].strip().lower() in {"1", "one"} and not _is_year(whole))


def _is_year(value: Fraction) -> bool:
    return 1900 <= value <= 2100


_PERCENT = _compile(
    rf"{_RANGE}(?:\s?%|[-\s]per\s?cent\b)(?P<points>\s+points?\b|age\s+points?\b)?"
    r"(?:\s+(?:(?:relative\s+)?(?P<less>lower|less|fewer|reduction|decrease|drop|smaller|reduced)"
    r"|(?P<more>higher|more|greater|increase|rise|larger|increased))\b)?"
)


def percentages(text: str) -> Iterator[Figure]:
    """Find 54%, 5 to 10 percent, between 40% and 90%, 3 percentage points."""
    for match in _PERCENT.finditer(text):
        if match["points"]:
            yield from _range(match, Kind.POINTS, "", Fraction(1))
            continue
        for figure in _range(match, Kind.SHARE, "", _POINT):
            five = figure.value % (5 * _POINT) == 0
            step = 4 * _POINT if five else figure.step
            sign = -1 if match["less"] else 1 if match["more"] else 0
            also = 1 + sign * figure.value if sign else None
            yield Figure(figure.kind, figure.value, "", step, figure.start, figure.end, figure.taken_from, also)


_PART_WORDS = _compile(
    r"\b(?:(?P<count>one|two|three|four|nine|seven)[-\s](?P<part>thirds?|quarters?|fifths?|tenths?|half)"
    r"|(?:a|an|the)\s+(?P<single>third|quarter|fifth|tenth)(?=\s+of\b)"
    r"|(?:about|over|nearly|almost|around|roughly|under|than|least|by)\s+(?P<article>an?)\s+(?P<hedged>third|quarter|fifth|tenth)"
    r"|(?<!\bin\s)(?<!and\sa\s)(?<!first\s)(?<!second\s)(?<!other\s)(?<!better\s)(?<!last\s)(?<!\bearly\s)(?<!later\s)(?<!latter\s)"
    r"(?<!-)(?P<half>half)(?![-\s](?:li(?:fe|ves)|way|brothers?|sisters?|siblings?|time|hearted\w*|asleep|awake"
    r"|past|the\sbattle|moon|full|empty|measures?|marathons?)\b)(?!-))\b(?!\s+(?:times|party|person|trimester))"
)
_PART_SIGNS = re.compile(r"(?<![\w.])(?P<sign>[½⅓⅔¼¾])(?=\s+of\b)")


def parts(text: str) -> Iterator[Figure]:
    """Find half, two thirds, a quarter of."""
    for match in _PART_WORDS.finditer(text):
        word = (match["part"] or match["single"] or match["hedged"] or "half").lower()
        count = parse_number(match["count"]).value if match["count"] else Fraction(1)
        start = match.start("article") if match["article"] else match.start()
        yield Figure(Kind.SHARE, count / _PARTS_OF[word], "", 4 * _POINT, start, match.end(), start)
    for match in _PART_SIGNS.finditer(text):
        yield _figure(Kind.SHARE, parse_number(match["sign"]).value, "", 4 * _POINT, match)


_FREQUENCY = _compile(
    rf"(?:\b(?P<word>once|twice|thrice)|{_RANGE}\s+(?P<what>times|days|nights|sessions|workouts))"
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
            yield _figure(Kind.FREQUENCY, Fraction(_ONCE[match["word"].lower()]), unit, Fraction(1), match)
        else:
            yield from _range(match, Kind.FREQUENCY, unit, Fraction(1))


_HALF_HOUR = _compile(
    rf"\b(?P<part>half|(?:a\s+)?quarter\s+of)\s+an?\s+(?:(?P<unit>hour|day|year|minute|{TAKEN})"
    r"|(?P<large>million|billion|thousand|dozen)\b)"
    r"|\ba\s+half[-\s]hour\b|\ban?\s+(?P<whole>hour|day|week|month|year)\s+and\s+a\s+half\b"
)


def parts_of_units(text: str) -> Iterator[Figure]:
    """Find half an hour, an hour and a half, half a tablet."""
    for match in _HALF_HOUR.finditer(text):
        if match["large"]:
            large = parse_number(f"a {match['large']}").value
            yield _figure(Kind.COUNT, large / (2 if match["part"].lower() == "half" else 4), "", large / 10, match)
            continue
        unit = unit_of(match["unit"] or match["whole"] or "hour")
        share = (
            Fraction(3, 2) if match["whole"] else Fraction(1, 4) if "quarter" in match[0].lower() else Fraction(1, 2)
        )
        yield _figure(unit.kind, share * unit.factor, unit.base, unit.factor / 4, match)


_PRESSURE = re.compile(r"(?<![\w./])(?P<upper>[6-9]\d|[12]\d\d)/(?P<lower>[3-9]\d|1\d\d)(?:\s?mm\s?Hg)?(?![\w/])")


def blood_pressures(text: str) -> Iterator[Figure]:
    """Find 140/90, 120/80 mmHg: one value of two numbers."""
    for match in _PRESSURE.finditer(text):
        value = int(match["upper"]) + Fraction(int(match["lower"]), 1000)
        yield _figure(Kind.MEASURE, value, "blood pressure", Fraction(0), match)


_MEASURED = re.compile(
    rf"(?i:{_RANGE})[-\s]?(?P<unit>{UNIT}|(?i:(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)(?!\w)))"
)


def measures(text: str) -> Iterator[Figure]:
    """Find 5 mg, 2–3 weeks, 12-week, 40-year-old."""
    for match in _MEASURED.finditer(text):
        unit = unit_of(match["unit"])
        if match["high"].lower() == "one" and match["unit"].lower() in {"day", "night"}:
            continue  # "one night" is any night
        yield from _range(match, unit.kind, unit.base, unit.factor)


_AGE = _compile(
    rf"\b(?:under|over|(?:younger|older)\s+than)\s+(?P<word>{WORDS})(?=\s*(?:[.,;:)]|\Z|(?:should|can|may|must|are|have|who"
    r"|need|do)\b))|"
    rf"\b(?:aged?|ages|age\s+of)\s+{_RANGE}|\b(?P<decade>[1-9]0)s\b|\b(?P<over>\d{{2}})s\b"
)


def ages(text: str) -> Iterator[Figure]:
    """Find aged 18 to 39, in their 40s, over 65s."""
    for match in _AGE.finditer(text):
        if match["word"]:
            years_old = parse_number(match["word"]).value
            yield _figure(Kind.DURATION, years_old, "years", Fraction(1), match, match.start("word"))
        elif match["high"]:
            yield from _range(match, Kind.DURATION, "years", Fraction(1))
        else:
            value = Fraction(int(match["decade"] or match["over"]))
            yield _figure(Kind.DURATION, value, "years", Fraction(1), match)


_COUNT = _compile(rf"{_RANGE}\s+(?P<between>(?:(?!(?:of|in|to|and|or)\b)[\w’-]*[^\W_s]\s+){{0,2}}?)(?P<noun>{COUNTED})")
_ONE_TAKEN = _compile(rf"\bone\s+{TAKEN}")


def counts(text: str) -> Iterator[Figure]:
    """Find 528 people, 12 healthy volunteers, three alcoholic drinks, one tablet."""
    for match in _COUNT.finditer(text):
        if match["high"].lower() == "one" and not match["low"] and not _ONE_TAKEN.match(text, match.start("high")):
            continue
        yield from _range(match, Kind.COUNT, unit_of(match["noun"]).base, Fraction(1))


_YEAR = re.compile(r"(?<![\w.,])(?P<year>(?:19|20)\d\d)(?:s\b)?(?![\w,.]\d|\w)")


def years(text: str) -> Iterator[Figure]:
    """Find 2025, the 1990s."""
    for match in _YEAR.finditer(text):
        yield _figure(Kind.YEAR, Fraction(int(match["year"])), "", Fraction(0), match)


_BARE = _compile(_RANGE)
_SMALL_WORD = 12
"""Up to here a number in words without a counted noun is mere wording: five features, two reasons."""


def bare_numbers(text: str) -> Iterator[Figure]:
    """Find what is left: every number in digits, and large ones in words."""
    for match in _BARE.finditer(text):
        for figure, number in _ends(match, Kind.COUNT, "", Fraction(1)):
            if number.in_digits or number.value > _SMALL_WORD:
                yield figure


PATTERNS: tuple[Pattern, ...] = (
    clock_times,
    p_values,
    blood_pressures,
    ratios,
    parts_of_units,
    shares_in,
    percentages,
    frequencies,
    parts,
    measures,
    ages,
    counts,
    years,
    bare_numbers,
)


def _figure(
    kind: Kind, value: Fraction, unit: str, step: Fraction, match: re.Match[str], start: int | None = None
) -> Figure:
    return Figure(kind, value, unit, step, match.start() if start is None else start, match.end(), match.start())


def _range(match: re.Match[str], kind: Kind, unit: str, factor: Fraction) -> Iterator[Figure]:
    """Yield one figure, or the two ends of a range."""
    return (figure for figure, _ in _ends(match, kind, unit, factor))


def _ends(match: re.Match[str], kind: Kind, unit: str, factor: Fraction) -> Iterator[tuple[Figure, Number]]:
    for group in ("low", "first", "high"):
        if match[group]:
            number = parse_number(match[group])
            value, step = number.value * factor, number.step * factor
            yield Figure(kind, value, unit, step, match.start(group), match.end(), match.start()), number


def _in_any(match: re.Match[str], pattern: re.Pattern[str], text: str) -> bool:
    spans = _spans(pattern, text)
    before = bisect_right(spans, (match.start(), len(text))) - 1
    return before >= 0 and match.end() <= spans[before][1]


@lru_cache(maxsize=64)
def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [other.span() for other in pattern.finditer(text)]
