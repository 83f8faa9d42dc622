"""Remembers what rules of one page said, by the hash of all they could see."""

import json
from collections.abc import Callable
from hashlib import sha256

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.once import Once
from careleaf.build.store import Store
from careleaf.model.finding import Finding, Location
from careleaf.model.library import Library
from careleaf.rules.lookups.page_by_page import Answer


class Memory:
    """The answers of one run and, through its store, of runs before it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shared = ""
        self._recent = Once()
        self._records: dict[int, str] = {}
        """The fingerprint of each record seen, by its identity: records live as long as the run."""

    def recall(self, part: Library, ask: Callable[[Library], Answer]) -> Answer:
        """Return the answer about one page's part of the library; records stay the same for as long as this lives."""
        (page,) = part.pages
        return self._recent.of(page.id, (page,), lambda: self._kept_or_asked(part, ask))

    def _kept_or_asked(self, part: Library, ask: Callable[[Library], Answer]) -> Answer:
        key = self._key(part)
        kept = self._store.get(key)
        if kept is not None:
            self._store.touch(key)
            return _from_json(kept)
        answer = ask(part)
        self._store.put(key, _to_json(answer))
        return answer

    def _key(self, part: Library) -> str:
        (page,) = part.pages
        body = page.body
        seen = (
            tool_fingerprint(),
            self._of_site(part),
            page.id,
            page.url,
            repr(page.front),
            page.text,
            str(page.first_line),
            body.html,
            repr(sorted(body.images.items())),
            repr(page.suppressions),
            *(self._of_record(record) for record in part.sources.values()),
        )
        return sha256("\0".join(seen).encode("utf-8", "surrogatepass")).hexdigest()

    def _of_site(self, part: Library) -> str:
        """Return the fingerprint of what all pages share, worked out once."""
        if not self._shared:
            shared = (part.site, part.today, part.policy, part.people, part.clinics, part.glossary, part.answers)
            self._shared = sha256(repr((shared, part.rule_weights)).encode("utf-8", "surrogatepass")).hexdigest()
        return self._shared

    def _of_record(self, record: object) -> str:
        known = self._records.get(id(record))
        if known is None:
            known = sha256(repr(record).encode("utf-8", "surrogatepass")).hexdigest()
            self._records[id(record)] = known
        return known


def _to_json(answer: Answer) -> bytes:
    rows = [[code, f.location.path, f.location.line, f.location.column, f.message, f.help] for code, f in answer]
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _from_json(content: bytes) -> Answer:
    return [
        (code, Finding(Location(path, line, column), message, advice))
        for code, path, line, column, message, advice in json.loads(content.decode("utf-8", "surrogatepass"))
    ]
