"""The table of patterns: each finds figures of one form in a text.

A pattern gets the text with everything blanked that is no figure or that was taken before, and returns the
figures it takes. The order of the table matters: "8 of 10 hours" must not be read as hours first.
"""

from careleaf.model.figures.clock import clock_times
from careleaf.model.figures.counts import ages, bare_numbers, counts, year_spans, years
from careleaf.model.figures.figure import Pattern
from careleaf.model.figures.measures import (
    blood_pressures,
    compound_times,
    dated_units,
    frequencies,
    limited_amounts,
    measures,
    pairs_of_units,
    parts_of_units,
    single_units,
)
from careleaf.model.figures.ranks import ranks
from careleaf.model.figures.ratios import confidence_intervals, p_values, ratios
from careleaf.model.figures.shares import parts, percentages, shares_in

PATTERNS: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    (year_spans, ("19", "20")),
    (
        clock_times,
        (":", "am", "pm", ".m", " m.", "noon", "midday", "midnight", "clock", "in the", "past", "quarter to"),
    ),
    (p_values, ("p",)),
    (confidence_intervals, ("ci", "confidence")),
    (
        ranks,
        (
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "1",
            "2",
            "3",
            "top",
            "rank",
        ),
    ),
    (blood_pressures, ("/", " over ")),
    (
        ratios,
        (
            "times",
            "fold",
            "wice",
            "thrice",
            "oubl",
            "ripl",
            "uadrupl",
            "halv",
            "rr",
            "or",
            "hr",
            "ratio",
            "risk",
            "x",
            "×",
        ),
    ),
    (compound_times, ("month", "minute", "day")),
    (parts_of_units, ("half", "quarter", "third", "fifth", "eighth", "tenth")),
    (pairs_of_units, ("every", "couple", "alternat")),
    (limited_amounts, ("than",)),
    (dated_units, ("week", "month", "year", "trimester", "day", "night")),
    (single_units, ("minute", "hour", "day", "week", "month", "year", "decade", "fortnight")),
    (shares_in, ("in", "of", "per", "for", "from")),
    (percentages, ("%", "cent")),
    (
        frequencies,
        (
            "once",
            "twice",
            "thrice",
            "times",
            "days",
            "nights",
            "sessions",
            "workouts",
            "breaths",
            "pauses",
            "feeds",
            "stools",
            "attacks",
            "flushes",
        ),
    ),
    (
        parts,
        (
            "half",
            "halves",
            "third",
            "quarter",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "twelfth",
            "teenth",
            "eleventh",
            "thousandth",
            "twentieth",
            "hundredth",
            "½",
            "⅓",
            "⅔",
            "¼",
            "¾",
        ),
    ),
    (measures, ()),
    (ages, ()),
    (counts, ()),
    (years, ("19", "20")),
    (bare_numbers, ()),
)
"""Each pattern, and pieces of words of which a text in small letters must hold one for it; nothing where any will do.

To look for a piece is a hundred times faster than to look for a pattern.
"""
