"""Figures: reading never fails, every span lies in its text, and numbers are read exactly."""

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from careleaf.model.agreement import agrees
from careleaf.model.figures import find_quantities
from careleaf.model.figures.numbers import parse_number
from careleaf.model.quantity import Kind
from tests.property.strategies import anything

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
ONES = f"{ONES} seventeen eighteen nineteen".split()
TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = f" {in_words(number % 1000)}" if number % 1000 else ""
    return f"{in_words(number // 1000)} thousand{rest}"


@given(anything)
@example("0/0¼")
@example("0–0")
@example("9" * 5000)
def test_spans_lie_in_the_text_and_hold_what_they_say(text: str) -> None:
    for quantity in find_quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value >= 0


@given(anything)
def test_figures_come_in_order(text: str) -> None:
    starts = [quantity.start for quantity in find_quantities(text)]
    assert starts == sorted(starts)


@given(st.integers(1, 999_998))
def test_a_number_in_words_is_read_back(number: int) -> None:
    (quantity,) = find_quantities(f"There were {in_words(number + 1)} people.")
    assert quantity.value == number + 1


@given(st.integers(0, 10**9))
def test_a_number_with_commas_or_thin_spaces_is_read_back(number: int) -> None:
    for separator in (",", "\u2009", "\u202f", " "):
        written = f"{number:,}".replace(",", separator)
        assert parse_number(written).value == number
        (quantity,) = find_quantities(f"({written} mg)")
        assert quantity.value == Fraction(number, 1000)


@given(st.integers(0, 10**6), st.integers(0, 5))
def test_a_decimal_is_read_exactly(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    written = f"{digits // 10**places}.{digits % 10**places:0{places}d}" if places else str(digits)
    (quantity,) = find_quantities(f"It was {written}%.")
    assert quantity.value == value / 100


@given(st.integers(2, 100))
def test_one_in_n_is_a_hundred_nths_percent(number: int) -> None:
    (share,) = find_quantities(f"It helps 1 in {number} people.")
    assert share.kind is Kind.SHARE
    assert share.value == Fraction(1, number)
    if 100 % number == 0:
        (percent,) = find_quantities(f"It helps {100 // number}% of people.")
        assert agrees(share, percent)
        assert agrees(percent, share)


@given(st.integers(1, 99), st.integers(1, 99))
def test_without_a_hedge_only_equal_shares_agree(claimed: int, reported: int) -> None:
    (claim,) = find_quantities(f"It helps {claimed}% of people.")
    (evidence,) = find_quantities(f"It helped {reported}% of people.")
    assert agrees(claim, evidence) == (claimed == reported)
