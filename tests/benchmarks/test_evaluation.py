"""The figures that are printed about the checks are those the code gives."""

from pathlib import Path

import pytest
from benchmarks.claims.evaluate import PAGES, Measure, Outcome, measure, table, with_measured
from benchmarks.claims.labelled_set import Part


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_printed_figures_are_those_of_the_held_out_part(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert with_measured(text, table(measure(Part.HELD_OUT))) == text, (
        "run `make evaluate HELD_OUT=1`, and say why in the commit"
    )


def test_a_table_counts_what_was_found_missed_and_wrongly_found() -> None:
    answers = [(True, True), (True, True), (True, False), (False, True), (False, False), (False, False)]
    outcomes = tuple(Outcome(str(i), "", expected, given, "") for i, (expected, given) in enumerate(answers))
    assert (
        table([Measure("a fault", outcomes)]).splitlines()[-1] == "| a fault | 3 | 2 | 66.7% | 66.7% | 1 of 3 (33.3%) |"
    )


def test_a_page_without_a_place_for_the_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_measured("# A page", "| 1 |")


def test_the_checks_are_as_good_as_promised_on_the_development_part() -> None:
    needs, _, _, _, disagrees = measure(Part.DEVELOPMENT)
    for each, recall, alarms in ((needs, 0.97, 0.05), (disagrees, 0.98, 0.02)):
        hits, misses = each.count(expected=True, given=True), each.count(expected=True, given=False)
        false = each.count(expected=False, given=True)
        assert hits / (hits + misses) >= recall
        assert false / (false + each.count(expected=False, given=False)) <= alarms
