"""What belongs to a figure, and what words claim: reading never fails, and a sentence agrees with itself."""

from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.figures import derived_shares, find_quantities, single_units_in
from careleaf.model.source import Evidence, Seen
from careleaf.rules.claims.attachment import attached_figures
from careleaf.rules.claims.causal import find_causal_wording
from careleaf.rules.claims.disagreement import disagrees
from careleaf.rules.claims.evidence import figures_of_evidence
from careleaf.rules.claims.numbers_to_call import numbers_to_call
from careleaf.rules.claims.quantifier import find_quantifier
from tests.property.strategies import anything

SIDES = ("better", "worse", "no different")
shares = st.integers(1, 99)


@given(anything)
def test_every_figure_keeps_its_place_and_its_part_stands_in_the_text(text: str) -> None:
    attached = attached_figures(text)
    assert tuple(one.figure for one in attached) == find_quantities(text)
    assert all(one.part in text for one in attached)


@given(anything)
def test_spans_lie_in_the_text(text: str) -> None:
    for figure in (*derived_shares(text), *single_units_in(text)):
        assert text[figure.start : figure.end] == figure.text
    for found in (find_causal_wording(text), find_quantifier(text)):
        assert found is None or text[found[0] :].startswith(found[1])
    for offset, number in numbers_to_call(text):
        assert text[offset:].startswith(number)


@given(anything)
def test_evidence_agrees_with_its_own_words(text: str) -> None:
    assert not disagrees(text, figures_of_evidence(Evidence(text, "abstract", Seen.MIRROR)))


@given(shares, shares, st.permutations(SIDES))
def test_two_shares_that_change_places_are_seen(one: int, other: int, sides: list[str]) -> None:
    if one == other or "no different" in sides[:2]:
        return
    says = f"Of those asked, {one}% got {sides[0]} and {other}% got {sides[1]}."
    reported = figures_of_evidence(Evidence(says, "abstract", Seen.MIRROR))
    assert disagrees(f"{other}% got {sides[0]} and {one}% got {sides[1]}.", reported)
    assert not disagrees(f"{other}% got {sides[1]}, but {one}% got {sides[0]}.", reported)
