"""The text of each piece of a sheet's marked content (ISO 32000-1, 14.6), through each font's Unicode map (9.10.3)."""

import re
from dataclasses import dataclass, field

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
    texts = _Texts()
    open_marks: list[_Mark] = []
    current = Font()
    for kind, operand, tag in instructions(_content(sheet)):
        if kind == "text":
            glyphs = string_bytes(operand).decode("utf-16-be", "surrogatepass")
            if not _kept_back(open_marks, glyphs, current):
                texts.add(open_marks, glyphs.translate(current))
        elif kind == "font":
            current = fonts[operand]
        elif kind == "begin":
            open_marks.append(_mark(tag, operand, resources))
        else:
            closed = open_marks.pop()
            texts.add([*open_marks, closed], closed.text, is_reversed=closed.is_reversed)
    if open_marks:
        raise pikepdf.PdfError("A sheet ends within marked content.")
    return texts


def _content(sheet: pikepdf.Page) -> bytes:
    """Return a sheet's content, whose parts may be divided between any two words (7.8.2)."""
    content = sheet.obj.get("/Contents", pikepdf.Array())
    parts = content if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(part.read_bytes() for part in parts)


@dataclass(slots=True)
class _Mark:
    """A piece of marked content that is open."""

    number: int | None = None
    actual: str | None = None
    """The text it has in the place of its glyphs' own (14.9.4)."""
    is_reversed: bool = False
    """Whether its glyphs come from left to right while they are read from right to left (14.8.2.3.3)."""
    glyphs: list[str] = field(default_factory=list)
    """The texts of reversed glyphs, until the piece is whole."""

    @property
    def text(self) -> str:
        """What is known when the piece ends."""
        return self.actual or "".join(reversed(self.glyphs))


def _kept_back(open_marks: list[_Mark], glyphs: str, font: Font) -> bool:
    """Tell whether a mark around some glyphs says their text itself, or waits for all of them to turn them round."""
    if any(mark.actual is not None for mark in open_marks):
        return True
    turned = next((mark for mark in reversed(open_marks) if mark.is_reversed), None)
    if turned is not None:
        turned.glyphs += [font[ord(glyph)] for glyph in glyphs]
    return turned is not None


class _Texts(dict[int, str]):
    """The text of each numbered piece of marked content."""

    def __init__(self) -> None:
        super().__init__()
        self._turned: dict[int, int] = {}
        """Where the words that come last to first begin, by the number of their piece."""

    def add(self, open_marks: list[_Mark], text: str, *, is_reversed: bool = False) -> None:
        """Add text to the innermost numbered piece that is open; of reversed words the first one comes last."""
        number = next((mark.number for mark in reversed(open_marks) if mark.number is not None), None)
        if number is None or not text:
            return
        before = self.get(number, "")
        if not is_reversed:
            self._turned.pop(number, None)
        at = self._turned.setdefault(number, len(before)) if is_reversed else len(before)
        self[number] = before[:at] + text + before[at:]


def _mark(tag: bytes, properties: bytes, named: pikepdf.Object) -> _Mark:
    is_reversed = tag == b"/ReversedChars"
    if (numbered := _ONLY_NUMBERED.fullmatch(properties)) is not None:
        return _Mark(int(numbered[1]), None, is_reversed)
    if not properties:
        return _Mark(is_reversed=is_reversed)
    known = pikepdf.Object.parse(properties)
    if isinstance(known, pikepdf.Name):
        known = named["/Properties"][known]
    number, actual = known.get("/MCID"), known.get("/ActualText")
    return _Mark(None if number is None else int(number), None if actual is None else str(actual), is_reversed)


def _font(font: pikepdf.Object, known: Fonts) -> Font:
    """Read a font's ToUnicode map, once a file."""
    if font.objgen not in known:
        table = font["/ToUnicode"].read_bytes().decode("latin-1")
        pairs = (pair for block in _CHARACTERS.findall(table) for pair in _PAIR.findall(block))
        known[font.objgen] = Font((int(code, 16), bytes.fromhex(text).decode("utf-16-be")) for code, text in pairs)
    return known[font.objgen]
