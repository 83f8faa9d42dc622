"""Which source word became which rendered word."""

from bisect import bisect_left
from collections.abc import Sequence

_REACH = 400
"""How many words to look ahead on either side after something was added or lost."""


def align(rendered: Sequence[str], source: Sequence[str]) -> list[int | None]:
    """Return for each rendered word the index of its source word, or None when nobody wrote it.

    Both texts are walked side by side. Where they part, the walk goes on at the nearest place where two words in a
    row agree again: one added word costs nothing, and the time stays linear.
    """
    matches: list[int | None] = [None] * len(rendered)
    pairs = _places(list(zip(source, [*source[1:], ""], strict=True)) if source else [])
    i = j = 0
    while i < len(rendered) and j < len(source):
        if rendered[i] == source[j]:
            matches[i] = j
            i, j = i + 1, j + 1
        else:
            i, j = _next_agreement(rendered, pairs, i, j) or (i + 1, j)
    return matches


def _next_agreement(
    rendered: Sequence[str], pairs: dict[tuple[str, str], list[int]], i: int, j: int
) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    reach = _REACH
    for a in range(i, min(i + reach, len(rendered))):
        if a - i >= reach:
            break
        following = rendered[a + 1] if a + 1 < len(rendered) else ""
        b = _first_from(pairs.get((rendered[a], following), ()), j)
        if b is not None and (a - i) + (b - j) < reach:
            best, reach = (a, b), (a - i) + (b - j)
    return best


def _places(items: list[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for index, item in enumerate(items):
        places.setdefault(item, []).append(index)
    return places


def _first_from(indices: Sequence[int], start: int) -> int | None:
    position = bisect_left(indices, start)
    return indices[position] if position < len(indices) else None
