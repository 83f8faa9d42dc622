"""Registries' replies from earlier runs: a run that was stopped goes on where it was, and a replay asks nobody.

One table of SQLite below ``.cache``, which is never committed. What a reply is kept by holds no contact and no key. It
is expendable: one that is damaged, or cannot be written, is a cache that holds nothing.
"""

import json
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import asdict
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from careleaf.registries.reply import Reply

_LIFETIME = {200: 7, 404: 2, 410: 2}
"""Days by status. A retraction shows within the week; "not there" is soon asked again. Anything else is no answer."""
_KEPT_FOR_REPLAY = 400
_TABLE = "CREATE TABLE IF NOT EXISTS replies (question TEXT PRIMARY KEY, received_on TEXT, reply BLOB, body BLOB)"
_DAMAGE = (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError)


class Recall(StrEnum):
    """Which replies may be used."""

    YOUNG = "young"
    """Those within their lifetime."""
    ANY = "any"
    """All, however old: a replay."""
    NONE = "none"
    """None: the registries are to be asked anew."""


class AnswerCache:
    """Keeps replies in a file."""

    def __init__(self, file: Path, today: date, recall: Recall = Recall.YOUNG) -> None:
        self._today = today
        self._recall = recall
        self._table = _opened(file)

    def recall(self, question: str) -> Reply | None:
        """Return a kept reply with the day it came."""
        if self._recall is Recall.NONE or self._table is None:
            return None
        with suppress(*_DAMAGE):
            row = self._table.execute("SELECT reply, body FROM replies WHERE question = ?", [question]).fetchone()
            reply = _unpacked(*row) if row else None
            return reply if reply and self._may_be_used(reply) else None
        return None

    def keep(self, question: str, reply: Reply) -> None:
        """Keep a reply that says yes or no; a wall, a limit or a server's trouble says neither."""
        if reply.status not in _LIFETIME or self._table is None:
            return
        row = [question, reply.received_on.isoformat(), *_packed(reply)]
        with suppress(sqlite3.Error):
            self._table.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?)", row)
            self._table.commit()

    def close(self) -> None:
        """Let replies go that are too old for any use, and close the file."""
        if self._table is None:
            return
        with suppress(sqlite3.Error):
            oldest = self._today - timedelta(days=_KEPT_FOR_REPLAY)
            self._table.execute("DELETE FROM replies WHERE received_on < ?", [oldest.isoformat()])
            self._table.commit()
        self._table.close()

    def _may_be_used(self, reply: Reply) -> bool:
        age = (self._today - reply.received_on).days
        return self._recall is Recall.ANY or 0 <= age < _LIFETIME[reply.status]


def _opened(file: Path) -> sqlite3.Connection | None:
    """Open the table; a file that is none is replaced, and one that cannot be written is done without."""
    for _attempt in range(2):
        with suppress(OSError, sqlite3.Error):
            file.parent.mkdir(parents=True, exist_ok=True)
            table = sqlite3.connect(file)
            try:
                table.execute(_TABLE)
            except sqlite3.DatabaseError:
                table.close()
                file.unlink(missing_ok=True)
            else:
                return table
    return None


def _packed(reply: Reply) -> tuple[str, bytes]:
    fields = {name: value for name, value in asdict(reply).items() if name != "body"}
    return json.dumps(fields, default=str), zlib.compress(reply.body)


def _unpacked(fields: str, body: bytes) -> Reply:
    said = json.loads(fields)
    return Reply(**{**said, "received_on": date.fromisoformat(said["received_on"]), "body": zlib.decompress(body)})
