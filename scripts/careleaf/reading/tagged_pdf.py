"""The text of a tagged PDF as a screen reader gets it: in the order of its tags, through each font's Unicode map.

ISO 14289-1 (PDF/UA-1) clause 7.1 makes that order the reading order, and clause 7.21.7 asks for the maps. What
stands outside the tags, such as the running title, is no part of the text.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_BREAK = "\u200b"
"""Where a long word may go on in the next line: nobody hears it."""
_BLOCK = re.compile(r"/(?:H\d|P|LI|TR|TD|TH|LBody|Lbl|Caption)")


def tagged_text(pdf: bytes | pikepdf.Pdf, tag: pikepdf.Object | None = None, *, link_edge: str = "") -> str:
    """Return the tagged text below a tag, by default all of it, one block a line.

    Args:
        pdf: the file, or what it holds.
        tag: where to begin.
        link_edge: put on both sides of a link, to keep a citation's number apart from the word before it.

    Raises:
        pikepdf.PdfError: it is no PDF.
    """
    if isinstance(pdf, bytes):
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return tagged_text(opened, tag, link_edge=link_edge)
    fonts: _Fonts = {}
    sheets = {sheet.obj.objgen: marked_texts(sheet, fonts) for sheet in pdf.pages}
    root = tag if tag is not None else pdf.Root.get("/StructTreeRoot")
    text = "".join(_below(root, None, sheets, link_edge)) if root is not None else ""
    return re.sub(r"\n+", "\n", text.replace(_BREAK, ""))


def written_text(pdf: bytes) -> bytes:
    """Return a handout's tagged text as UTF-8, links set apart; empty for what is no PDF: a task for any process."""
    try:
        return tagged_text(pdf, link_edge=" ").encode()
    except pikepdf.PdfError:
        return b""


_Sheets = dict[tuple[int, int], dict[int, str]]


def _below(tag: pikepdf.Object, sheet: pikepdf.Object | None, sheets: _Sheets, link_edge: str) -> Iterator[str]:
    sheet = tag.get("/Pg", sheet)
    if "/ActualText" in tag:
        yield _said(tag, "".join(_under(tag, sheet, sheets, link_edge)))
    else:
        yield from _under(tag, sheet, sheets, link_edge)


def _under(tag: pikepdf.Object, sheet: pikepdf.Object | None, sheets: _Sheets, link_edge: str) -> Iterator[str]:
    kids = tag.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield sheets[sheet.objgen].get(int(kid), "") if sheet is not None else ""
        elif kid.get("/Type") == "/MCR":
            on = kid.get("/Pg", sheet)
            yield sheets[on.objgen].get(int(kid.MCID), "") if on is not None else ""
        elif "/S" in kid:
            around = link_edge if kid.S == "/Link" else ""
            yield around
            yield from _below(kid, sheet, sheets, link_edge)
            yield around
    if _BLOCK.fullmatch(str(tag.get("/S", ""))):
        yield "\n"


def _said(tag: pikepdf.Object, drawn: str) -> str:
    """Return the text a tag has in the place of its glyphs' own (ISO 32000-1, 14.9.4), if those glyphs can say it.

    The glyphs may come in another order, and say a letter again at each sign above it; what they say remains.
    """
    said = str(tag.ActualText)
    letters, glyphs = "".join(said.split()), "".join(drawn.split())
    return said if set(letters) == set(glyphs) and len(letters) <= len(glyphs) else drawn


class _Font(dict[int, str]):
    """The text of each glyph; a glyph without one has none."""

    def __missing__(self, code: int) -> str:
        return ""


_Fonts = dict[tuple[int, int], _Font]


def marked_texts(sheet: pikepdf.Page, known: _Fonts | None = None) -> dict[int, str]:
    """Return the text of each numbered piece of marked content on a sheet; `known` gathers the fonts of a file."""
    known = {} if known is None else known
    fonts = {name: _font(font, known) for name, font in sheet.Resources.get("/Font", {}).items()}
    texts = _Texts()
    open_marks: list[_Mark] = []
    current = _Font()
    for instruction in pikepdf.parse_content_stream(sheet, "BDC BMC EMC Tf Tj TJ"):
        operands, name = list(instruction.operands), str(instruction.operator)
        if name in {"BDC", "BMC"}:
            open_marks.append(_mark(operands))
        elif name == "EMC":
            closed = open_marks.pop()
            texts.add([*open_marks, closed], closed.text, is_reversed=closed.is_reversed)
        elif name == "Tf":
            current = fonts[str(operands[0])]
        else:
            glyphs = _glyphs(operands[0], current)
            if not _kept_back(open_marks, glyphs):
                texts.add(open_marks, "".join(glyphs))
    return texts


@dataclass
class _Mark:
    """A piece of marked content that is open."""

    number: int | None = None
    actual: str | None = None
    """The text it has in the place of its glyphs' own (ISO 32000-1, 14.9.4)."""
    is_reversed: bool = False
    """Whether its glyphs come from left to right while they are read from right to left (14.8.2.3.3)."""
    glyphs: list[str] = field(default_factory=list)
    """The texts of reversed glyphs, until the piece is whole."""

    @property
    def text(self) -> str:
        """What is known when the piece ends."""
        return self.actual or "".join(reversed(self.glyphs))


def _kept_back(open_marks: list[_Mark], glyphs: list[str]) -> bool:
    """Tell whether a mark around some glyphs says their text itself, or waits for all of them to turn them round."""
    if any(mark.actual is not None for mark in open_marks):
        return True
    turned = next((mark for mark in reversed(open_marks) if mark.is_reversed), None)
    if turned is not None:
        turned.glyphs += glyphs
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


def _mark(operands: list[pikepdf.Object]) -> _Mark:
    properties = operands[1] if len(operands) > 1 else None
    is_reversed = operands[0] == "/ReversedChars"
    if not isinstance(properties, pikepdf.Dictionary):
        return _Mark(is_reversed=is_reversed)
    number, actual = properties.get("/MCID"), properties.get("/ActualText")
    return _Mark(None if number is None else int(number), None if actual is None else str(actual), is_reversed)


def _glyphs(operand: pikepdf.Object, font: _Font) -> list[str]:
    """Return the text of each glyph, whose numbers are two bytes each."""
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    raw = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return [font[ord(glyph)] for glyph in raw.decode("utf-16-be", "surrogatepass")]


def _font(font: pikepdf.Object, known: _Fonts) -> _Font:
    """Read a font's ToUnicode map, once a file."""
    if font.objgen not in known:
        table = font.ToUnicode.read_bytes().decode("latin-1")
        pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", table)
        known[font.objgen] = _Font((int(code, 16), bytes.fromhex(text).decode("utf-16-be")) for code, text in pairs)
    return known[font.objgen]
