"""A value from an author's file, with the place of every key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from careleaf.model.finding import Location

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """One YAML record: what it says, and where it says so."""

    id: str
    """The file name without its ending."""
    value: T
    location: Location
    places: Mapping[str, Location]
    """Location by key path: ``DOI``, ``evidence.only-improves.says``."""

    def at(self, key_path: str) -> Location:
        """Return the place of a key, or of the record when the key is absent."""
        return self.places.get(key_path, self.location)
