"""What the three parsers have in common: an entry in CSL's words, and how one is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from careleaf.model.source import Source

MAX_ENTRIES = 5_000
MAX_FIELD = 10_000
"""Characters of one value; an abstract is shorter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file, as CSL-JSON would say it."""

    line: int
    label: str
    """What the file calls it: its key or title; may be empty."""
    item: Mapping[str, object]
    notes: tuple[str, ...] = ()
    """What was noticed on the way, in whole sentences."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry, or the rest of a file, that cannot be used."""

    line: int
    label: str
    why: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry as a source nobody has opened yet."""

    line: int
    label: str
    source: Source
    notes: tuple[str, ...] = ()
    """What of the entry was not taken over."""
