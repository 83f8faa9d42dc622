"""Figures and how they are compared; the cases of notes on checks, section 19."""

from fractions import Fraction

import pytest

from careleaf.model.agreement import agrees, is_bounded_alike
from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Hedge, Kind, Quantity


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
        ("75 ng/mL", Kind.MEASURE, "3/40000"),
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
        ("two-and-a-half hours", Kind.DURATION, "5/2"),
        ("two and a half hours", Kind.DURATION, "5/2"),
        ("two fortnights", Kind.DURATION, "672"),
        ("a dozen people", Kind.COUNT, "12"),
        ("3 percentage points", Kind.POINTS, "3"),
        ("five sixths of them", Kind.SHARE, "5/6"),
        ("4 women in 10", Kind.SHARE, "2/5"),
        ("2 people out of every 3", Kind.SHARE, "2/3"),
        ("5 per 100,000", Kind.SHARE, "1/20000"),
        ("54\u2009%", Kind.SHARE, "27/50"),
        ("100.4 °F", Kind.MEASURE, "38"),
        ("12 g/dL", Kind.MEASURE, "120"),
        ("5 feet", Kind.MEASURE, "381/250"),
        ("odds ratio (OR) of 1.46", Kind.RATIO, "73/50"),
        ("1.5x higher", Kind.RATIO, "3/2"),
        ("a p-value of 0.03", Kind.P_VALUE, "3/100"),
        ("the third most common cause", Kind.RANK, "3"),
        ("the 10th-largest", Kind.RANK, "10"),
        ("among the top five", Kind.RANK, "5"),
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
        ("95% CI 1.20 to 1.77", ["19/20", "6/5", "177/100"]),
        ("95% confidence interval (CI): 4%–9%", ["19/20", "1/25", "9/100"]),
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
        ("nearly half", Hedge.NEARLY),
        ("almost a third of them", Hedge.NEARLY),
        ("just under 40%", Hedge.NEARLY),
        ("just over 40%", Hedge.JUST_OVER),
        ("up to 20 mg", Hedge.AT_MOST),
        ("no more than 20 mg", Hedge.AT_MOST),
        ("do not take more than 20 mg", Hedge.AT_MOST),
        ("a maximum of 20 mg", Hedge.AT_MOST),
        ("20 mg at the most", Hedge.AT_MOST),
        ("limit salt to 5 g", Hedge.AT_MOST),
        ("as many as 1 in 5", Hedge.AT_MOST),
        ("fewer than 8 people", Hedge.LESS_THAN),
        ("under 100 mg", Hedge.LESS_THAN),
        ("more than 500 people", Hedge.MORE_THAN),
        ("for over 12 weeks", Hedge.MORE_THAN),
        ("the pain grew over 12 weeks", Hedge.NONE),
        ("at least 12 weeks", Hedge.AT_LEAST),
        ("no fewer than 12 weeks", Hedge.AT_LEAST),
        ("never less than 12 weeks", Hedge.AT_LEAST),
        ("12 weeks or more", Hedge.AT_LEAST),
        ("aged 65 and over", Hedge.AT_LEAST),
        ("65 years old or younger", Hedge.AT_MOST),
        ("p < 0.05", Hedge.LESS_THAN),
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
        ("more than half", "54%", True),
        ("more than half", "58%", True),
        ("more than half", "61%", False),
        ("38 °C", "100.4 °F", True),
        ("11 pounds", "5 kg", False),
        ("about 11 pounds", "5 kg", True),
        ("250 µg", "0.25 mg", True),
        ("25 micrograms", "1,000 IU", False),
        ("48 hours", "2 days", True),
        ("p < 0.05", "p = 0.03", False),
        ("p < 0.05", "p = 0.07", False),
        ("p = 0.05", "p = 0.03", False),
        ("third most common", "second most common", False),
        ("5 percentage points", "5%", False),
    ],
)
def test_two_figures_agree_or_not(claim: str, evidence: str, agree: bool) -> None:
    assert agrees(one(claim), one(evidence)) is agree


@pytest.mark.parametrize(
    ("claim", "evidence", "alike"),
    [
        ("54%", "54%", True),
        ("54%", "54 per cent", True),
        ("about 54%", "54%", True),
        ("about 54%", "nearly 54%", True),
        ("54%", "about 54%", False),
        ("54%", "up to 54%", False),
        ("54%", "at least 54%", False),
        ("at least 54%", "54%", False),
        ("at least 54%", "at least 54%", True),
        ("at least 54%", "more than 54%", False),
        ("more than 54%", "at least 54%", False),
        ("at least 54%", "at most 54%", False),
        ("up to 54%", "no more than 54%", True),
        ("no more than 54%", "54% or less", True),
        ("more than 54%", "54%", False),
        ("more than half", "52%", True),
        ("nearly half", "48%", True),
        ("nearly half", "about 48%", True),
        ("more than half", "up to 52%", False),
        ("54% to 60%", "54% to 60%", True),
        ("60%", "54% to 60%", False),
        ("up to 60%", "54% to 60%", True),
        ("at least 54%", "54% to 60%", True),
        ("54% to 60%", "54% of men", True),
    ],
)
def test_the_words_that_bound_a_figure_are_those_of_the_evidence(claim: str, evidence: str, alike: bool) -> None:
    claims, reported = find_quantities(claim), find_quantities(evidence)
    borne_out = [any(agrees(c, r) and is_bounded_alike(c, r) for r in reported) for c in claims]
    assert borne_out[0] is alike


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("٤٠٪", Kind.SHARE, "2/5"),
        ("۴۰٪", Kind.SHARE, "2/5"),
        ("४०%", Kind.SHARE, "2/5"),
        ("١٫٥ mg", Kind.MEASURE, "3/2"),
        ("١٬٥٠٠ mg", Kind.MEASURE, "1500"),
    ],
)
def test_a_figure_in_the_digits_of_another_script_is_the_same_and_shown_as_written(
    text: str, kind: Kind, value: str
) -> None:
    found = one(text)

    assert (found.kind, found.text) == (kind, text)
    assert found.value == Fraction(value) * (1 if kind is Kind.SHARE else one("1 mg").value)
