"""Working something out once for as long as what it is made from stays the same object."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Once:
    """The last result under each name, and what it was made from."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def of(self, name: Hashable, basis: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the last result under a name when its basis is the same, object for object; else make it."""
        known = self._known.get(name)
        if known is not None and len(known[0]) == len(basis) and all(map(_is, known[0], basis)):
            result: T = known[1]
            return result
        made = make()
        self._known[name] = (basis, made)
        return made


def _is(one: object, other: object) -> bool:
    return one is other
