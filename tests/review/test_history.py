"""`careleaf review history`, and the differences it shows."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.differences import PieceKind, differences
from tests.review.conftest import Clinic

Capture = pytest.CaptureFixture[str]


def test_every_review_is_told_with_the_words_that_changed_before_it(clinic: Clinic, capsys: Capture) -> None:
    clinic.sign("sleep/index", "--notes", "Fine, but mention naps.")
    clinic.edit("docs/sleep/index.md", "they slept badly", "they slept very badly")
    clinic.sign("sleep/index", "--reviewer", "second-reviewer", on="2026-11-22")
    clinic.edit("docs/sleep/index.md", "In a survey of 200 people", "Among 200 people")
    capsys.readouterr()
    assert clinic.run("history", "sleep/index") == 0
    text = capsys.readouterr().out
    assert text.startswith("sleep/index: 2 reviews\n")
    assert "2026-11-20 clinical review by test-reviewer (sleep physician)" in text
    assert "    notes: Fine, but mention naps." in text
    assert "    p: In a survey of 200 people, 40% said they slept {+very+} badly.[@test-survey#sleep]" in text
    assert "    p: [-In a survey of-] {+Among+} 200 people" in text
    assert text.index("{+very+}") < text.index("Today's wording") < text.index("{+Among+}")
    assert "\033" not in text


def test_programs_get_the_same(clinic: Clinic, capsys: Capture) -> None:
    clinic.sign()
    clinic.edit("docs/sleep/index.md", "40%", "41%")
    capsys.readouterr()
    clinic.run("history", "sleep/index", "--format", "json")
    first, today = json.loads(capsys.readouterr().out)["history"]
    assert (first["reviewer"], first["reviewed_on"], first["is_signed"]) == ("test-reviewer", "2026-11-20", False)
    (change,) = today["changes"]
    kinds = {(piece["kind"], piece["text"]) for piece in change["pieces"]}
    assert {("removed", "40%"), ("added", "41%")} <= kinds


def test_a_page_nobody_signed_has_its_wording_of_today(clinic: Clinic, capsys: Capture) -> None:
    assert clinic.run("history", "sleep/get-help") == 0
    assert "no review yet" in capsys.readouterr().out


def test_a_text_that_is_gone_is_told(clinic: Clinic, capsys: Capture) -> None:
    clinic.sign()
    clinic.texts()[0].unlink()
    clinic.run("history", "sleep/index")
    assert "is not kept" in capsys.readouterr().out
    assert "missing-signed-text" in clinic.errors()


words = st.lists(st.sampled_from("p h2 item sleep badly well 40% \\[ **not** a b c".split()), min_size=1, max_size=9)
texts = st.lists(words.map(" ".join), max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(texts, texts)
def test_what_is_removed_and_added_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    changes = differences(before, after)
    assert bool(changes) == (before != after)

    def kept(text: str, kind: PieceKind) -> Counter[str]:
        """Return the words of a text, those of this kind left out."""
        words = Counter(word for line in text.splitlines() for word in line.replace("\\[", "[").split()[1:])
        words.subtract(w for line in changes for piece in line.pieces if piece.kind is kind for w in piece.text.split())
        return words

    assert kept(before, PieceKind.REMOVED) == kept(after, PieceKind.ADDED)
    assert min(kept(before, PieceKind.REMOVED).values(), default=0) >= 0
