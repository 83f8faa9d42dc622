"""Reviewers' public keys, and what a look at a signature found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NAMESPACE = "careleaf-review"
"""What signatures are made for (``ssh-keygen -Y sign -n careleaf-review``); others prove nothing here."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public OpenSSH key of a reviewer, and when it counts."""

    __pydantic_config__ = {"extra": "forbid"}

    key: str
    """The line of the ``.pub`` file: type, base64, an optional comment."""
    valid_from: date
    """The first day of a review it can sign."""
    valid_until: date | None = None
    """The last such day; reviews it signed until then still count."""
    revoked_on: date | None = None
    """The day it was found to be in other hands: from then on nothing it ever signed counts."""

    def covers(self, day: date) -> bool:
        """Tell whether the key could sign a review of this day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class SignatureFault(StrEnum):
    """Why a signature does not stand for its record."""

    UNREADABLE = "unreadable"
    OTHER_NAMESPACE = "other-namespace"
    UNKNOWN_KEY = "unknown-key"
    OTHER_TEXT = "other-text"
    """It was made over another text: the record was altered, or the signature taken from another one."""
    LAPSED_KEY = "lapsed-key"
    REVOKED_KEY = "revoked-key"


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """What was found when a record's signature was verified."""

    fault: SignatureFault | None = None
    """None when the signature stands for the record."""
    key: SigningKey | None = None
    """The reviewer's key that made it, when it is known."""
