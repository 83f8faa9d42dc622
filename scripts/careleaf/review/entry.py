"""A review as it is handed in: on paper, or as an answer file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from careleaf.model.review import Answer, Received


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reviewer said about one page; what is left out is taken from policy and register."""

    page: str
    """The page's id."""
    reviewer: str
    """The reviewer's id in the register of people."""
    on: date
    """The day the page was read and signed."""
    digest: str
    """The digest that stands on the packet; of one on paper its beginning is enough."""
    role: str = ""
    """In which capacity; by default the only one that fits."""
    next_review_on: date | None = None
    """By default as late as policy allows."""
    received: Received = Received.PAPER
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: str = ""
    signature: str = ""
    """An armoured OpenSSH signature over the record's text."""
