"""Stretches of a line that Typst drew at one go, and what each says in reading order.

Within a line Typst 0.15 writes what runs in one direction after the other as it is read. What runs from right to left
it writes as it is drawn: from left to right, in a piece of its own wherever the typeface or the height changes. So
pieces that follow each other in the file and touch each other on the sheet are one stretch.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

from careleaf.channels.handout.drawn_pieces import Piece

_TOUCH = 0.25
"""How far apart two pieces of one stretch may be, in heights of their letters: kerning moves them."""
_SAME_LINE = 0.7
"""How much higher or lower a sign may stand, in heights of its letters: the next line is farther off."""
_FROM_RIGHT = frozenset({"R", "AL"})
_FROM_LEFT = frozenset({"L", "EN", "AN"})
"""Letters and numbers (Unicode Standard Annex 9, 3.2); numbers always run from left to right."""
_ENDS_OF_WORDS = frozenset(".,;:!?)]%»”’\u060c\u061b\u061f\u066a")
_FIRST_WITHOUT_SPACES = "\u0e00"
"""From Thai on, most scripts write their words without spaces (UAX 14, 5.1)."""
_Held = TypeVar("_Held")


def stretches(held: Sequence[_Held], piece_of: Callable[[_Held], Piece]) -> Iterator[list[_Held]]:
    """Yield the pieces of each stretch, in the order of the file: each runs in one direction."""
    touching: list[_Held] = []
    for each in held:
        if touching and not _touch([piece_of(one) for one in touching], piece_of(each)):
            yield from _by_direction(touching, piece_of)
            touching = []
        touching.append(each)
    yield from _by_direction(touching, piece_of)


def is_written_as_read(stretch: Sequence[Piece]) -> bool:
    """Tell whether a stretch can be heard as it stands in the file."""
    if any(piece.is_in_words for piece in stretch):
        return False
    signs = len(stretch) > 1 and any(piece.is_sign for piece in stretch)
    return not signs and (len(stretch) == 1 or not runs_from_right(stretch))


def read(stretch: Sequence[Piece]) -> str:
    """Return the text of a stretch in reading order, without what its signs say again."""
    has_letters = any(not piece.is_sign for piece in stretch)
    glyphs = [glyph for piece in stretch if not (has_letters and piece.is_sign) for glyph in piece.glyphs]
    return "".join(glyph.text for glyph in (reversed(glyphs) if runs_from_right(stretch) else glyphs))


def runs_from_right(stretch: Sequence[Piece]) -> bool:
    """Tell whether a stretch is read from right to left."""
    return any(_direction(piece) == "R" for piece in stretch)


def breaks_between_words(text: str, last: Piece, after: Piece | None) -> bool:
    """Tell whether a line ends here between two words, and the space between them is missing.

    Typst drops it behind words that run from left to right in a line that does not. Behind other signs, and in scripts
    without spaces, a line ends where none was.
    """
    end, start = text[-1:], (after.text[:1] if after else "")
    if after is None or _is_on_line(last, after) or not (end.isalnum() or end in _ENDS_OF_WORDS):
        return False
    return not start.isspace() and max(end, start) < _FIRST_WITHOUT_SPACES


def _is_on_line(one: Piece, other: Piece) -> bool:
    return one.sheet == other.sheet and abs(one.base - other.base) < _SAME_LINE * max(one.size, other.size)


def _touch(before: Sequence[Piece], after: Piece) -> bool:
    last = next((piece for piece in reversed(before) if not piece.is_sign), before[-1])
    room = max(last.size, after.size)
    ends = (last.right, *((last.left,) if last.text.isspace() else ()))  # a space at a line's end takes no room
    follows = any(abs(after.left - end) < _TOUCH * room for end in ends)
    stands_above = after.is_sign and last.left - room < after.left < last.right + room
    return (follows or stands_above) and _is_on_line(last, after)


def _by_direction(touching: Sequence[_Held], piece_of: Callable[[_Held], Piece]) -> Iterator[list[_Held]]:
    """Part what runs from right to left from what does not, where a line that runs from left to right holds both."""
    found = [_direction(piece_of(each)) for each in touching]
    both = "L" in found and "R" in found
    sides = [_side(found, at) if both else "" for at in range(len(found))]
    for _, part in groupby(zip(sides, touching, strict=True), key=lambda pair: pair[0]):
        yield [each for _, each in part]


def _side(found: Sequence[str], at: int) -> str:
    """Return the direction of a piece; signs and spaces are part of a stretch from the right only inside of it."""
    before = next((each for each in reversed(found[: at + 1]) if each), "L")
    after = next((each for each in found[at:] if each), "L")
    return "R" if before == after == "R" else "L"


def _direction(piece: Piece) -> str:
    """Return whether a piece holds letters from the right, or letters or numbers from the left; else nothing."""
    kinds = {bidirectional(character) for character in piece.text}
    return "R" if piece.is_reversed or kinds & _FROM_RIGHT else "L" if kinds & _FROM_LEFT else ""
