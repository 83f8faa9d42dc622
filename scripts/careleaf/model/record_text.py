"""The canonical text of a review record: what its seal and its signature stand for.

Scheme ``r1``: UTF-8 text, one line for each thing the record says, a word and its value, each ended by a line feed.
White space within a value is folded to single spaces, so no value can pass for a line of its own. Lines without a
value are left out. The page, the site, the digest and the dates are in it: a record that is moved to another page,
site or day is another record. The seal is ``r1-`` and the SHA-256 of that text in hexadecimal.
"""

from collections.abc import Iterator
from hashlib import sha256

from careleaf.model.review import ReviewRecord

SCHEME = "r1"
_FIELDS = (
    "site",
    "page",
    "digest",
    "scope",
    "reviewer",
    "role",
    "reviewed_on",
    "next_review_on",
    "received",
    "statement",
    "continues",
)


def record_text(record: ReviewRecord) -> str:
    """Return what a record says, seal and signature left out; see the head of this module for its form."""
    return "".join(f"{word} {value}\n" for word, value in _lines(record) if value)


def seal_of(record: ReviewRecord) -> str:
    """Return the seal that fits a record, whatever seal stands in it."""
    return f"{SCHEME}-{sha256(record_text(record).encode()).hexdigest()}"


def _lines(record: ReviewRecord) -> Iterator[tuple[str, str]]:
    yield "careleaf-review", SCHEME
    for name in _FIELDS:
        yield name, _fold(str(getattr(record, name)))
    for question, answer in sorted(record.answers.items()):
        yield "answer", _fold(f"{question} {answer}")
    yield "notes", _fold(record.notes)
    yield "previous", _fold(record.previous)


def _fold(text: str) -> str:
    return " ".join(text.split())
