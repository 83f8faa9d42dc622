"""Corrections that keep a clinical review: links, punctuation away from numbers, misspelt words. Nothing else."""

import pytest

from careleaf.model.editorial import editorial
from careleaf.model.state_name import StateName
from tests.review.conftest import Clinic, ClinicMaker

EDITOR = """\
name: Test Editor
roles: [editor]
conflict_of_interest: {statement: None., declared_on: 2026-01-05}
"""
PAGE = "docs/sleep/index.md"
WORDS = frozenset(
    "receive exercise symptoms cause into move your legs at night sleep badly doctor cannot bicycle".split()
)


def knows(word: str) -> bool:
    return word in WORDS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("p You recieve it.", "p You receive it."),
        ("p Excercise helps", "p Exercise helps."),
        ("p Move, and sleep", "p Move; and sleep"),
        ("p See this<link a.html>.", "p See this<link b.html>."),
        ("p A “quote” here", "p A 'quote' here"),
    ],
)
def test_a_correction_is_let_through(before: str, after: str) -> None:
    assert editorial(before, after, knows).refusals == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("p Take 2 tablets", "p Take 4 tablets"),
        ("p Take 1.5 mg", "p Take 15 mg"),
        ("p Take 1,5 mg", "p Take 1.5 mg"),
        ("p Wait 5-10 days", "p Wait 5 10 days"),
        ("p Do not move", "p Do move"),
        ("p Do nto move", "p Do not move"),
        ("p You cannto move", "p You cannot move"),
        ("p You cant move", "p You can't move"),
        ("p Move at night", "p Sleep at night"),
        ("p You recieve it", "p You bicycle it"),
        ("p Move your legs", "p Your legs move"),
        ("p Move your legs", "p Move your legs at night"),
        ("p Ferritn is low", "p Ferritin is low"),
        ("p receive", "p recieve"),
        ("p Move", "h2 Move"),
        ("p **Move** it", "p Move it"),
        ("p It helps.[@a#b]", "p It helps.[@a#c]"),
        ("p Call<link tel:911>", "p Call<link tel:112>"),
        ("p Look<link a.html>", "p Call<link tel:112>"),
        ("p <image aa alt>", "p <image bb alt>"),
        ("evidence a#b: It helps", "evidence a#b: It helps."),
        ("card urgent US", "card routine US"),
        ("p Move", "p Move\np Sleep"),
        ("p a < b", "p a > b"),
        ("p exercise", "p Exercise"),
    ],
)
def test_what_a_clinician_has_to_read_again_is_refused(before: str, after: str) -> None:
    assert editorial(before, after, knows).refusals


@pytest.fixture
def signed(make_clinic: ClinicMaker) -> Clinic:
    """A clinic whose page was signed with a misspelt word."""
    clinic = make_clinic({"docs/_data/people/test-editor.yml": EDITOR})
    clinic.edit(PAGE, "Read [when", "You recieve help. Read [when")
    assert clinic.sign() == 0
    return clinic


def correct(clinic: Clinic, reason: str = "A word was misspelt.", by: str = "test-editor") -> int:
    return clinic.run("editorial", "sleep/index", "--by", by, "--reason", reason)


def test_a_corrected_word_keeps_the_review_and_readers_see_it(
    signed: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    signed.edit(PAGE, "recieve", "receive")
    assert signed.state().name is StateName.CHANGED
    assert correct(signed) == 0
    assert "recieve → receive" in capsys.readouterr().out
    state = signed.state()
    assert state.name is StateName.REVIEWED
    assert state.review is not None
    assert state.review.reviewer == "test-reviewer"
    assert state.due_on == state.review.next_review_on
    assert signed.errors() == []
    assert main_build(signed) == 0
    page = (signed.root / "site/sleep/index.html").read_text(encoding="utf-8")
    assert "“recieve” became “receive”" in page
    assert "A word was misspelt." in page


def main_build(clinic: Clinic) -> int:
    from careleaf.cli.main import main

    return main(["build", "-f", str(clinic.settings), "--date", "2026-11-23"])


def test_one_correction_after_another_leads_back_to_the_signed_words(signed: Clinic) -> None:
    signed.edit(PAGE, "recieve", "receive")
    assert correct(signed) == 0
    signed.edit(PAGE, "receive help.", "receive help!")
    assert correct(signed, "A sign was wrong.") == 0
    assert signed.state().name is StateName.REVIEWED
    assert len(signed.state().corrections) == 2


def test_going_back_to_the_signed_words_needs_no_record(signed: Clinic) -> None:
    signed.edit(PAGE, "recieve", "receive")
    assert correct(signed) == 0
    signed.edit(PAGE, "receive", "recieve")
    assert signed.state().name is StateName.REVIEWED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("recieve", "lose", "That is for a clinician to read"),
        ("40%", "41%", "That is for a clinician to read"),
        ("recieve", "recieve", "There is nothing to enter"),
    ],
)
def test_more_than_a_correction_is_refused_and_nothing_entered(
    signed: Clinic, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    before = signed.register.read_bytes()
    signed.edit(PAGE, old, new)
    assert correct(signed) == 2
    assert said in capsys.readouterr().err
    assert signed.register.read_bytes() == before


@pytest.mark.parametrize(("by", "said"), [("nobody", "not in the register"), ("test-reviewer", "is no editor")])
def test_only_an_editor_can_enter_one(signed: Clinic, capsys: pytest.CaptureFixture[str], by: str, said: str) -> None:
    signed.edit(PAGE, "recieve", "receive")
    assert correct(signed, by=by) == 2
    assert said in capsys.readouterr().err


def test_a_record_written_by_hand_across_another_dose_carries_nothing(signed: Clinic) -> None:
    signed.edit(PAGE, "recieve", "receive")
    assert correct(signed) == 0
    corrected = signed.state().digest
    signed.edit(PAGE, "200 people", "300 people")
    worse = signed.state().digest
    text = signed.register.with_suffix("") / f"{corrected}.txt"
    (signed.register.with_suffix("") / f"{worse}.txt").write_text(text.read_text().replace("200 people", "300 people"))
    signed.edit("docs/_data/reviews/sleep/index.yml", f"digest: {corrected}", f"digest: {worse}")
    assert signed.state().name is StateName.CHANGED
    assert {"unfit-correction", "altered-review"} <= set(signed.errors())
