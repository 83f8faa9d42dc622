"""Calculations: what is written is worked out exactly, and nothing else is ever run."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.calculation import calculate, gives
from careleaf.model.figures import find_quantities
from tests.property.strategies import anything

numbers = st.decimals(0, 10**6, places=3).map(lambda number: f"{number:f}")
calculations = st.recursive(
    numbers,
    lambda part: st.tuples(part, st.sampled_from("+-*/"), part).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=6,
)


@given(calculations)
def test_the_result_is_that_of_exact_arithmetic(text: str) -> None:
    result, reason = _calculated(text)
    if result is None:
        assert "zero" in reason or "longer" in reason or "brackets" in reason
    else:
        wrapped = "".join(f"Fraction('{part}')" if part[:1].isdigit() else part for part in _parts(text))
        assert result == eval(wrapped, {"Fraction": Fraction})  # the generator's own text, numbers and signs only


def _parts(text: str) -> list[str]:
    parts = [""]
    for sign in text:
        if (sign.isdigit() or sign == ".") != (parts[-1][-1:].isdigit() or parts[-1][-1:] == "."):
            parts.append("")
        parts[-1] += sign
    return parts


@given(anything | st.text(alphabet="0123456789.,+-*/()% ", max_size=300))
def test_any_text_gives_a_number_or_a_plain_reason(text: str) -> None:
    result, reason = _calculated(text)
    assert result is not None or (reason and "\n" not in reason)


def _calculated(text: str) -> tuple[Fraction | None, str]:
    try:
        return calculate(text), ""
    except ValueError as fault:
        return None, str(fault)


@pytest.mark.parametrize(
    "text",
    ["", "1 +", "(1", "1)", "1 2", "9**9**9**9", "1e9", "0x10", "1/0", "1/(2-2)", "a", "(" * 199, "1+" * 150,
     "9" * 100, "1.2.3", "1,00"],
)  # fmt: skip
def test_what_is_no_calculation_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (each reason is its own)
        calculate(text)


@pytest.mark.parametrize(
    ("text", "figure", "given_by_it"),
    [
        ("119.9/250.0", "48%", True),
        ("119.9/250.0", "48.0%", True),
        ("119.9/250.0", "47%", False),
        ("260/528", "about half", True),
        ("119.9/250.0", "half", False),
        ("66/528", "1 in 8", True),
        ("67/528", "1 in 8", False),
        ("100 * 66 / 528", "12.5%", True),
        ("1.5 * 2", "3 mg", True),
        ("2.92/2", "1.46 times as high", True),
        ("1.28 * 1000", "1.28 billion people", False),
    ],
)
def test_a_result_gives_a_figure_to_its_last_place(text: str, figure: str, given_by_it: bool) -> None:
    (quantity,) = find_quantities(figure)
    assert gives(calculate(text), quantity) is given_by_it
