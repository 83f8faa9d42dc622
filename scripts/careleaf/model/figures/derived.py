"""Shares that a text gives as two counts: 26 of 100 people, 252 of 840, per 1,000 women 5 deaths and 17 cancers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from careleaf.model.figures.figure import POINT
from careleaf.model.figures.finder import find_quantities
from careleaf.model.quantity import Kind, Quantity

_OF = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}?(?:out\s+)?of\s+(?:the\s+|all\s+|these\s+|those\s+)?\Z", re.IGNORECASE)
_PER = re.compile(r"\b(?:per|(?:for|in|of|among)\s+every|out\s+of(?:\s+every)?|among|of)\s+\Z", re.IGNORECASE)


@lru_cache(maxsize=4096)
def derived_shares(text: str) -> tuple[Quantity, ...]:
    """Return the shares, each from the start of its first count to the end of its second."""
    counts = [figure for figure in find_quantities(text) if figure.kind is Kind.COUNT and figure.value]
    return (*_of(counts, text), *_per(counts, text))


def _of(counts: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Read 26 of 100; of a range both ends."""
    for index, whole in enumerate(counts):
        for part in counts[max(0, index - 2) : index]:
            if part.value < whole.value and _OF.fullmatch(text[_end(part, counts[:index]) : whole.start]):
                yield _share(part, whole, text)


def _end(part: Quantity, counts: Sequence[Quantity]) -> int:
    """Return where the expression of a count ends, that of a whole range for either end."""
    return max(one.end for one in counts if one.start < part.end and part.start < one.end)


def _per(counts: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Read per 1,000 women, 5 and 17."""
    if not counts or not _PER.search(text[: counts[0].start]):
        return
    whole = counts[0]
    if whole.value in {10**power for power in range(2, 7)}:
        for part in counts[1:]:
            if part.value < whole.value:
                yield _share(part, whole, text)


def _share(part: Quantity, whole: Quantity, text: str) -> Quantity:
    value = Fraction(part.value, whole.value)
    start, end = min(part.start, whole.start), max(part.end, whole.end)
    return replace(part, kind=Kind.SHARE, value=value, unit="", step=POINT, text=text[start:end], start=start, end=end)
