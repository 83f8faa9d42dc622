"""The caret stands under its place, as a terminal shows it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.reporters.excerpt import MOST_CELLS, excerpt


def under_caret(line: str, column: int) -> str:
    """Return the sign above the caret, counted in cells as terminals do."""
    source, caret = excerpt(line, column, 7)
    at = 0
    for character in source:
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        width = 0 if unicodedata.category(character) in ("Mn", "Me") else width
        if width and at <= caret.index("^") < at + width:
            return character
        at += width
    return ""


def test_the_number_of_the_line_and_a_caret_below() -> None:
    assert excerpt("Exercise helps 54% of people.", 16, 9) == (
        "     9 | Exercise helps 54% of people.",
        "       |                ^",
    )


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("\tTab 5%", "5"),
        ("a\tb\t5%", "5"),
        ("日本語の文 5%", "5"),
        ("e\u0301e\u0301 5%", "5"),
        ("soft\u00adhyphen 5%", "5"),
        ("Ａ全角 5%", "5"),
        ("日本", "本"),
    ],
)
def test_the_caret_stands_under_its_sign(line: str, sign: str) -> None:
    assert under_caret(line, line.index(sign) + 1) == sign


def test_a_place_in_the_middle_of_a_letter_is_the_letter() -> None:
    assert under_caret("ae\u0301b", 3) == "e"


def test_a_place_behind_the_end_is_the_end() -> None:
    assert excerpt("ab", 99, 1)[1].endswith("|   ^")
    assert excerpt("", 1, 1) == ("     1 |", "       | ^")


@pytest.mark.parametrize("at", [0, 40, 500, 960, 999])
def test_a_long_line_is_cut_around_the_caret(at: int) -> None:
    line = "x" * at + "5" + "y" * (999 - at)
    source, caret = excerpt(line, at + 1, 1)
    assert under_caret(line, at + 1) == "5"
    assert len(source) <= len("     1 | ") + MOST_CELLS + 2
    assert source.endswith("…") is (at < 960)
    assert ("| …" in source) is (at > 50)
    assert len(caret) <= len(source)


def test_what_nobody_sees_is_written_by_its_number_and_cannot_act() -> None:
    source, _ = excerpt("a\x1b[31m\u202eb", 1, 1)
    assert "\x1b" not in source
    assert r"\u001b[31m\u202e" in source


@given(st.text(max_size=300), st.integers(1, 400))
def test_any_line_gives_two_short_lines(line: str, column: int) -> None:
    for shown in excerpt(line, column, 3):
        assert len([c for c in shown if unicodedata.category(c) not in ("Mn", "Me")]) <= MOST_CELLS + 40
        assert "\n" not in shown
        assert "\x1b" not in shown
