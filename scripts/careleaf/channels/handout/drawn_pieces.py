"""Where the pieces of text on a sheet stand, and what their glyphs say: a finished PDF, read for its repair.

A piece is one numbered sequence of marked content (ISO 32000-1, 14.7.4.2). Lengths are points, from left to right.
"""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Operator, Page, String, parse_content_stream

from careleaf.channels.handout.drawn_fonts import Font, Fonts, font_of

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)
_OPERATORS = "q Q cm Tm Tf Tj TJ BDC BMC EMC"
_EM = 1000
"""Units of a glyph's width in one em (ISO 32000-1, 9.7.4.3)."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """What one or more glyphs together say, and how far they move the next one."""

    text: str
    width: float


@dataclass(slots=True, eq=False)
class Piece:
    """The glyphs of one piece as they are drawn, from left to right."""

    number: int
    sheet: int
    """Which sheet it stands on, by the number of its object."""
    left: float
    base: float
    """The height of its base line on the sheet."""
    size: float
    """The height of its letters."""
    glyphs: list[Glyph] = field(default_factory=list)
    shows: int = 0
    """How many operators draw it."""
    reversed_shows: int = 0
    """How many of them say that their glyphs are read from right to left (14.8.2.3.3)."""
    right: float = 0.0
    before: "Piece | None" = field(default=None, repr=False)
    """What is read before it in the same block of text."""
    after: "Piece | None" = field(default=None, repr=False)
    """What is read after it in the same block of text."""
    is_misplaced: bool = False
    """Whether it is a space that stands before the words it follows."""
    lacks_space: bool = False
    """Whether that space should follow it."""
    is_in_text_from_right: bool = False
    """Whether the block of text is in a language that is written from right to left."""

    @property
    def text(self) -> str:
        """What the glyphs say, in the order in which they are drawn."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign above or below the letters of another piece, which says its text as well."""
        return bool(self.glyphs) and all(glyph.width == 0 for glyph in self.glyphs)


@dataclass(slots=True)
class _Reader:
    """Follows the drawing of a sheet."""

    sheet: int
    fonts: dict[str, Font]
    pieces: dict[int, Piece] = field(default_factory=dict)
    _matrix: _Matrix = _IDENTITY
    _line: _Matrix = _IDENTITY
    _font: Font = field(default_factory=lambda: Font({}, {}))
    _size: float = 0.0
    _kept: list[_Matrix] = field(default_factory=list)
    _marks: list[tuple[str, Object | None]] = field(default_factory=list)

    def follow(self, operator: str, operands: list[Object]) -> None:
        if operator == "q":
            self._kept.append(self._matrix)
        elif operator == "Q":
            self._matrix = self._kept.pop()
        elif operator == "cm":
            self._matrix = _times(_numbers(operands), self._matrix)
        elif operator == "Tm":
            self._line = _times(_numbers(operands), self._matrix)
        elif operator == "Tf":
            self._font, self._size = self.fonts.get(str(operands[0]), Font({}, {})), float(operands[1])
        elif operator in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 else None
            self._marks.append((str(operands[0]), properties if isinstance(properties, Dictionary) else None))
        elif operator == "EMC":
            self._marks.pop()
        else:
            self._show(operands[0])

    def _show(self, shown: Object) -> None:
        number = next((int(p.MCID) for _, p in reversed(self._marks) if p is not None and Name.MCID in p), None)
        if number is None:
            return
        scale = abs(self._line[0])
        piece = self.pieces.setdefault(
            number, Piece(number, self.sheet, self._line[4], self._line[5], self._size * scale)
        )
        glyphs, width = self._glyphs(shown)
        actual = next((str(p.ActualText) for _, p in self._marks if p is not None and Name.ActualText in p), None)
        piece.glyphs += glyphs if actual is None else [Glyph(actual, sum(glyph.width for glyph in glyphs))]
        piece.shows += 1
        piece.reversed_shows += any(name == "/ReversedChars" for name, _ in self._marks)
        drawn = 0 if piece.is_sign else width
        piece.right = self._line[4] + drawn * self._size * scale / _EM

    def _glyphs(self, shown: Object) -> tuple[list[Glyph], float]:
        glyphs: list[Glyph] = []
        width = 0.0
        for part in shown if isinstance(shown, Array) else [shown]:
            if not isinstance(part, String):
                width -= float(part)
                continue
            for code in bytes(part).decode("utf-16-be", "surrogatepass"):
                glyphs.append(Glyph(self._font.texts.get(ord(code), ""), self._font.widths.get(ord(code), 0.0)))
                width += glyphs[-1].width
        return glyphs, width


def drawn_pieces(sheet: Page, known: Fonts) -> dict[int, Piece]:
    """Return the pieces of a sheet by their number; `known` gathers the fonts of a file."""
    fonts = {name: font_of(font, known) for name, font in sheet.Resources.get(Name.Font, Dictionary()).items()}
    reader = _Reader(sheet.obj.objgen[0], fonts)
    for instruction in parse_content_stream(sheet, _OPERATORS):
        operator = instruction.operator
        reader.follow(str(operator) if isinstance(operator, Operator) else "", list(instruction.operands))
    return reader.pieces


def _times(a: _Matrix, b: _Matrix) -> _Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _numbers(operands: list[Object]) -> _Matrix:
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)
