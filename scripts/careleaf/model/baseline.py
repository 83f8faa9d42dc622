"""A baseline: the errors a site had when it began with careleaf. It may only shrink."""

from dataclasses import dataclass

from careleaf.model.finding import Location


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """One line of the file: a finding that was there from the start."""

    code: str
    fingerprint: str
    path: str
    """The file its finding is about."""
    location: Location
    """Where the line itself stands."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """All lines of the file."""

    entries: tuple[BaselineEntry, ...] = ()
