"""What the glyphs of a finished PDF's fonts say, and how wide they are (ISO 32000-1, 9.7 and 9.10)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Name, Object


@dataclass(frozen=True, slots=True)
class Font:
    """What the glyphs of a font say, and how wide they are."""

    texts: dict[int, str]
    widths: dict[int, float]


Fonts = dict[tuple[int, int], Font]


def font_of(font: Object, known: Fonts) -> Font:
    """Return what is known about a font; `known` gathers those of a file."""
    if font.objgen not in known:
        table = font.ToUnicode.read_bytes().decode("latin-1") if Name.ToUnicode in font else ""
        pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", table)
        texts = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
        known[font.objgen] = Font(texts, dict(_widths(font)))
    return known[font.objgen]


def _widths(font: Object) -> Iterator[tuple[int, float]]:
    """Yield the width of each glyph, as ranges of numbers give it (ISO 32000-1, 9.7.4.3)."""
    if Name.DescendantFonts not in font:
        return
    entries = list(font.DescendantFonts[0].get(Name.W, Array()))
    while entries:
        first, second, *entries = entries
        if isinstance(second, Array):
            yield from ((int(first) + i, float(width)) for i, width in enumerate(second))
        else:
            width, *entries = entries
            yield from ((code, float(width)) for code in range(int(first), int(second) + 1))
