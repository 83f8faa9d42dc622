"""What a host answered, and what is no answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_PRIVATE = frozenset({"mailto", "email", "api_key", "tool"})


class UnansweredError(Exception):
    """There was no answer that could be used; the text completes "Not checked: …"."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answered at last."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str
    """Where the answer came from, after all redirects."""
    received_on: date
    moved_for_good: bool = False
    """There were redirects, and all of them are permanent."""

    def json(self) -> Any:
        """Return the body as JSON. Raises UnansweredError when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise UnansweredError("the answer was not the JSON it should be") from error


class Memory(Protocol):
    """Keeps replies from run to run; the flow decides where, and for how long."""

    def recall(self, question: str) -> Reply | None:
        """Return the reply to a question that may still be used."""

    def keep(self, question: str, reply: Reply) -> None:
        """Keep a reply that was understood."""


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, question: str) -> Reply | None:
        """Return nothing."""

    def keep(self, question: str, reply: Reply) -> None:
        """Keep nothing."""


def question_of(method: str, address: str) -> str:
    """Return what a question is remembered by: never a person's address or a key."""
    parts = urlsplit(address)
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in _PRIVATE])
    return f"{method} {urlunsplit((parts.scheme, parts.netloc, parts.path, query, ''))}"
