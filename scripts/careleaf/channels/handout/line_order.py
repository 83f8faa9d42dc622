"""The words of a line in the order in which they are read, for scripts that run from right to left or stack signs.

Typst 0.15 writes such a line as it is drawn, with a letter's text once more at each sign above it. A screen reader
takes content as it comes (ISO 14289-1, 7.1); it would hear the words of a line backwards, and some letters twice. So
each such stretch gets its text in reading order (ActualText, ISO 32000-1, 14.9.4), made of what its glyphs say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from careleaf.channels.handout.drawn_pieces import Fonts, Piece, drawn_pieces
from careleaf.channels.handout.stretches import breaks_between_words, is_written_as_read, read, stretches

_JOINED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00011fff\U0001e800-\U0001efff]"
)
"""Letters from right to left, and scripts with signs above, below or around their letters."""

_INLINE = frozenset({Name.Span, Name.Strong, Name.Em, Name.Link, Name.Code, Name.Quote, Name.Reference})
"""Tags within a line (ISO 14289-1 takes them from ISO 32000-1, 14.8.4.4)."""
_Id = tuple[int, int]
_Place = tuple[_Id, int]
"""A sheet, and the number of a piece on it."""


def may_need_order(text: str) -> bool:
    """Tell whether a text has letters that may be written in another order than they are read."""
    return _JOINED.search(text) is not None


def order_lines(document: Pdf) -> None:
    """Give each stretch of a line that is not written as it is read its text in reading order."""
    tree = document.Root.StructTreeRoot
    owners = dict(_entries(tree.ParentTree))
    fonts: Fonts = {}
    pieces = {sheet.obj.objgen: drawn_pieces(sheet, fonts) for sheet in document.pages}
    followers = _followers(list(_in_tags(tree, None, None)), pieces)
    for sheet in document.pages:
        if Name.StructParents in sheet.obj:
            held = owners[int(sheet.obj.StructParents)]
            _Sheet(document, sheet.obj, pieces[sheet.obj.objgen], held, followers).order()


def _entries(node: Object) -> Iterator[tuple[int, Object]]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    numbers = list(node.get(Name.Nums, Array()))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in node.get(Name.Kids, Array()):
        yield from _entries(kid)


def _in_tags(tag: Object, sheet: Object | None, block: Object | None) -> Iterator[tuple[_Place, _Id]]:
    """Yield the place of each piece in reading order, and the block it is part of."""
    sheet = tag.get(Name.Pg, sheet)
    block = block if block is not None and tag.get(Name.S) in _INLINE else tag
    for kid in _kids(tag):
        if not isinstance(kid, Dictionary):
            yield (_id(sheet), int(kid)), block.objgen
        elif kid.get(Name.Type) == Name.MCR:
            yield (_id(kid.get(Name.Pg, sheet)), int(kid.MCID)), block.objgen
        elif Name.S in kid:
            yield from _in_tags(kid, sheet, block)


def _followers(places: list[tuple[_Place, _Id]], pieces: Mapping[_Id, Mapping[int, Piece]]) -> dict[_Place, Piece]:
    """Return for each piece the one that is read after it in the same block."""
    return {
        place: pieces[after[0]][after[1]]
        for (place, block), (after, its_block) in pairwise(places)
        if block == its_block and after[1] in pieces.get(after[0], {})
    }


def _kids(tag: Object) -> list[Object]:
    kids = tag.get(Name.K, Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _id(sheet: Object | None) -> _Id:
    return (0, 0) if sheet is None else sheet.objgen


@dataclass(frozen=True, slots=True)
class _Kid:
    """What stands directly below a tag; with its number where it is a piece of the sheet in hand."""

    held: Object
    number: int | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet whose stretches are put in order."""

    document: Pdf
    sheet: Object
    pieces: dict[int, Piece]
    owners: Object
    """The tag that holds each piece, by number: kept right (ISO 32000-1, 14.7.4.4)."""
    followers: Mapping[_Place, Piece]

    def order(self) -> None:
        for tag in list({owner.objgen: owner for owner in self.owners if isinstance(owner, Dictionary)}.values()):
            kids: list[Object] = []
            for is_text, group in groupby(self._kids(tag), key=lambda kid: kid.number in self.pieces):
                run = list(group)
                kids += self._run_in_order(tag, run) if is_text else [kid.held for kid in run]
            tag.K = Array(kids)

    def _run_in_order(self, tag: Object, run: list[_Kid]) -> Iterator[Object]:
        for stretch in stretches(run, self._piece):
            yield from self._in_order(tag, stretch)

    def _kids(self, tag: Object) -> Iterator[_Kid]:
        for held in _kids(tag):
            is_named = isinstance(held, Dictionary)
            on = held.get(Name.Pg, tag.get(Name.Pg)) if is_named else tag.get(Name.Pg)
            is_piece = on == self.sheet and (not is_named or held.get(Name.Type) == Name.MCR)
            yield _Kid(held, int(held.MCID if is_named else held) if is_piece else None)

    def _piece(self, kid: _Kid) -> Piece:
        return self.pieces[-1 if kid.number is None else kid.number]

    def _in_order(self, tag: Object, stretch: list[_Kid]) -> list[Object]:
        """Return a stretch as it is, or a span around it that says it in reading order."""
        pieces = [self._piece(kid) for kid in stretch]
        numbers = [int(kid.number or 0) for kid in stretch]
        text = read(pieces)
        is_cut = breaks_between_words(text, pieces[-1], self.followers.get((self.sheet.objgen, numbers[-1])))
        if is_written_as_read(pieces) and not is_cut:
            return [kid.held for kid in stretch]
        said = Dictionary(Type=Name.StructElem, S=Name.Span, P=tag, Pg=self.sheet, K=Array(numbers))
        said.ActualText = String(text + " " * is_cut)
        span = self.document.make_indirect(said)
        for number in numbers:
            self.owners[number] = span
        return [span]
