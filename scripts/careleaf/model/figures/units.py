"""Units and counted nouns, each with its base."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from careleaf.model.quantity import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a number."""

    kind: Kind
    base: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    """What is added after the factor: 100.4 °F is 38 °C."""


_PER = r"(?:/|\s+(?:per|an?|in\s+(?:an?|every|each)|(?:for\s+)?(?:every|each))\s+)"
_WEIGHT, _CUBIC = r"(?:kg|kilogram|kilo)(?:\s+of\s+body\s?weight)?", r"(?:m³|m3|m\^3|cubic\s+met(?:er|re))"
_LITRE, _DECILITRE = r"(?:[lL](?:it(?:er|re))?)(?:\s+of\s+blood)?", r"(?:d[lL]|decilit(?:er|re))"
_SQUARE = r"(?:m²|m2|m\^2|square\s+met(?:er|re))(?:\s+of\s+(?:body\s+surface|skin))?"
_MEASURES: tuple[tuple[str, str, str | int], ...] = (
    (rf"(?:mcg|[µμ]g|micrograms?){_PER}{_CUBIC}", "g/m³", "1/1000000"),
    (rf"(?:mg|milligrams?){_PER}{_CUBIC}", "g/m³", "1/1000"),
    (
        rf"(?:ng|nanograms?){_PER}(?:m[lL]|millilit(?:er|re))|(?:mcg|[µμ]g|micrograms?){_PER}{_LITRE}",
        "g/l",
        "1/1000000",
    ),
    (rf"(?:mg|milligrams?){_PER}{_DECILITRE}", "g/l", "1/100"),
    (rf"(?:mg|milligrams?){_PER}{_LITRE}", "g/l", "1/1000"),
    (rf"(?:g|grams?){_PER}{_DECILITRE}", "g/l", 10),
    (rf"(?:g|grams?){_PER}{_LITRE}", "g/l", 1),
    (rf"(?:mmol|millimoles?){_PER}{_LITRE}", "mmol/l", 1),
    (rf"(?:mcg|[µμ]g|micrograms?){_PER}{_SQUARE}", "mg/m²", "1/1000"),
    (rf"(?:mg|milligrams?){_PER}{_SQUARE}", "mg/m²", 1),
    (rf"(?:g|grams?){_PER}{_SQUARE}", "mg/m²", 1000),
    (rf"(?:mcg|[µμ]g|micrograms?){_PER}{_WEIGHT}", "mg/kg", "1/1000"),
    (rf"(?:mg|milligrams?){_PER}{_WEIGHT}", "mg/kg", 1),
    (rf"(?:grams?|g){_PER}{_WEIGHT}", "mg/kg", 1000),
    (rf"(?:m[lL]|millilit(?:er|re)s?){_PER}{_WEIGHT}", "ml/kg", 1),
    (rf"(?:m[lL]|millilit(?:er|re)s?){_PER}(?:min(?:ute)?)(?:/1\.73\s?m[²2])?", "ml/min", 1),
    (rf"(?:[lL]|lit(?:er|re)s?){_PER}(?:min(?:ute)?)", "ml/min", 1000),
    (rf"(?:mmol|millimoles){_PER}(?:mol|mole)", "mmol/mol", 1),
    (rf"(?:mg|milligrams?){_PER}(?:mmol|millimoles?)", "mg/mmol", 1),
    (rf"cells{_PER}(?:mm³|mm3|cubic\s+millimet(?:er|re)|microlit(?:er|re)|[µμ][lL])", "cells/mm³", 1),
    (rf"(?:(?:[µμ]|micro)mol|micromoles?){_PER}{_LITRE}", "mmol/l", "1/1000"),
    (r"ppm|parts\s+(?:per|in\s+an?)\s+million", "ppm", 1),
    (r"ppb|parts\s+(?:per|in\s+an?)\s+billion", "ppm", "1/1000"),
    (rf"(?:kg|kilograms?|kilos?){_PER}{_SQUARE}", "kg/m²", 1),
    (r"mm\s?Hg|millimet(?:er|re)s?\s+of\s+mercury", "mmHg", 1),
    (r"bpm|beats(?:/min|\s+(?:per|an?|every|each|in\s+a)\s+minute)", "beats a minute", 1),
    (r"mcg|[µμ]g|micrograms?", "g", "1/1000000"),
    (r"mg|milligrams?", "g", "1/1000"),
    (r"kg|kilograms?|kilos?", "g", 1000),
    (r"grams?|grammes?|g", "g", 1),
    (r"ounces?|oz", "g", "28349523125/1000000000"),
    (r"pounds?|lbs?", "g", "45359237/100000"),
    (r"m[lL]|millilit(?:er|re)s?", "l", "1/1000"),
    (r"c[lL]|centilit(?:er|re)s?", "l", "1/100"),
    (r"pints?", "pints", 1),
    (r"dB|decibels?", "decibels", 1),
    (r"kPa|kilopascals?", "kPa", 1),
    (r"mSv|millisieverts?", "mSv", 1),
    (r"kJ|kilojoules?", "kJ", 1),
    (r"d[lL]|decilit(?:er|re)s?", "l", "1/10"),
    (r"lit(?:er|re)s?|[lL]", "l", 1),
    (r"teaspoons?|tsp", "teaspoons", 1),
    (r"tablespoons?|tbsp", "tablespoons", 1),
    (r"IU|international\s+units?|units?", "units", 1),
    (r"kcal|(?:kilo)?calories", "kcal", 1),
    (r"°\s?C|℃|degrees\s+C(?:elsius)?", "°C", 1),
    (r"°\s?F|℉|degrees\s+F(?:ahrenheit)?", "°C", "5/9"),
    (r"mm|millimet(?:er|re)s?", "m", "1/1000"),
    (r"cm|centimet(?:er|re)s?", "m", "1/100"),
    (r"km|kilomet(?:er|re)s?", "m", 1000),
    (r"met(?:er|re)s?|m", "m", 1),
    (r"miles?", "m", "1609344/1000"),
    (r"inch(?:es)?", "m", "254/10000"),
    (r"feet|foot|ft", "m", "3048/10000"),
    (r"hertz|Hz", "Hz", 1),
)
_DURATIONS: tuple[tuple[str, str, str | int], ...] = (
    (r"seconds?|secs?", "hours", "1/3600"),
    (r"minutes?|mins?", "hours", "1/60"),
    (r"hours?|hrs?|h", "hours", 1),
    (r"days?", "hours", 24),
    (r"nights?", "nights", 1),
    (r"weeks?", "hours", 168),
    (r"fortnights?", "hours", 336),
    (r"months?", "years", "1/12"),
    (r"years?", "years", 1),
    (r"decades?", "years", 10),
    (r"centur(?:y|ies)", "years", 100),
)
_COUNTED: tuple[tuple[str, str], ...] = (
    (
        r"people|persons?|adults?|men|women|man|woman|children|child|patients?|participants?|volunteers?|students?"
        r"|teen(?:ager)?s?|girls?|boys?|infants?|babies|individuals?|respondents?|users?|runners?|smokers?|athletes?"
        r"|Americans|Europeans|residents?|mothers?|fathers?|parents?|twins?|subjects?|households?|members|deaths?"
        r"|cases?|clinicians?|doctors?|nurses?",
        "people",
    ),
    (r"studies|study|trials?|reviews?|surveys?|papers?|articles?|experiments?", "studies"),
    (r"countries|states|cities|hospitals?|clinics?|centers?|centres?|sites?", "places"),
    (r"drinks?|cups?|glasses|cans?|bottles?|beers?", "drinks"),
    (r"tablets?|pills?|capsules?|doses?|drops?|puffs?|sachets?|patch(?:es)?|injections?|infusions?", "doses"),
    (r"cigarettes?|packs?", "cigarettes"),
    (
        r"sessions?|workouts?|visits?|appointments?|episodes?|occasions?|attacks?|times|awakenings?|repetitions|reps|sets",
        "times",
    ),
    (r"points?", "points"),
    (r"meals?|portions?|servings?|snacks?", "meals"),
)


_NONE = Fraction(0)
_OFFSETS = {("°C", "5/9"): Fraction(-160, 9)}


def _fraction(value: str | int) -> Fraction:
    return Fraction(value)


_TABLE = (
    *(
        (re.compile(p), Unit(Kind.MEASURE, base, _fraction(f), _OFFSETS.get((base, str(f)), _NONE)))
        for p, base, f in _MEASURES
    ),
    *((re.compile(p, re.IGNORECASE), Unit(Kind.DURATION, base, _fraction(f))) for p, base, f in _DURATIONS),
    *((re.compile(p, re.IGNORECASE), Unit(Kind.COUNT, base, Fraction(1))) for p, base in _COUNTED),
)

UNIT = rf"(?:{'|'.join(p for p, _, _ in (*_MEASURES, *_DURATIONS))})(?![\w/])"
"""A unit of measure or time, to stand directly behind a number."""
COUNTED = rf"(?!can\b(?!\s+of\b))(?:{'|'.join(p for p, _ in _COUNTED)})(?![\w/])"
"""A noun that is counted, to stand behind a number and perhaps an adjective."""
TAKEN = (
    r"(?:drinks?|cups?|glass|can|teaspoon|tablespoon|tablets?|pills?|capsules?|doses?|drops?|puffs?|sachets?|patch)"
    r"(?![\w/])"
)
"""What is taken one at a time, so that also "one" is a figure."""


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit:
    """Return the unit of a text that matches `UNIT` or `COUNTED`."""
    return next(unit for pattern, unit in _TABLE if pattern.fullmatch(text))
