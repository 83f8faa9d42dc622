"""The figures that are printed about the checks are those the code gives."""

from pathlib import Path

import pytest
from benchmarks.claims.evaluate import NOW, ONCE, OPEN, PAGES, Measure, Outcome, measure, table, with_measured
from benchmarks.claims.labelled_set import Part


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_printed_figures_of_today_are_those_of_the_open_parts(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert with_measured(text, table(measure(*OPEN))) == text, "run `make evaluate`, and say why in the commit"


def test_a_table_counts_what_was_found_missed_and_wrongly_found() -> None:
    answers = [(True, True), (True, True), (True, False), (False, True), (False, False), (False, False)]
    outcomes = tuple(Outcome(str(i), "", expected, given, "") for i, (expected, given) in enumerate(answers))
    assert (
        table([Measure("a fault", outcomes)]).splitlines()[-1] == "| a fault | 3 | 2 | 66.7% | 66.7% | 1 of 3 (33.3%) |"
    )


def test_what_was_measured_once_has_a_place_of_its_own() -> None:
    page = "".join(f"<!-- measured: {command} -->\nold\n<!-- end of what was measured -->\n" for command in (ONCE, NOW))
    filled = with_measured(page, "| 1 |", ONCE)
    assert filled.count("| 1 |") == filled.count("old") == 1
    assert filled.index("| 1 |") < filled.index("old")


def test_a_page_without_a_place_for_the_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_measured("# A page", "| 1 |")


@pytest.mark.parametrize("part", sorted(OPEN))
def test_the_checks_are_as_good_as_promised_on_what_they_were_tuned_with(part: Part) -> None:
    needs, _, _, _, disagrees = measure(part)
    for each, recall, alarms in ((needs, 0.97, 0.05), (disagrees, 0.98, 0.02)):
        hits, misses = each.count(expected=True, given=True), each.count(expected=True, given=False)
        false = each.count(expected=False, given=True)
        assert hits / (hits + misses) >= recall
        assert false / (false + each.count(expected=False, given=False)) <= alarms
