"""A clinician's word for exact words: what a review record holds.

Records are added, never changed. Each carries the `seal` of its own text, and the seal of the record before it, so
that a changed or removed one is seen without any version control.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    """What was looked at."""

    CLINICAL = "clinical"
    EDITORIAL = "editorial"


class Received(StrEnum):
    """How the reviewer's word reached the site."""

    PAPER = "paper"
    ANSWER_FILE = "answer-file"


class Answer(StrEnum):
    """What a reviewer says to a question that only a person can judge."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    DOES_NOT_APPLY = "does-not-apply"


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
    received: Received = Received.PAPER
    """How it came: on paper, or as the answer file of a packet."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """What the reviewer said to the packet's questions, by the question's id."""
    notes: str = ""
    """What the reviewer wrote beside them."""
    previous: str = ""
    """The seal of the record that stood last in the file when this one was added; empty in the first."""
    seal: str = ""
    """The SHA-256 of this record's own text, scheme first: ``r1-…``."""
    continues: str = ""
    """Of an editorial record: the digest whose review is carried on to this one."""
    signature: str = ""
    """An OpenSSH signature over the record's text, armoured, where the site asks for one."""

    @property
    def is_correction(self) -> bool:
        """Whether it is an editor's word that only spelling, punctuation or a link changed since a review."""
        return self.scope is Scope.EDITORIAL and bool(self.continues)


@dataclass(frozen=True, slots=True)
class ReviewRegister:
    """All review records of one page, oldest first; records are added, never changed."""

    __pydantic_config__ = {"extra": "forbid"}

    records: tuple[ReviewRecord, ...]

    def latest(self, scope: Scope) -> ReviewRecord | None:
        """Return the newest record of a scope; of two on one day, the one further down."""
        fitting = [record for record in reversed(self.records) if record.scope is scope]
        return max(fitting, key=lambda record: record.reviewed_on) if fitting else None
