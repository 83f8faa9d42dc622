"""A clinician's signature under exact words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    """What was looked at."""

    CLINICAL = "clinical"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """Who read which words, and until when that holds."""

    __pydantic_config__ = {"extra": "forbid"}

    reviewer: str
    """The id of a person in the register."""
    role: str
    """In which capacity: neurologist, nurse specialist."""
    reviewed_on: date
    next_review_on: date
    scope: Scope
    digest: str
    """The digest of the canonical text that was read, scheme first: ``c1-…``."""
    page: str
    """The page's id, so that a record cannot be moved to another page."""
    site: str
    """The site's id, so that a record cannot be moved to another site."""
    statement: str
    """What the reviewer put their name to."""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRegister:
    """All review records of one page, oldest first; records are added, never changed."""

    __pydantic_config__ = {"extra": "forbid"}

    records: tuple[ReviewRecord, ...]

    def latest(self, scope: Scope) -> ReviewRecord | None:
        """Return the newest record of a scope; of two on one day, the one further down."""
        fitting = [record for record in reversed(self.records) if record.scope is scope]
        return max(fitting, key=lambda record: record.reviewed_on) if fitting else None
