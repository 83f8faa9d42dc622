"""A citation: the place in a page that points at a source."""

import re
from dataclasses import dataclass

from careleaf.model.finding import Location

_KEY = r"[A-Za-z0-9][A-Za-z0-9_.:-]*"
_ONE = rf"@{_KEY}(?:\#[A-Za-z0-9][A-Za-z0-9_.-]*)?"
CITATION = re.compile(rf"\[(?P<inside>\s*{_ONE}(?:\s*;\s*{_ONE})*\s*)\]")
"""``[@key]``, ``[@key#evidence]``, ``[@a; @b]``: brackets only, so that addresses and handles stay text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One source that is pointed at, and which part of its evidence."""

    source: str
    evidence: str = ""
    """Empty when any evidence of the source may be meant."""


@dataclass(frozen=True, slots=True)
class CitationMark:
    """One pair of brackets: where it stands, and what it cites."""

    offset: int
    """Characters before it in the text of its block."""
    citations: tuple[Citation, ...]
    location: Location


def parse_citations(inside: str) -> tuple[Citation, ...]:
    """Split what stands between the brackets; it must match `CITATION`."""
    parts = (part.strip().removeprefix("@") for part in inside.split(";"))
    return tuple(Citation(*part.split("#", 1)) for part in parts)
