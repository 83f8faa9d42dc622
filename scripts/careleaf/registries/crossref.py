"""Crossref: does the DOI exist, what work is it, and what was published about it later.

The decision on a retraction fails closed: a field of an unexpected shape is no answer at all.
Shapes: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from careleaf.model.source_check import Answer, Notice, NoticeKind, Outcome
from careleaf.registries.client import Client, UnansweredError
from careleaf.registries.plain import plain_line, year_of

BASE = "https://api.crossref.org"
_KINDS: Mapping[str, NoticeKind] = {
    **dict.fromkeys(("retraction", "removal", "withdrawal"), NoticeKind.RETRACTION),
    **dict.fromkeys(("partial_retraction", "expression_of_concern"), NoticeKind.CONCERN),
    **dict.fromkeys(("correction", "corrigendum", "erratum", "addendum", "clarification"), NoticeKind.CORRECTION),
    **dict.fromkeys(("new_version", "new_edition"), NoticeKind.NEW_VERSION),
}
_TAKEN_BACK_TITLE = re.compile(
    r"\W*(?:RETRACTED|WITHDRAWN)\b"  # in capitals: no work about, say, retracted eyelids
    r"|\W*(?i:retracted|withdrawn)(?i: article| paper)?\s*[:\]–—-]"
    r"|.*\[(?i:retracted|withdrawn)\b"
)


def ask_crossref(client: Client, doi: str, today: date, mailto: str = "", base: str = BASE) -> Answer:
    """Ask about one DOI. Raises UnansweredError unless Crossref's answer can be understood as a whole."""
    query = f"?{urlencode({'mailto': mailto})}" if mailto else ""
    reply = client.get_json(f"{base}/works/{quote(doi, safe='')}{query}")
    if reply.status == 404:
        return Answer(doi, Outcome.NOT_HELD, today)
    if reply.status != 200:
        raise UnansweredError(f"Crossref answered with status {reply.status}")
    work = _dict(_dict(reply.json()).get("message"))
    if str(work.get("DOI", "")).casefold() != doi.casefold():
        raise UnansweredError("Crossref answered about another DOI")
    title = _title(work)
    notices = tuple(dict.fromkeys([*_notices(work, doi), *title_notices(title)]))
    return Answer(doi, Outcome.FOUND, today, title, _first_author(work), _years(work), notices=notices)


def title_notices(title: str) -> Iterator[Notice]:
    """Yield a retraction that only the title tells of."""
    if _TAKEN_BACK_TITLE.match(title):
        yield Notice(NoticeKind.RETRACTION, "title")


def _notices(work: dict[str, Any], doi: str) -> Iterator[Notice]:
    for update in _list(work.get("updated-by")):
        yield _notice(_dict(update), str(_dict(update).get("DOI", "")))
    for update in _list(work.get("update-to")):
        target = plain_line(_dict(update).get("DOI"))
        notice = _notice(_dict(update), target)
        if target.casefold() == doi.casefold():
            yield notice
        elif notice.kind is not NoticeKind.NEW_VERSION:
            yield Notice(NoticeKind.IS_NOTICE, notice.word, notice.doi, notice.dated)


def _notice(update: dict[str, Any], doi: str) -> Notice:
    word = plain_line(update.get("type")) or "none"
    kind = _KINDS.get(word.lower().replace("-", "_").replace(" ", "_"), NoticeKind.UNKNOWN)
    return Notice(kind, word, plain_line(doi), _dated(update.get("updated")))


def _title(work: dict[str, Any]) -> str:
    titles, subtitles = ([plain_line(t) for t in _list(work.get(name))] for name in ("title", "subtitle"))
    title, subtitle = next(filter(None, titles), ""), next(filter(None, subtitles), "")
    if not title:
        raise UnansweredError("Crossref's record has no title")
    return f"{title}: {subtitle}" if subtitle and ":" not in title else title


def _first_author(work: dict[str, Any]) -> str:
    authors = [_dict(author) for author in _list(work.get("author"))]
    first = next((a for a in authors if a.get("sequence") == "first"), authors[0] if authors else {})
    return plain_line(first.get("family"))


def _years(work: dict[str, Any]) -> tuple[str, ...]:
    dates = (work.get(name) for name in ("issued", "published", "published-print", "published-online"))
    parts = (_first(_first(_dict(d).get("date-parts"))) for d in dates if d is not None)
    return tuple(sorted({year for part in parts if (year := year_of(part))}))


def _dated(value: object) -> str:
    parts = _first(value.get("date-parts")) if isinstance(value, dict) else None
    numbers = [n for n in parts if isinstance(n, int)] if isinstance(parts, list) else []
    return "-".join(f"{n:02d}" for n in numbers[:3]) if numbers and year_of(numbers[0]) else ""


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else None


def _dict(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnansweredError("Crossref's record has an unexpected shape")
    return value


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise UnansweredError("Crossref's record has an unexpected shape")
    return value
