"""Pages that are read back together: each piece of work, and each result that is kept, has a price of its own."""

from collections.abc import Iterable, Iterator
from zlib import crc32

_MEAN = 8
"""How many pages stand on a shelf, on average."""


def shelves(addresses: Iterable[str]) -> Iterator[list[str]]:
    """Yield addresses shelf by shelf, in their order.

    Whether one ends a shelf depends on itself alone, so that a page more or less changes one shelf or two.
    """
    shelf: list[str] = []
    for address in addresses:
        shelf.append(address)
        if crc32(address.encode()) % _MEAN == 0:
            yield shelf
            shelf = []
    if shelf:
        yield shelf
