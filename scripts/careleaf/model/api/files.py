"""The list of every file of a site."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One file of a site."""

    path: str
    """Relative to the site, with forward slashes."""
    size: int
    """In bytes."""
    sha256: str
    """In hexadecimal digits."""
    integrity: str = ""
    """For scripts and style sheets: the value of an `integrity` attribute (https://www.w3.org/TR/SRI/)."""


@dataclass(frozen=True, slots=True)
class FilesDocument:
    """`api/v1/files.json`: what a receiver holds a copy against."""

    form: int
    """Of this list."""
    made_on: date
    """The day the site was built for."""
    files: tuple[ListedFile, ...]
    """In the order of their paths."""
