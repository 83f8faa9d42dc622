"""The words of a line in the order in which they are read, for scripts that run from right to left or stack signs.

Typst 0.15 writes such a line as it is drawn, with a letter's text once more at each sign above it. A screen reader
takes content as it comes (ISO 14289-1, 7.1); it would hear the words of a line backwards, and some letters twice. So
each such stretch gets its text in reading order (ActualText, ISO 32000-1, 14.9.4), made of what its glyphs say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from careleaf.channels.handout.drawn_fonts import Fonts
from careleaf.channels.handout.drawn_pieces import Piece, drawn_pieces
from careleaf.channels.handout.stretches import Stretch, find_last_spaces, stretches
from careleaf.model.library import runs_from_right

_JOINED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00011fff\U0001e800-\U0001efff]"
)
"""Letters from right to left, and scripts with signs above, below or around their letters."""

_INLINE = frozenset({Name.Span, Name.Strong, Name.Em, Name.Link, Name.Code, Name.Quote, Name.Reference})
"""Tags within a line (ISO 14289-1 takes them from ISO 32000-1, 14.8.4.4)."""
_Pieces = Mapping[tuple[int, int], Mapping[int, Piece]]
"""The pieces of each sheet by their number; sheets by the number of their object."""


def may_need_order(text: str) -> bool:
    """Tell whether a text has letters that may be written in another order than they are read."""
    return _JOINED.search(text) is not None


def order_lines(document: Pdf) -> None:
    """Give each stretch of a line that is not written as it is read its text in reading order."""
    tree = document.Root.StructTreeRoot
    fonts: Fonts = {}
    pieces = {sheet.obj.objgen: drawn_pieces(sheet, fonts) for sheet in document.pages}
    _link(list(_read(tree, _Around(None, tree, str(document.Root.get(Name.Lang, ""))), pieces)))
    owners = dict(_entries(tree.ParentTree))
    for sheet in document.pages:
        if Name.StructParents in sheet.obj:
            held = owners[int(sheet.obj.StructParents)]
            _Sheet(document, sheet.obj, pieces[sheet.obj.objgen], held).order()


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for everything below a tag."""

    sheet: Object | None
    block: Object
    """The nearest tag that is no part of a line."""
    language: str

    def below(self, tag: Object) -> "_Around":
        block = self.block if tag.get(Name.S) in _INLINE else tag
        return _Around(tag.get(Name.Pg, self.sheet), block, str(tag.get(Name.Lang, self.language)))


def _read(tag: Object, around: _Around, pieces: _Pieces) -> Iterator[tuple[Piece, _Around]]:
    """Yield each piece in reading order, and what is around it."""
    around = around.below(tag)
    for kid in _kids(tag):
        found = _piece(kid, around.sheet, pieces)
        if found is not None:
            yield found, around
        elif isinstance(kid, Dictionary) and Name.S in kid:
            yield from _read(kid, around, pieces)


def _link(read: list[tuple[Piece, _Around]]) -> None:
    """Tell each piece what is read before and after it in the same block, and what that says about it."""
    for piece, around in read:
        piece.is_in_text_from_right = runs_from_right(around.language)
    for (piece, around), (after, its_around) in pairwise(read):
        if around.block == its_around.block:
            piece.after, after.before = after, piece
    find_last_spaces([piece for piece, _ in read])


def _kids(tag: Object) -> list[Object]:
    kids = tag.get(Name.K, Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _piece(kid: Object, sheet: Object | None, pieces: _Pieces) -> Piece | None:
    """Return the piece that stands directly below a tag: as a number, or as a reference to a number on some sheet."""
    if isinstance(kid, Dictionary):
        if kid.get(Name.Type) != Name.MCR:
            return None
        sheet, kid = kid.get(Name.Pg, sheet), kid.MCID
    return pieces.get(sheet.objgen, {}).get(int(kid)) if sheet is not None else None


def _entries(node: Object) -> Iterator[tuple[int, Object]]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    numbers = list(node.get(Name.Nums, Array()))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in node.get(Name.Kids, Array()):
        yield from _entries(kid)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet whose stretches are put in order."""

    document: Pdf
    sheet: Object
    pieces: Mapping[int, Piece]
    owners: Object
    """The tag that holds each piece, by number: kept right (ISO 32000-1, 14.7.4.4)."""

    def order(self) -> None:
        for tag in list({owner.objgen: owner for owner in self.owners if isinstance(owner, Dictionary)}.values()):
            pieces = {self.sheet.objgen: self.pieces}
            kids = [(kid, _piece(kid, tag.get(Name.Pg), pieces)) for kid in _kids(tag)]
            ordered: list[Object] = []
            for is_text, group in groupby(kids, key=lambda pair: pair[1] is not None):
                run = list(group)
                ordered += (
                    self._in_order(tag, [(kid, piece) for kid, piece in run if piece])
                    if is_text
                    else [kid for kid, _ in run]
                )
            tag.K = Array(ordered)

    def _in_order(self, tag: Object, run: Sequence[tuple[Object, Piece]]) -> Iterator[Object]:
        """Yield the stretches of a run: as they are, or in a span that says them in reading order."""
        kids = {piece.number: kid for kid, piece in run}
        for stretch in stretches([piece for _, piece in run]):
            if stretch.is_written_as_read:
                yield from (kids[piece.number] for piece in stretch.pieces)
            else:
                yield self._span(tag, stretch)

    def _span(self, tag: Object, stretch: Stretch) -> Object:
        numbers = [piece.number for piece in stretch.pieces]
        said = Dictionary(Type=Name.StructElem, S=Name.Span, P=tag, Pg=self.sheet, K=Array(numbers))
        said.ActualText = String(stretch.text)
        span = self.document.make_indirect(said)
        for number in numbers:
            self.owners[number] = span
        return span
