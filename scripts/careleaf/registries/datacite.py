"""DataCite: data sets, reports and preprints whose DOIs Crossref does not hold.

It records which version takes the place of another. It has no word for a retraction, so its silence about one means
nothing. Shapes: https://support.datacite.org/docs/api-get-doi
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote

from careleaf.model.source_check import Answer, Notice, NoticeKind, Outcome, Told
from careleaf.registries.client import Client
from careleaf.registries.crossref import title_notices
from careleaf.registries.plain import plain_line, plain_text, year_of
from careleaf.registries.reply import UnansweredError
from careleaf.registries.shape import first, listing, mapping

BASE = "https://api.datacite.org"
_NEWER = frozenset({"isobsoletedby", "ispreviousversionof"})
_mapping, _listing = partial(mapping, registry="DataCite"), partial(listing, registry="DataCite")


def ask_datacite(client: Client, doi: str, base: str = BASE) -> Told:
    """Ask about one DOI. Raises UnansweredError unless DataCite's answer can be understood as a whole."""
    work, seen_on = fetch_work(client, doi, base)
    if work is None:
        return Told(Answer(doi, Outcome.NOT_HELD, seen_on))
    title = plain_line(_mapping(first(work.get("titles"))).get("title"))
    if not title:
        raise UnansweredError("DataCite's record has no title")
    notices = tuple(dict.fromkeys([*_notices(work), *title_notices(title)]))
    answer = Answer(doi, Outcome.FOUND, seen_on, title, _first_author(work), _years(work), notices=notices)
    return Told(answer, _abstract(work))


def fetch_work(client: Client, doi: str, base: str = BASE) -> tuple[dict[str, Any] | None, date]:
    """Return DataCite's record of a DOI, or None when it holds none; and the day of the answer."""
    reply = client.get_json(f"{base}/dois/{quote(doi, safe='')}")
    if reply.status == 404:
        return None, reply.received_on
    if reply.status != 200:
        raise UnansweredError(f"DataCite answered with status {reply.status}")
    work = _mapping(_mapping(_mapping(reply.json()).get("data")).get("attributes"))
    if str(work.get("doi", "")).casefold() != doi.casefold():
        raise UnansweredError("DataCite answered about another DOI")
    return work, reply.received_on


def _notices(work: dict[str, Any]) -> Iterator[Notice]:
    for related in map(_mapping, _listing(work.get("relatedIdentifiers"))):
        word = plain_line(related.get("relationType"))
        if word.casefold() in _NEWER:
            yield Notice(NoticeKind.NEW_VERSION, word, plain_line(related.get("relatedIdentifier")))


def _first_author(work: dict[str, Any]) -> str:
    creators = _listing(work.get("creators"))
    return plain_line(_mapping(creators[0]).get("familyName")) if creators else ""


def _years(work: dict[str, Any]) -> tuple[str, ...]:
    dates = [work.get("publicationYear"), *(_mapping(day).get("date") for day in _listing(work.get("dates")))]
    return tuple(sorted({year for day in dates if (year := year_of(day))}))


def _abstract(work: dict[str, Any]) -> str:
    described = map(_mapping, _listing(work.get("descriptions")))
    return next((plain_text(d.get("description")) for d in described if d.get("descriptionType") == "Abstract"), "")
