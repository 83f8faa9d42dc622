"""Stretches of a line that Typst drew at one go, and what each says in reading order.

Within a line Typst 0.15 writes what runs in one direction after the other as it is read. What runs from right to left
it writes as it is drawn: from left to right, in a piece of its own wherever the typeface or the height changes. So
pieces that follow each other in the file and touch each other on the sheet are one stretch, or a few side by side.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional

from careleaf.channels.handout.drawn_pieces import Piece

_TOUCH = 0.25
"""How far apart two pieces of one stretch may be, in heights of their letters: kerning moves them."""
_SAME_LINE = 0.7
"""How much higher or lower a sign may stand, in heights of its letters: the next line is farther off."""
_FROM_RIGHT = frozenset({"R", "AL"})
_FROM_LEFT = frozenset({"L", "EN", "AN"})
"""Letters and numbers (Unicode Standard Annex 9, 3.2); numbers always run from left to right."""
_OPENING = frozenset("([{")
_BRACKETS = {"(": ")", "[": "]", "{": "}", ")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that run in one direction, as they are drawn from left to right."""

    pieces: Sequence[Piece]
    from_right: bool

    @property
    def text(self) -> str:
        """What it says in reading order, without what its signs say again."""
        has_letters = any(not piece.is_sign for piece in self.pieces)
        said = [p for p in self.pieces if not p.is_misplaced and not (has_letters and p.is_sign)]
        glyphs = [glyph for piece in said for glyph in piece.glyphs]
        text = "".join(glyph.text for glyph in (reversed(glyphs) if self.from_right else glyphs))
        return text + " " * self.pieces[-1].lacks_space

    @property
    def is_written_as_read(self) -> bool:
        """Whether it can be heard as it stands in the file."""
        first, *others = self.pieces
        if self.from_right:
            return not others and (len(first.glyphs) == 1 or first.reversed_shows == first.shows == 1)
        is_whole = not any(piece.is_misplaced or piece.lacks_space for piece in self.pieces)
        return is_whole and not any(piece.is_sign for piece in others)


def find_last_spaces(read: Iterable[Piece]) -> None:
    """Note where the last space of a line stands before the words it follows.

    It does so where words from left to right end a line from right to left. It takes no room.
    """
    for piece in read:
        if piece.is_in_text_from_right and piece.text.isspace() and _stands_left_of(piece, piece.after):
            rest = [*_rest_of_line(piece)]
            if next((found for each in rest if (found := _direction(each))), "") == "L":
                piece.is_misplaced = rest[-1].lacks_space = True


def _stands_left_of(space: Piece, after: Piece | None) -> bool:
    """Tell whether a space stands at the left of the words read next, and does not touch them."""
    if after is None or not _is_on_line(space, after):
        return False
    return space.left < after.left + _TOUCH * space.size and not _follows(space, after)


def _rest_of_line(piece: Piece) -> Iterator[Piece]:
    after = piece.after
    while after is not None and _is_on_line(piece, after):
        yield after
        after = after.after


def stretches(run: Sequence[Piece]) -> Iterator[Stretch]:
    """Yield the stretches of pieces that follow each other in the file: each runs in one direction."""
    touching: list[Piece] = []
    for piece in run:
        if touching and not _touch(touching[-1], piece):
            yield from _by_direction(touching)
            touching = []
        touching.append(piece)
    yield from _by_direction(touching)


def _is_on_line(one: Piece, other: Piece) -> bool:
    return one.sheet == other.sheet and abs(one.base - other.base) < _SAME_LINE * max(one.size, other.size)


def _touch(before: Piece, after: Piece) -> bool:
    takes_no_room = before.text.isspace() and abs(after.left - before.left) < _TOUCH * before.size
    return _is_on_line(before, after) and (_follows(before, after) or takes_no_room)


def _follows(before: Piece, after: Piece) -> bool:
    return abs(after.left - before.right) < _TOUCH * max(before.size, after.size)


def _by_direction(touching: Sequence[Piece]) -> Iterator[Stretch]:
    """Part what runs from right to left from what does not."""
    found = [_direction(piece) for piece in touching]
    if touching and not touching[0].is_in_text_from_right:
        found = [each or "L" * (at in _pairs(touching)) for at, each in enumerate(found)]
    left, right = _edges(touching, found)
    sides = [_side([left, *found[: at + 1]], [*found[at:], right]) for at in range(len(found))]
    for side, part in groupby(zip(sides, touching, strict=True), key=lambda pair: pair[0]):
        yield Stretch([piece for _, piece in part], side == "R")


def _pairs(touching: Sequence[Piece]) -> set[int]:
    """Return which pieces hold brackets that run from left to right, around words that do not (UAX 9, rule N0)."""
    held = [(at, character) for at, piece in enumerate(touching) for character in piece.text if character in _BRACKETS]
    pairs: set[int] = set()
    while len(held) > 1:
        (at, first), *held = held
        match = next((other for other in held if other[1] == _BRACKETS[first]), None)
        if match is not None:
            held = held[held.index(match) + 1 :]
            pairs |= {at, match[0]} if first in _OPENING else set()
    return pairs


def _edges(touching: Sequence[Piece], found: Sequence[str]) -> tuple[str, str]:
    """Return in which direction the line goes on at the left and at the right of what touches each other.

    In a line from left to right, text from right to left goes on at its left when that is read later: a number, say.
    """
    if touching and touching[0].is_in_text_from_right and "L" not in found:
        return "R", "R"
    after, before = (touching[-1].after, touching[0].before) if touching else (None, None)
    goes_on_left = after is not None and _is_on_line(touching[-1], after) and after.left < touching[0].left
    came_from_right = before is not None and _is_on_line(touching[0], before) and before.left > touching[-1].left
    return "R" if goes_on_left else "L", "R" if came_from_right else "L"


def _side(before: Sequence[str], after: Sequence[str]) -> str:
    """Return the direction of a piece from those on its two sides: a sign goes with its neighbours."""
    nearest = {next(each for each in reversed(before) if each), next(each for each in after if each)}
    return "R" if nearest == {"R"} else "L"


def _direction(piece: Piece) -> str:
    """Return whether a piece holds letters from the right, or letters or numbers from the left; else nothing."""
    kinds = {bidirectional(character) for character in piece.text}
    return "R" if piece.reversed_shows or kinds & _FROM_RIGHT else "L" if kinds & _FROM_LEFT else ""
