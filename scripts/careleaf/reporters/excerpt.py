"""The line a finding is about, with a caret under its place.

A terminal counts cells, not characters: a wide character takes two (Unicode UAX #11), a combining mark none, a tab goes
on to the next stop. Characters nobody sees are written by their numbers.
"""

import unicodedata
from collections.abc import Callable

from careleaf.model.finding import Location
from careleaf.model.hidden import made_visible

LineAt = Callable[[Location], str | None]
"""Returns the line at a place as it was written, or None when it is gone."""

MOST_CELLS = 100
"""Of a line; more is cut away on both sides of the caret."""
_TAB = 4
_CUT = "…"


def excerpt(line: str, column: int, number: int) -> tuple[str, str]:
    """Return two lines to print: the source behind its number, and the caret below.

    Args:
        line: the source line.
        column: the place in it, in characters from 1; behind its end is taken for its end.
        number: the line's number in the file.
    """
    cells = _cells(line.rstrip("\n"))
    at = _base(cells, min(column - 1, len(cells)))
    shown, before = _cut(cells, at)
    gutter = f"{number:>6} | "
    return f"{gutter}{shown}".rstrip(), f"{' ' * (len(gutter) - 2)}| {' ' * before}^"


def _cells(line: str) -> list[tuple[str, int]]:
    """Return what is shown for each character, and how many cells it takes."""
    cells: list[tuple[str, int]] = []
    at = 0
    for character in line:
        shown = " " * (_TAB - at % _TAB) if character == "\t" else made_visible(character)
        width = len(shown) if len(shown) != 1 else _width(shown)
        cells.append((shown, width))
        at += width
    return cells


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _base(cells: list[tuple[str, int]], at: int) -> int:
    """Return the character that a combining mark stands on."""
    while 0 < at < len(cells) and cells[at][1] == 0:
        at -= 1
    return at


def _cut(cells: list[tuple[str, int]], at: int) -> tuple[str, int]:
    """Return as much of a line as can be read, and the cells before the caret."""
    if sum(width for _, width in cells) <= MOST_CELLS:
        return "".join(shown for shown, _ in cells), sum(width for _, width in cells[:at])
    start = _start(cells, at)
    end, used = start, 0
    while end < len(cells) and used + cells[end][1] <= MOST_CELLS:
        used += cells[end][1]
        end += 1
    head, tail = _CUT if start else "", _CUT if end < len(cells) else ""
    shown = "".join(text for text, _ in cells[start:end])
    return f"{head}{shown}{tail}", len(head) + sum(width for _, width in cells[start:at])


def _start(cells: list[tuple[str, int]], at: int) -> int:
    """Return where an excerpt begins: half of it stands before the caret, or more when the line ends soon."""
    behind = sum(width for _, width in cells[at : at + MOST_CELLS])
    room = max(MOST_CELLS // 2, MOST_CELLS - behind - 1)
    start = at
    while start > 0 and room >= cells[start - 1][1]:
        start -= 1
        room -= cells[start][1]
    while start < at and cells[start][1] == 0:
        start += 1  # no mark without the letter it stands on
    return start
