"""Which characters the handout's typefaces can print.

Typst itself refuses a character without a glyph (PDF/UA-1, 7.21.7), but cannot say on which page it stands.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from unicodedata import normalize

from careleaf.channels.handout.font_file import read_font
from careleaf.model.typeface import Typeface

FONTS = Path(__file__).parents[2] / "fonts"
FONT_FAMILIES = (
    "Atkinson Hyperlegible",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Math",
    "Noto Sans Symbols2",
)
"""Typefaces in the order in which a character is looked for: the first was made for readers with low vision."""
_MAIN = "atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf"
_OTHERS = "noto-sans/*-Regular.ttf"
_INVISIBLE = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2009\u202f\u2060\ufe0f")
"""Characters that are set without a glyph: breaks, joiners, narrow spaces, marks of direction."""
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that make letters stand in another order than they are read (Unicode TR 36, 2.1): never printed."""


def missing_glyphs(text: str, typefaces: Sequence[Typeface] = ()) -> set[str]:
    """Return the characters of a text that cannot be printed; an accent may stand apart from its letter.

    `typefaces` are those of the publisher's own.
    """
    rare = set(normalize("NFC", text)) - _main_characters()
    missing = rare - printable_characters() if rare else rare
    return {each for each in missing if each in _OVERRIDES or not any(face.has(each) for face in typefaces)}


@cache
def printable_characters() -> frozenset[str]:
    """Return all characters that can be printed; the styles of a typeface have the same ones."""
    return _main_characters().union(*(_characters(file) for file in sorted(FONTS.glob(_OTHERS)))) - _OVERRIDES


@cache
def main_coverage() -> str:
    """Return the first typeface's characters as a character class of a regular expression.

    Typst would build `ế` from two of its glyphs, and each would be read aloud as the whole letter; so what the
    typeface does not hold itself is left to the next one.
    """
    codes = {ord(character) for character in _main_characters()}
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "[" + "".join(f"\\u{{{a:x}}}-\\u{{{b:x}}}" for a, b in zip(starts, ends, strict=True)) + "]"


@cache
def _main_characters() -> frozenset[str]:
    return _characters(FONTS / _MAIN) | _INVISIBLE


def _characters(file: Path) -> frozenset[str]:
    spans = read_font(file.read_bytes()).spans
    return frozenset(chr(code) for start, end in spans for code in range(start, end + 1))
