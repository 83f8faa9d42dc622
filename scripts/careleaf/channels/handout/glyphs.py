"""Which characters the handout's typefaces can print.

Typst itself refuses a character without a glyph (PDF/UA-1, 7.21.7), but cannot say on which page it stands.
A font's own table of characters is read here: `cmap`, format 4 (OpenType 1.9,
https://learn.microsoft.com/typography/opentype/spec/cmap).
"""

from functools import cache
from pathlib import Path
from struct import unpack_from
from unicodedata import normalize

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
_WINDOWS_UNICODE = (3, 1)
_INVISIBLE = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2009\u202f\u2060\ufe0f")
"""Characters that are set without a glyph: breaks, joiners, narrow spaces, marks of direction."""
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that make letters stand in another order than they are read (Unicode TR 36, 2.1): never printed."""


def missing_glyphs(text: str) -> set[str]:
    """Return the characters of a text that cannot be printed; an accent may stand apart from its letter."""
    rare = set(normalize("NFC", text)) - _main_characters()
    return rare - printable_characters() if rare else rare


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
    font = file.read_bytes()
    return frozenset(map(chr, _code_points(font, _character_map(font))))


def _character_map(font: bytes) -> int:
    """Return where the font's Unicode table of characters starts."""
    table_count = unpack_from(">H", font, 4)[0]
    tables = dict(unpack_from(">4s4xL", font, 12 + 16 * i) for i in range(table_count))
    start = tables[b"cmap"]
    count = unpack_from(">H", font, start + 2)[0]
    maps = (unpack_from(">HHL", font, start + 4 + 8 * i) for i in range(count))
    return int(start + next(offset for *platform, offset in maps if tuple(platform) == _WINDOWS_UNICODE))


def _code_points(font: bytes, at: int) -> set[int]:
    count = unpack_from(">H", font, at + 6)[0] // 2
    ends = unpack_from(f">{count}H", font, at + 14)
    starts = unpack_from(f">{count}H", font, at + 16 + 2 * count)
    spans = zip(starts, ends, strict=True)
    return {code for start, end in spans for code in range(start, end + 1) if code != 0xFFFF}
