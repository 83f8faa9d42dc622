"""The text of each piece of a sheet's marked content (ISO 32000-1, 14.6), through each font's Unicode map (9.10.3)."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

import pikepdf

from careleaf.reading.content_stream import instructions
from careleaf.reading.content_strings import string_bytes

_ONLY_NUMBERED = re.compile(rb"<<\s*/MCID\s+(\d+)\s*>>")
_CHARACTERS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>")


class Font(dict[int, str]):
    """The text of each glyph; a glyph without one has none."""

    def __missing__(self, code: int) -> str:
        return ""


Fonts = dict[tuple[int, int], Font]
"""The fonts of a file that were read, by the number of their object."""


def marked_texts(sheet: pikepdf.Page, known: Fonts | None = None) -> dict[int, str]:
    """Return the text of each numbered piece of marked content on a sheet; `known` gathers the fonts of a file.

    Raises:
        pikepdf.PdfError: the sheet holds something that cannot be read.
        LookupError, ValueError: it uses a font or ends a mark that is not there, or has half a glyph.
    """
    known = {} if known is None else known
    resources = sheet.Resources
    fonts = {str(name).encode(): _font(font, known) for name, font in resources.get("/Font", {}).items()}
    texts, marks, current = _Texts(), [_Mark()], Font()
    for font, text, tag, properties, end, _ in instructions(_content(sheet)):
        if text:
            glyphs = string_bytes(text).decode("utf-16-be", "surrogatepass")
            texts.show(marks[-1], glyphs, current)
        elif font:
            current = fonts[font]
        elif tag:
            marks.append(_mark(marks[-1], tag, properties, resources))
        elif end:
            texts.close(marks.pop(), marks[-1])
    if len(marks) > 1:
        raise pikepdf.PdfError("A sheet ends within marked content.")
    return texts


def _content(sheet: pikepdf.Page) -> bytes:
    """Return a sheet's content, whose parts may be divided between any two words (7.8.2)."""
    content = sheet.obj.get("/Contents", pikepdf.Array())
    parts = content if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(part.read_bytes() for part in parts)


@dataclass(slots=True)
class _Mark:
    """A piece of marked content that is open, and what the marks around it mean for it."""

    number: int | None = None
    """Its number, or that of the innermost piece around it."""
    actual: str | None = None
    """The text it has in the place of its glyphs' own (14.9.4)."""
    is_said: bool = False
    """Whether it has such a text, or something around it."""
    is_reversed: bool = False
    """Whether its glyphs come from left to right while they are read from right to left (14.8.2.3.3)."""
    turned: "_Mark | None" = None
    """Itself, or the innermost piece around it, whose glyphs do."""
    glyphs: list[str] = field(default_factory=list)
    """The texts of reversed glyphs, until the piece is whole."""

    @property
    def text(self) -> str:
        """What is known when the piece ends."""
        return self.actual or "".join(reversed(self.glyphs))


class _Texts(dict[int, str]):
    """The text of each numbered piece of marked content."""

    def __init__(self) -> None:
        super().__init__()
        self._turned: dict[int, int] = {}
        """Where the words that come last to first begin, by the number of their piece."""

    def show(self, mark: _Mark, glyphs: str, font: Font) -> None:
        """Add what glyphs say, unless a mark says it itself, or waits for all of them to turn them round."""
        if mark.turned is not None and not mark.is_said:
            mark.turned.glyphs += [font[ord(glyph)] for glyph in glyphs]
        elif mark.number is not None and not mark.is_said:
            self._add(mark.number, glyphs.translate(font), is_reversed=False)

    def close(self, mark: _Mark, around: _Mark) -> None:
        """Add what became known with the end of a mark."""
        if mark.number is not None and not around.is_said and mark.text:
            self._add(mark.number, mark.text, is_reversed=mark.is_reversed)

    def _add(self, number: int, text: str, *, is_reversed: bool) -> None:
        """Add text to a piece; of reversed words the first one comes last."""
        before = self.get(number, "")
        if not is_reversed:
            self._turned.pop(number, None)
        at = self._turned.setdefault(number, len(before)) if is_reversed else len(before)
        self[number] = before[:at] + text + before[at:]


def _mark(around: _Mark, tag: bytes, properties: bytes, resources: pikepdf.Object) -> _Mark:
    """Return a mark that begins within another."""
    mark = _Mark(around.number, is_said=around.is_said, turned=around.turned)
    if tag == b"/ReversedChars":
        mark.is_reversed, mark.turned = True, mark
    if (numbered := _ONLY_NUMBERED.fullmatch(properties)) is not None:
        mark.number = int(numbered[1])
    elif properties:
        is_name = properties.startswith(b"/")
        known = resources["/Properties"][properties.decode()].unparse(resolved=True) if is_name else properties
        number, mark.actual = _described(known)
        mark.number = mark.number if number is None else number
    mark.is_said = mark.is_said or mark.actual is not None
    return mark


@lru_cache(maxsize=1024)
def _described(properties: bytes) -> tuple[int | None, str | None]:
    """Return the number and the text that a dictionary gives a mark; most sheets repeat the same few."""
    known = pikepdf.Object.parse(properties)
    number, actual = known.get("/MCID"), known.get("/ActualText")
    return None if number is None else int(number), None if actual is None else str(actual)


def _font(font: pikepdf.Object, known: Fonts) -> Font:
    """Read a font's ToUnicode map, once a file."""
    if font.objgen not in known:
        table = font["/ToUnicode"].read_bytes().decode("latin-1")
        pairs = (pair for block in _CHARACTERS.findall(table) for pair in _PAIR.findall(block))
        known[font.objgen] = Font((int(code, 16), bytes.fromhex(text).decode("utf-16-be")) for code, text in pairs)
    return known[font.objgen]
