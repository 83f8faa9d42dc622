"""PubMed: does the number exist, what work is it, and was it retracted.

A PMID has no check digit, so a slip of the finger names another work: the title tells.
Shapes: https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from careleaf.model.source_check import Answer, Notice, NoticeKind, Outcome
from careleaf.registries.client import Client, UnansweredError
from careleaf.registries.crossref import title_notices
from careleaf.registries.plain import plain_line, year_of

BASE = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
_TYPES = {
    "retracted publication": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "corrected and republished article": NoticeKind.CORRECTION,
    "retraction of publication": NoticeKind.IS_NOTICE,
    "retraction notice": NoticeKind.IS_NOTICE,
    "published erratum": NoticeKind.IS_NOTICE,
}


def ask_pubmed(client: Client, pmid: str, today: date, email: str = "", base: str = BASE) -> Answer:
    """Ask about one PMID. Raises UnansweredError unless the answer can be understood as a whole."""
    query = {"db": "pubmed", "id": pmid, "retmode": "json", "tool": "careleaf", **({"email": email} if email else {})}
    reply = client.get_json(f"{base}/esummary.fcgi?{urlencode(query)}")
    if reply.status != 200:
        raise UnansweredError(f"PubMed answered with status {reply.status}")
    record = _record(reply.json(), pmid)
    if "cannot get document summary" in str(record.get("error", "")):
        return Answer(pmid, Outcome.MISSING, today)
    title, types = plain_line(record.get("title")), record.get("pubtype")
    if "error" in record or not title or not isinstance(types, list):
        raise UnansweredError("PubMed's record has an unexpected shape")
    notices = tuple(dict.fromkeys([*_notices(types), *title_notices(title)]))
    years = tuple(sorted({y for name in ("pubdate", "epubdate") if (y := year_of(record.get(name)))}))
    return Answer(pmid, Outcome.FOUND, today, title, _first_author(record), years, _doi(record), notices)


def _record(said: object, pmid: str) -> dict[str, Any]:
    result = said.get("result") if isinstance(said, dict) else None
    record = result.get(pmid) if isinstance(result, dict) else None
    if not isinstance(record, dict):
        raise UnansweredError("PubMed's record has an unexpected shape")
    return record


def _notices(types: list[object]) -> Iterator[Notice]:
    for name in map(plain_line, types):
        if kind := _TYPES.get(name.casefold()):
            yield Notice(kind, name)


def _first_author(record: dict[str, Any]) -> str:
    """Return the family name: PubMed writes ``Winkelman JW``, and groups as authors without initials."""
    authors = record.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else None
    if not isinstance(first, dict) or first.get("authtype", "Author") != "Author":
        return ""
    family, _, initials = plain_line(first.get("name")).rpartition(" ")
    return family if initials.isupper() else ""


def _doi(record: dict[str, Any]) -> str:
    ids = record.get("articleids")
    known = [i for i in ids if isinstance(i, dict)] if isinstance(ids, list) else []
    return next((plain_line(i.get("value")) for i in known if i.get("idtype") == "doi"), "")
