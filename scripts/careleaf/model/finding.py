"""What the checks tell an author: a place, a sentence, and what to do next."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in the author's files; line and column count from 1."""

    path: str
    """Relative to the site's root folder, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The site is not published."""
    WARNING = "warning"
    """The site is published; someone should look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of a rule at one place."""

    location: Location
    message: str
    """One plain sentence that is true on its own."""
    help: str
    """What the author does next."""
