"""A typeface that a publisher names for the handouts: which characters it has, and where its files lie."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typeface:
    """One typeface that can be used."""

    family: str
    folder: str
    """Where its files lie, on this machine."""
    files: tuple[str, ...]
    digest: str
    """SHA-256 over its files: another file is another handout."""
    spans: tuple[tuple[int, int], ...]
    """Code points that all its files have, as first and last numbers, in order."""
    languages: tuple[str, ...] = ()
    """Languages whose text is set in it first."""

    def has(self, character: str) -> bool:
        """Tell whether it can print a character."""
        at = bisect_right(self.spans, (ord(character), _LAST))
        return at > 0 and ord(character) <= self.spans[at - 1][1]


_LAST = 0x110000
