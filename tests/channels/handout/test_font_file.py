"""What font files say about themselves; a bad one is refused, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.channels.handout.font_file import common, read_font
from careleaf.channels.handout.glyphs import FONTS
from careleaf.model.typeface import Typeface
from tests.channels.handout.fonts import font

HAN = font("Han Test", "睡眠不好")


def test_a_font_tells_its_name_and_its_characters() -> None:
    read = read_font(HAN)

    assert read.family == "Han Test"
    assert read.spans == tuple((ord(c), ord(c)) for c in sorted("睡眠不好"))
    assert read.may_be_embedded


@pytest.mark.parametrize("file", sorted(FONTS.glob("*/*.ttf")), ids=lambda file: file.stem)
def test_every_font_of_ours_can_be_read(file: object) -> None:
    read = read_font(file.read_bytes())  # type: ignore[attr-defined]  # a path

    assert read.family.startswith(("Atkinson Hyperlegible", "Noto Sans"))
    assert read.may_be_embedded
    assert all(start <= end for start, end in read.spans)


@pytest.mark.parametrize(("usage", "may_be"), [(0, True), (4, True), (8, True), (2, False), (0x200, False)])
def test_a_font_that_forbids_it_may_not_be_embedded(usage: int, may_be: bool) -> None:
    assert read_font(font("Han Test", "睡", usage=usage)).may_be_embedded is may_be


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is no TTF or OTF file"),
        (b"<svg>", "is no TTF or OTF file"),
        (b"wOF2" + HAN[4:], "is no TTF or OTF file"),
        (b"ttcf" + HAN[4:], "is a collection"),
        (HAN[:60], "is damaged"),
        (font("Han Test", "睡", without=b"cmap"), "is damaged"),
        (font("Han Test", "睡", without=b"OS/2"), "is damaged"),
        (font("", "睡"), "does not say its name"),
    ],
    ids=["empty", "a picture", "WOFF", "a collection", "cut", "no characters", "no licence bits", "no name"],
)
def test_what_cannot_be_used_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_font(content)


@given(st.integers(0, len(HAN) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_font_is_read_or_refused_and_nothing_else(at: int, noise: bytes) -> None:
    try:
        read = read_font(HAN[:at] + noise + HAN[at + len(noise) :])
    except ValueError:
        return
    assert len(read.spans) <= 70_000


def test_characters_are_those_that_all_files_of_a_typeface_have() -> None:
    assert common(((1, 5), (8, 20)), ((3, 9), (15, 30))) == ((3, 5), (8, 9), (15, 20))


def test_a_typeface_knows_its_characters() -> None:
    face = Typeface("x", "", (), "", ((5, 7), (70, 70)))

    assert [code for code in range(80) if face.has(chr(code))] == [5, 6, 7, 70]
