"""Figures and how they are compared; the cases of notes on checks, section 19."""

from fractions import Fraction

import pytest

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Hedge, Kind, Quantity, agrees


def one(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1 in 10", Kind.SHARE, "1/10"),
        ("nine out of ten", Kind.SHARE, "9/10"),
        ("5 per 1,000", Kind.SHARE, "1/200"),
        ("54 per cent", Kind.SHARE, "27/50"),
        ("fifty-four percent", Kind.SHARE, "27/50"),
        ("two-thirds", Kind.SHARE, "2/3"),
        ("a quarter of them", Kind.SHARE, "1/4"),
        ("half of them", Kind.SHARE, "1/2"),
        ("1.28 billion", Kind.COUNT, "1280000000"),
        ("9 361", Kind.COUNT, "9361"),
        ("two hundred and fifty people", Kind.COUNT, "250"),
        ("half a tablet", Kind.COUNT, "1/2"),
        ("<2 g", Kind.MEASURE, "2"),
        ("2,000 mg", Kind.MEASURE, "2"),
        ("75 ng/mL", Kind.MEASURE, "75"),
        ("RR 0.75", Kind.RATIO, "3/4"),
        ("twice as high", Kind.RATIO, "2"),
        ("a threefold rise", Kind.RATIO, "3"),
        ("twice a day", Kind.FREQUENCY, "2"),
        ("half an hour", Kind.DURATION, "1/2"),
        ("an hour and a half", Kind.DURATION, "3/2"),
        ("30 minutes", Kind.DURATION, "1/2"),
        ("8 a.m.", Kind.CLOCK, "8"),
        ("12:30 am", Kind.CLOCK, "1/2"),
        ("17:45", Kind.CLOCK, "71/4"),
        ("at midnight", Kind.CLOCK, "0"),
        ("in 2025", Kind.YEAR, "2025"),
        ("p < 0.05", Kind.P_VALUE, "1/20"),
        ("120/80 mmHg", Kind.MEASURE, "3002/25"),
        ("half a million people", Kind.COUNT, "500000"),
        ("under five", Kind.DURATION, "5"),
        ("in their 40s", Kind.DURATION, "40"),
    ],
)
def test_a_figure_is_read(text: str, kind: Kind, value: str) -> None:
    quantity = one(text)
    assert (quantity.kind, quantity.value) == (kind, Fraction(value))


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19", "vitamin B12", "HbA1c", "H1N1", "omega-3", "PHQ-9", "ICD-10-CM", "G25.81", "type 2", "stage 3",
        "phase 3", "step 1", "figure 2", "call 911", "dial 112", "988 Suicide & Crisis Lifeline", "24/7",
        "24 hours a day", "1-800-273-8255", "988lifeline.org", "10.1016/S0140-6736(97)11096-0", "23 November 2026",
        "March 3, 2025", "2026-11-23", "$50", "one of them", "one reason", "no one", "five features", "two ways",
        "the second half of the night", "cut it in half", "half-life", "a third party", "one night", "think twice",
        "double-check", "9" * 30,
    ],
)  # fmt: skip
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert find_quantities(f"It is {text}.") == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5–10 mg", ["1/200", "1/100"]),
        ("5 to 10 percent", ["1/20", "1/10"]),
        ("between 40% and 90%", ["2/5", "9/10"]),
        ("between 9 and 11 am", ["9", "11"]),
        ("between midnight and 1 am", ["0", "1"]),
        ("1 to 2 tablets", ["1", "2"]),
        ("aged 18 to 39", ["18", "39"]),
    ],
)
def test_a_range_gives_two(text: str, values: list[str]) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == [Fraction(value) for value in values]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 40%", Hedge.ABOUT),
        ("roughly 1 in 10", Hedge.ABOUT),
        ("30 minutes or so", Hedge.ABOUT),
        ("nearly half", Hedge.UNDER),
        ("almost a third of them", Hedge.UNDER),
        ("up to 20 mg", Hedge.UNDER),
        ("fewer than 8 people", Hedge.UNDER),
        ("more than 500 people", Hedge.OVER),
        ("at least 12 weeks", Hedge.OVER),
        ("54%", Hedge.NONE),
    ],
)
def test_a_hedge_is_seen(text: str, hedge: Hedge) -> None:
    assert one(text).hedge is hedge


@pytest.mark.parametrize(
    ("claim", "evidence", "agree"),
    [
        ("1 in 10", "10%", True),
        ("5 per 1,000", "0.5%", True),
        ("2,000 mg", "2 g", True),
        ("1.28 billion", "1,280 million", True),
        ("25% lower", "RR 0.75", True),
        ("twice as high", "RR 2.0", True),
        ("half an hour", "30 minutes", True),
        ("two weeks", "14 days", True),
        ("8 pm", "20:00", True),
        ("two in three", "66%", False),
        ("half", "54%", False),
        ("40%", "40.4%", False),
        ("about 40%", "40.4%", True),
        ("about half", "48%", True),
        ("about half", "45%", False),
        ("more than half", "52%", True),
        ("more than half", "48%", False),
        ("nearly half", "48%", True),
        ("nearly half", "52%", False),
        ("about 19,000 people", "18,980 people", True),
        ("about 20,000 people", "15,000 people", False),
        ("about 54%", "53.6%", True),
        ("about 54%", "53.4%", False),
        ("22 people", "22 studies", False),
        ("22 people", "22%", False),
        ("8 people", "8 am", False),
        ("5 mg", "5 ml", False),
        ("3 weeks", "3 months", False),
        ("twice a day", "twice a week", False),
        ("over 65", "65 years", True),
    ],
)
def test_two_figures_agree_or_not(claim: str, evidence: str, agree: bool) -> None:
    assert agrees(one(claim), one(evidence)) is agree
