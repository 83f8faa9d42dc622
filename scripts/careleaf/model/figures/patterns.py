"""The table of patterns: each finds figures of one form in a text.

A pattern gets the text with everything blanked that is no figure or that was taken before, and returns the
figures it takes. The order of the table matters: "8 of 10 hours" must not be read as hours first.
"""

from careleaf.model.figures.clock import clock_times
from careleaf.model.figures.counts import ages, bare_numbers, counts, year_spans, years
from careleaf.model.figures.figure import Pattern
from careleaf.model.figures.measures import (
    blood_pressures,
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

PATTERNS: tuple[Pattern, ...] = (
    year_spans,
    clock_times,
    p_values,
    confidence_intervals,
    ranks,
    blood_pressures,
    ratios,
    parts_of_units,
    pairs_of_units,
    limited_amounts,
    dated_units,
    single_units,
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
