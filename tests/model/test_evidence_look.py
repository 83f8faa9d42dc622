"""Whether a text bears out what was recorded from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.evidence_look import LookResult, look_in, looked_for
from careleaf.model.quote_search import holds_quote
from careleaf.model.source import Evidence, Seen


def evidence(says: str, where: str = "abstract", quote: str = "") -> dict[str, Evidence]:
    return {"one": Evidence(says, where, Seen.MIRROR, quote)}


TEXT = "Of 528 respondents, 54 % said exercise helped. Some (n = 1,206) took 2 g a day; 1 in 10 stopped."
TEXT += " At 01:00, 18 980 people (0·75 times) rest."


@pytest.mark.parametrize(
    ("says", "missing"),
    [
        ("In a survey of 528 people, 54% said it helps.", ()),
        ("One share was 45%.", ("45%",)),
        ("They took 2,000 mg a day.", ()),
        ("They took 3 g a day.", ("3 g",)),
        ("10% stopped.", ()),
        ("1206 people were asked.", ()),
        ("18,980 people were asked at 1 am.", ()),
        ("The odds were 0.75 times as high.", ()),
    ],
)
def test_figures_are_looked_for_exactly_and_in_other_units(says: str, missing: tuple[str, ...]) -> None:
    (look,) = look_in(TEXT, evidence(says), whole=False)
    assert look.missing == missing
    assert look.figures is (LookResult.NOT_FOUND if missing else LookResult.FOUND)


def test_without_text_nothing_is_found_and_nothing_missed() -> None:
    (look,) = look_in("", evidence("54% said so."), whole=True)
    assert (look.figures, look.missing) == (LookResult.NO_TEXT, ())


def test_an_abstract_says_nothing_about_what_was_read_elsewhere() -> None:
    (look,) = look_in(TEXT, evidence("99% said so.", "table 2"), whole=False)
    assert look.figures is LookResult.NO_TEXT
    (look,) = look_in(TEXT, evidence("99% said so.", "table 2"), whole=True)
    assert look.figures is LookResult.NOT_FOUND


def test_evidence_without_figure_and_quotation_is_not_looked_for() -> None:
    assert looked_for(evidence("Legs are restless.")) == {}


QUOTE = "Adults should take no more than 5 mg of the medicine in the evening"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (f"We say: “{QUOTE}”.", True),
        (QUOTE.replace(" ", "\n ").upper(), True),
        (QUOTE.replace("evening", "eve\u00adning"), True),
        (QUOTE.replace("the medicine", "this medicine"), True),
        (QUOTE.replace("5", "50"), False),
        (QUOTE.replace("mg", "g"), False),
        (QUOTE.replace("no more", "more"), False),
        ("Adults should rest in the evening.", False),
        ("", False),
    ],
)
def test_words_may_differ_a_little_and_numbers_units_and_negations_never(text: str, held: bool) -> None:
    assert holds_quote(text, QUOTE) is held


def test_a_short_quotation_stands_word_for_word_or_not_at_all() -> None:
    assert holds_quote("Rest is best for all.", "rest is best")
    assert not holds_quote("Resting is best for all.", "rest is best")
    assert not holds_quote("anything", "…")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_looked_into(text: str, says: str) -> None:
    look_in(text, evidence(says, quote=says), whole=True)
    assert holds_quote(f"{text} {says} {text}", says) or not any(c.isalnum() or c in "%<>=±" for c in says)
