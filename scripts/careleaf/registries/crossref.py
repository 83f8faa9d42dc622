"""Crossref: does the DOI exist, what work is it, and what was published about it later.

The decision on a retraction fails closed: a field of an unexpected shape is no answer at all.
Shapes: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from careleaf.model.source_check import Answer, Notice, NoticeKind, Outcome, Told
from careleaf.registries.client import Client
from careleaf.registries.plain import plain_line, plain_text, year_of
from careleaf.registries.reply import UnansweredError
from careleaf.registries.shape import first, listing, mapping

BASE = "https://api.crossref.org"
_KINDS: Mapping[str, NoticeKind] = {
    **dict.fromkeys(("retraction", "removal", "withdrawal"), NoticeKind.RETRACTION),
    **dict.fromkeys(("partial_retraction", "expression_of_concern"), NoticeKind.CONCERN),
    **dict.fromkeys(("correction", "corrigendum", "erratum", "addendum", "clarification"), NoticeKind.CORRECTION),
    **dict.fromkeys(("new_version", "new_edition"), NoticeKind.NEW_VERSION),
}
_NEWER = ("is-replaced-by", "is-preprint-of")
"""Relations to a work that takes this one's place (https://www.crossref.org/documentation/schema-library/relationships/)."""
_mapping, _listing = partial(mapping, registry="Crossref"), partial(listing, registry="Crossref")
_TAKEN_BACK_TITLE = re.compile(
    r"\W*(?:RETRACTED|WITHDRAWN)\b"  # in capitals: no work about, say, retracted eyelids
    r"|\W*(?i:retracted|withdrawn)(?i: article| paper)?\s*[:\]–—-]"
    r"|.*\[(?i:retracted|withdrawn)\b"
)


def ask_crossref(client: Client, doi: str, mailto: str = "", base: str = BASE) -> Told:
    """Ask about one DOI. Raises UnansweredError unless Crossref's answer can be understood as a whole."""
    work, seen_on = fetch_work(client, doi, mailto, base)
    if work is None:
        return Told(Answer(doi, Outcome.NOT_HELD, seen_on))
    title = _title(work)
    notices = tuple(dict.fromkeys([*notices_of(work, doi), *title_notices(title)]))
    answer = Answer(doi, Outcome.FOUND, seen_on, title, _first_author(work), _years(work), notices=notices)
    return Told(answer, plain_text(work.get("abstract")))


def fetch_work(client: Client, doi: str, mailto: str = "", base: str = BASE) -> tuple[dict[str, Any] | None, date]:
    """Return Crossref's record of a DOI, or None when it holds none; and the day of the answer."""
    query = f"?{urlencode({'mailto': mailto})}" if mailto else ""
    reply = client.get_json(f"{base}/works/{quote(doi, safe='')}{query}")
    if reply.status == 404:
        return None, reply.received_on
    if reply.status != 200:
        raise UnansweredError(f"Crossref answered with status {reply.status}")
    work = _mapping(_mapping(reply.json()).get("message"))
    if str(work.get("DOI", "")).casefold() != doi.casefold():
        raise UnansweredError("Crossref answered about another DOI")
    return work, reply.received_on


def title_notices(title: str) -> Iterator[Notice]:
    """Yield a retraction that only the title tells of."""
    if _TAKEN_BACK_TITLE.match(title):
        yield Notice(NoticeKind.RETRACTION, "title")


def notices_of(work: dict[str, Any], doi: str) -> Iterator[Notice]:
    """Yield what was published about a work later; raises UnansweredError when that cannot be read."""
    for update in _listing(work.get("updated-by")):
        yield _notice(_mapping(update), str(_mapping(update).get("DOI", "")))
    for update in _listing(work.get("update-to")):
        target = plain_line(_mapping(update).get("DOI"))
        notice = _notice(_mapping(update), target)
        if target.casefold() == doi.casefold():
            yield notice
        elif notice.kind is not NoticeKind.NEW_VERSION:
            yield Notice(NoticeKind.IS_NOTICE, notice.word, notice.doi, notice.dated)

    relations = _mapping(work.get("relation") or {})
    for name in _NEWER:
        for newer in _listing(relations.get(name)):
            yield Notice(NoticeKind.NEW_VERSION, name, plain_line(_mapping(newer).get("id")))


def _notice(update: dict[str, Any], doi: str) -> Notice:
    word = plain_line(update.get("type")) or "none"
    kind = _KINDS.get(word.lower().replace("-", "_").replace(" ", "_"), NoticeKind.UNKNOWN)
    return Notice(kind, word, plain_line(doi), _dated(update.get("updated")))


def _title(work: dict[str, Any]) -> str:
    titles, subtitles = ([plain_line(t) for t in _listing(work.get(name))] for name in ("title", "subtitle"))
    title, subtitle = next(filter(None, titles), ""), next(filter(None, subtitles), "")
    if not title:
        raise UnansweredError("Crossref's record has no title")
    return f"{title}: {subtitle}" if subtitle and ":" not in title else title


def _first_author(work: dict[str, Any]) -> str:
    authors = [_mapping(author) for author in _listing(work.get("author"))]
    first = next((a for a in authors if a.get("sequence") == "first"), authors[0] if authors else {})
    return plain_line(first.get("family"))


def _years(work: dict[str, Any]) -> tuple[str, ...]:
    dates = (work.get(name) for name in ("issued", "published", "published-print", "published-online"))
    parts = (first(first(_mapping(d).get("date-parts"))) for d in dates if d is not None)
    return tuple(sorted({year for part in parts if (year := year_of(part))}))


def _dated(value: object) -> str:
    parts = first(value.get("date-parts")) if isinstance(value, dict) else None
    numbers = [n for n in parts if isinstance(n, int)] if isinstance(parts, list) else []
    return "-".join(f"{n:02d}" for n in numbers[:3]) if numbers and year_of(numbers[0]) else ""
