"""Counts: 528 people, ages, years, and numbers that stand alone."""

import re
from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import RANGE, TO, Figure, at_numbers, compiled, ends, figure_at, figures_in_range
from careleaf.model.figures.numbers import WORDS, parse_number
from careleaf.model.figures.units import COUNTED, TAKEN, unit_of
from careleaf.model.quantity import Kind, RangeEnd

_TENS = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|eighteen"
_AGE = compiled(
    rf"\b(?:under|over)-(?P<group>(?:{_ONES})s\b|\d{{1,3}}s?\b)"
    rf"|(?<![\d.,])(?P<young>\d{{1,2}})(?:{TO})(?P<elder>\d{{1,2}})s\b"
    rf"|\b(?:under|over|(?:younger|older)\s+than)\s+(?P<word>{WORDS})(?=\s*(?:[.,;:)]|\Z|(?:should|can|may|must|are|have|who"
    r"|need|do|in|during|with|were|was|had|has|die[sd]?|living|seen|treated)\b))|"
    rf"\b(?:aged?|ages|age\s+of)\s+{RANGE}"
    rf"|\b(?:in|into|through)\s+(?:(?:your|their|his|her|the|our|early|mid|late)[-\s]){{0,2}}(?P<tens>{_TENS})\b"
    r"|\b(?P<decade>[1-9]0)s\b|\b(?P<over>\d{2})s\b"
)


def ages(text: str) -> Iterator[Figure]:
    """Find aged 18 to 39, in their 40s, over 65s."""
    for match in _AGE.finditer(text):
        if match["young"]:
            for group, range_end in (("young", RangeEnd.LOW), ("elder", RangeEnd.HIGH)):
                start, end = match.span(group)
                value = Fraction(int(match[group]))
                yield Figure(Kind.DURATION, value, "years", Fraction(1), start, end, start, range_end=range_end)
        elif match["group"]:
            years_old = parse_number(match["group"].lower().removesuffix("s")).value
            start = match.start("group")
            yield Figure(Kind.DURATION, years_old, "years", Fraction(1), start, match.end(), start)
        elif match["word"]:
            years_old = parse_number(match["word"]).value
            start = match.start("word")
            yield Figure(Kind.DURATION, years_old, "years", Fraction(1), start, match.end(), start)
        elif match["high"]:
            yield from figures_in_range(match, Kind.DURATION, "years", Fraction(1))
        elif match["tens"]:
            tens = parse_number(f"{match['tens'][:-3]}y").value
            yield figure_at(Kind.DURATION, tens, "years", Fraction(1), match, match.start("tens"))
        else:
            value = Fraction(int(match["decade"] or match["over"]))
            yield figure_at(Kind.DURATION, value, "years", Fraction(1), match)


_NO_ADJECTIVE = (
    "of|in|to|and|or|after|before|for|with|by|on|at|from|as|than|were|was|are|is|had|have|has|who|that|per|a|an|the|times|should|can|may|must|might|will|would|could|need|did"
    "|do|out"
)
_ADJECTIVES = rf"(?:(?!(?:{_NO_ADJECTIVE})\b)[^\W\d_][\w’-]*(?<!s)\s+){{0,2}}?"
_COUNT = compiled(rf"{RANGE}\s+(?P<between>{_ADJECTIVES})(?P<noun>{COUNTED})")
_IN_YEAR = re.compile(r"(?<=the\s)(?:19|20)\d\d\s+(?:[a-z]+\s+)?(?:survey|study|trial|review)\b")
"""The 2023 survey: the year of one, and not so many of them."""
_ONE_TAKEN = compiled(rf"\bone\s+{TAKEN}")


def counts(text: str) -> Iterator[Figure]:
    """Find 528 people, 12 healthy volunteers, three alcoholic drinks, one tablet."""
    for match in at_numbers(_COUNT, text):
        if match["high"].lower() == "one" and not match["low"] and not _ONE_TAKEN.match(text, match.start("high")):
            continue
        if _IN_YEAR.match(text, match.start("high")) and not match["low"]:
            continue
        yield from figures_in_range(match, Kind.COUNT, unit_of(match["noun"]).base, Fraction(1))


_YEARS = compiled(
    r"\b(?:between|from)\s+(?P<first>(?:19|20)\d\d)\s+(?:and|to)\s+(?P<last>(?:19|20)\d\d)\b(?![,.]\d|\s*(?:%|people\b))"
)


def year_spans(text: str) -> Iterator[Figure]:
    """Find between 2010 and 2020, so that what follows is not counted by it."""
    for match in _YEARS.finditer(text):
        for group in ("first", "last"):
            start, end = match.span(group)
            yield Figure(Kind.YEAR, Fraction(int(match[group])), "", Fraction(0), start, end, start)


_YEAR = re.compile(r"(?<![\w.,])(?P<year>(?:19|20)\d\d)(?:s\b)?(?![\w,.]\d|\w)")


def years(text: str) -> Iterator[Figure]:
    """Find 2025, the 1990s."""
    for match in _YEAR.finditer(text):
        yield figure_at(Kind.YEAR, Fraction(int(match["year"])), "", Fraction(0), match)


_BARE = compiled(RANGE)
_SMALL_WORD = 12
"""Up to here a number in words without a counted noun is mere wording: five features, two reasons."""


_OR = re.compile(r"\sor\s", re.IGNORECASE)
_BOUND_BEFORE = compiled(r"\b(?:(?:more|less|fewer|greater)\s+than|at\s+least|at\s+most|up\s+to)\s+\Z")
_BOUND_BEHIND = compiled(
    r"\s+or\s+(?:more|less|fewer)\b|(?:\s+[^\W\d_]\w*){0,3}?\s+(?:(?:an?|per|each|every)\s+(?:day|night|week|month|year)\b|in\s+24\s+hours)"
)
_BEFORE = 16


def _is_bound(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number in words is a limit, or counts what happens in a time: at least three, two stools a day."""
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return bool(_BOUND_BEFORE.search(before) or _BOUND_BEHIND.match(text, match.end()))


def bare_numbers(text: str) -> Iterator[Figure]:
    """Find what is left: every number in digits, and large ones in words."""
    for match in at_numbers(_BARE, text):
        is_range = bool(match["first"] or (match["low"] and not _OR.search(match[0])))
        for figure, number in ends(match, Kind.COUNT, "", Fraction(1)):
            bounds = is_range or _is_bound(text, match)
            if number.in_digits or number.value > _SMALL_WORD or (number.value > 1 and bounds):
                yield figure
