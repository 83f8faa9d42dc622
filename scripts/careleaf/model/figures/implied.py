"""Figures that a statement implies without writing them: half beside a median, every 12 hours for twice a day.

A sentence may use them in place of what is written; they are never asked of a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from careleaf.model.figures.figure import POINT
from careleaf.model.figures.finder import find_quantities
from careleaf.model.figures.numbers import DIGITS, NUMBER, parse_number
from careleaf.model.figures.shares import small_step
from careleaf.model.figures.units import unit_of
from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd

_MIDDLE = re.compile(r"\bmedian\b|\bIQR\b|\binter-?quartile\b|\bhalf-li(?:fe|ves)\b", re.IGNORECASE)
_NEEDED = re.compile(r"(?:\bnumbers?\s+needed\s+to\s+\w+\b|\bNN[TH]\b)[^.;\d]{0,40}\Z", re.IGNORECASE)
_NEED = re.compile(r"(?:\s+\w+){0,3}?\s+need(?:s|ed)?\s+(?:treat|to\s+(?:be\s+)?(?:treat|tak))", re.IGNORECASE)
_EVERY = re.compile(r"\bevery\s+\Z", re.IGNORECASE)
_REPEATED = re.compile(
    r"\b(?:(?P<times>once|twice|thrice)\b|(?P<alternate>alternate)\s+(?:days|nights)\b|(?P<adverb>hourly|daily|nightly|weekly|monthly|yearly|annually)\b"
    r"|(?:an?|per|each|every)\s+(?P<unit>hour|day|night|week|month|year)\b)",
    re.IGNORECASE,
)
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "night": "day",
}  # fmt: skip
_COUNTED_IN = re.compile(
    r"(?<![\d.]\s)(?<![\d.]-)\b(?P<unit>seconds|minutes|hours|days|nights|weeks|months|years)\b", re.IGNORECASE
)
"""Days of ``migraine days fell from 8.3 to 4.6``: the counts behind are in days."""
_EACH = re.compile(
    r"\b(?P<adverb>weekly|monthly|yearly)\b[^.;\d]*\bdays\b|\bdays\b[^;]*?\b(?:an?|per|each|every)\s+(?P<unit>week|month|year)\b",
    re.IGNORECASE,
)
_ON_DAYS = re.compile(r"\bon\s+(?:at\s+least\s+|about\s+|up\s+to\s+|around\s+)?\Z", re.IGNORECASE)
_A_PERIOD = re.compile(r"\b(?:an?|per|each|every)\s+(?P<unit>week|month|year)\b", re.IGNORECASE)
_PERIODS = {"hour": Fraction(1), "day": Fraction(24), "week": Fraction(168)}
_LONG = {"year": Fraction(1), "month": Fraction(1, 12)}
_REACH = 60


@lru_cache(maxsize=4096)
def implied_figures(text: str) -> tuple[Quantity, ...]:
    """Return what the figures and the words of a text come to."""
    found = find_quantities(text)
    implied = [one for figure in found for one in (*_turned(figure), *_timed(figure, text), *_needed(figure, text))]
    bare = [one for figure in found for one in _without_unit(figure)]
    rates = (*_rates(found, text), *_in_units_before(found, text))
    repeated = (*_repeated(text), *_on_days(found, text), *_received(text))
    return (*implied, *bare, *rates, *_halves(text), *repeated, *_in_headed_units(found, text))


def _received(text: str) -> Iterator[Quantity]:
    """Yield two for "those vaccinated before receive two": a small number in words is none of itself."""
    for match in _RECEIVED.finditer(text):
        start, end = match.span("number")
        value = parse_number(match["number"]).value
        yield Quantity(Kind.COUNT, value, "", Fraction(1), Hedge.NONE, match["number"], start, end)


_RECEIVED = re.compile(
    r"\b(?:receiv\w+|needs?|needed|takes?|gets?|gave|given?|has|have|had)\s+(?P<number>two|three|four|five|six|seven|eight|nine|ten)(?=\s*[,.;:)])",
    re.IGNORECASE,
)


def _on_days(found: tuple[Quantity, ...], text: str) -> Iterator[Quantity]:
    """Yield twice a week for "150 minutes a week, and strengthening on 2 days"."""
    periods = {match["unit"].lower() for match in _A_PERIOD.finditer(text)}
    for figure in found if len(periods) == 1 else ():
        days = figure.kind is Kind.DURATION and figure.text.lower().endswith("days")
        if days and _ON_DAYS.search(text[max(0, figure.start - _REACH) : figure.start]):
            yield replace(
                figure,
                kind=Kind.FREQUENCY,
                unit=f"days a {next(iter(periods))}",
                value=figure.value / 24,
                step=Fraction(1),
            )


def _halves(text: str) -> Iterator[Quantity]:
    for match in _MIDDLE.finditer(text):
        yield _said(Kind.SHARE, Fraction(1, 2), "", 4 * POINT, match)


def _said(kind: Kind, value: Fraction, unit: str, step: Fraction, match: re.Match[str]) -> Quantity:
    return Quantity(kind, value, unit, step, Hedge.NONE, match[0], *match.span())


def _turned(figure: Quantity) -> Iterator[Quantity]:
    """Yield a ratio as the change it amounts to, and half for what is twice as much: RR 0.75 is 25% lower."""
    plain = replace(figure, also=None, hedge=Hedge.NONE, unit="")
    if figure.kind is Kind.RATIO and figure.value:
        change = abs(figure.value - 1)
        end = figure.range_end if figure.value > 1 else _OTHER_END[figure.range_end]
        step = small_step(4 * POINT, change)
        yield replace(plain, kind=Kind.SHARE, value=change, also=figure.value, step=step, range_end=end)
        if figure.value.denominator == 1:
            yield replace(plain, kind=Kind.SHARE, value=1 / figure.value, step=POINT)


_OTHER_END = {RangeEnd.LOW: RangeEnd.HIGH, RangeEnd.HIGH: RangeEnd.LOW, RangeEnd.NONE: RangeEnd.NONE}


def _without_unit(figure: Quantity) -> Iterator[Quantity]:
    """Yield 7 for 7 mmol/L, and 0.29 as a share: a sentence may take the unit for known."""
    if figure.kind in {Kind.MEASURE, Kind.DURATION} and (number := _FIRST.search(figure.text)):
        written = parse_number(number[0])
        yield replace(figure, kind=Kind.COUNT, unit=MEASURED, value=written.value, step=written.step)
    elif figure.kind is Kind.COUNT and not figure.unit and 0 < figure.value < 1:
        yield replace(figure, kind=Kind.SHARE, step=small_step(4 * POINT, figure.value))


MEASURED = "measured"
"""The unit of a number that stands with one in the evidence: only a number without any may be held against it."""
_FIRST = re.compile(NUMBER, re.IGNORECASE)


def _rates(found: tuple[Quantity, ...], text: str) -> Iterator[Quantity]:
    """Yield 7.8 per 100 for 7.8 behind "4.8 cases per 100": the rates that follow are out of as many."""
    whole = 0
    for figure in found:
        if figure.kind is Kind.SHARE:
            match = _PER.search(figure.text)
            whole = int(parse_number(match[1]).value) if match else 0
        elif whole and figure.kind is Kind.COUNT and not figure.unit and figure.value < whole:
            share = figure.value / whole
            yield replace(figure, kind=Kind.SHARE, value=share, step=small_step(2 * POINT, share))


_PER = re.compile(rf"\bper\s+({DIGITS})\Z", re.IGNORECASE)


_LABEL = re.compile(r"\s+(?:for|in|with|on|at|after|by|if|to)\b|\s*[.,;]?\s*(?:\Z|[.,;])", re.IGNORECASE)


def _is_bare(figure: Quantity, text: str) -> bool:
    """Tell whether nothing says what a number counts: 4.5 for a leg."""
    return figure.kind is Kind.COUNT and not figure.unit and _LABEL.match(text, figure.end) is not None


def _in_units_before(found: tuple[Quantity, ...], text: str) -> Iterator[Quantity]:
    """Yield 4.5 units for 4.5 behind "1.5 units for the face"; the unit holds to the end of the sentence."""
    last: Quantity | None = None
    for figure in found:
        if last is not None and ". " in text[last.end : figure.start]:
            last = None
        if figure.kind in {Kind.MEASURE, Kind.DURATION} and figure.unit != "°C":
            last = figure
        elif last is not None and _is_bare(figure, text) and (number := _FIRST.search(last.text)):
            factor = last.value / (parse_number(number[0]).value or 1)
            yield replace(
                figure, kind=last.kind, unit=last.unit, value=figure.value * factor, step=figure.step * factor
            )


def _timed(figure: Quantity, text: str) -> Iterator[Quantity]:
    """Yield every 12 hours for twice a day, and the other way round."""
    how, _, period = figure.unit.rpartition(" a ")
    if figure.kind is Kind.FREQUENCY and how == "times" and period in _PERIODS and figure.value:
        value = _PERIODS[period] / figure.value
        yield replace(figure, kind=Kind.DURATION, unit="hours", value=value, step=Fraction(1))
    elif figure.kind is Kind.FREQUENCY and how == "times" and period in _LONG and figure.value:
        value = _LONG[period] / figure.value
        yield replace(figure, kind=Kind.DURATION, unit="years", value=value, step=Fraction(1, 12))
    elif (
        figure.unit in {"hours", "years"}
        and figure.value
        and _EVERY.search(text[max(0, figure.start - 8) : figure.start])
    ):
        for name, length in (_PERIODS if figure.unit == "hours" else _LONG).items():
            if length % figure.value == 0:
                times = length / figure.value
                yield replace(figure, kind=Kind.FREQUENCY, unit=f"times a {name}", value=times, step=Fraction(1))


def _needed(figure: Quantity, text: str) -> Iterator[Quantity]:
    """Yield one in ten for a number needed to treat of ten."""
    needed = _NEEDED.search(text[max(0, figure.start - _REACH) : figure.start]) or _NEED.match(text, figure.end)
    if figure.kind is Kind.COUNT and figure.value and needed:
        yield replace(figure, kind=Kind.SHARE, unit="", value=1 / figure.value, step=POINT)


def _repeated(text: str) -> Iterator[Quantity]:
    """Yield two times for twice, and once a day for daily."""
    timed = [figure for figure in find_quantities(text) if figure.kind is Kind.FREQUENCY]
    for match in _REPEATED.finditer(text):
        if any(figure.start <= match.start() < figure.end for figure in timed):
            continue
        if match["times"]:
            yield _said(Kind.COUNT, Fraction(_TIMES[match["times"].lower()]), "times", Fraction(1), match)
            continue
        if match["alternate"]:
            yield _said(Kind.DURATION, Fraction(48), "hours", Fraction(24), match)
            continue
        unit = (match["adverb"] or match["unit"]).lower()
        period = _ADVERBS.get(unit, unit)
        yield _said(Kind.FREQUENCY, Fraction(1), f"times a {period}", Fraction(1), match)
        time = unit_of(period)
        yield _said(time.kind, time.factor, time.base, time.factor, match)


def _in_headed_units(found: tuple[Quantity, ...], text: str) -> Iterator[Quantity]:
    bare = [figure for figure in found if figure.kind is Kind.COUNT and not figure.unit]
    if not bare or not (head := _COUNTED_IN.search(text)):
        return
    time = unit_of(head["unit"])
    for figure in bare:
        if figure.start > head.end():
            value, step = figure.value * time.factor, figure.step * time.factor
            yield replace(figure, kind=time.kind, unit=time.base, value=value, step=step)
            if each := _EACH.search(text):
                unit = f"days a {each['unit'].lower() if each['unit'] else _ADVERBS[each['adverb'].lower()]}"
                yield replace(figure, kind=Kind.FREQUENCY, unit=unit)
