"""What a reviewer answered to a packet, as the answer file says it; nothing in it is taken on trust."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careleaf.model.review import Answer

KIND = "review-answer"
VERSION = 1
MOST_NOTES = 5_000
"""Characters of notes about one page."""


class Decision(StrEnum):
    """Whether the reviewer signs."""

    SIGN = "sign"
    CHANGES = "changes"
    """Not before something is changed; the notes say what."""


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """What was answered about one page."""

    page: str
    digest: str
    decision: Decision
    answers: Mapping[str, Answer]
    notes: str


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """One answer file."""

    site: str
    reviewer: str
    role: str
    reviewed_on: date
    next_review_on: date | None
    pages: tuple[PageAnswer, ...]
