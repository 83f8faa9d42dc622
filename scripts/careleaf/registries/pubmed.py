"""PubMed: does the number exist, what work is it, and was it retracted.

A PMID has no check digit, so a slip of the finger names another work: the title tells.
Shapes: https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from careleaf.model.source_check import Answer, Notice, NoticeKind, Outcome, Told
from careleaf.registries.crossref import title_notices
from careleaf.registries.entrez import Entrez
from careleaf.registries.plain import plain_line, plain_text, year_of
from careleaf.registries.reply import UnansweredError

_TYPES = {
    "retracted publication": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "corrected and republished article": NoticeKind.CORRECTION,
    "retraction of publication": NoticeKind.IS_NOTICE,
    "retraction notice": NoticeKind.IS_NOTICE,
    "published erratum": NoticeKind.IS_NOTICE,
}
_LINKS = {
    "retraction in": NoticeKind.RETRACTION,
    "partial retraction in": NoticeKind.CONCERN,
    "expression of concern in": NoticeKind.CONCERN,
    "erratum in": NoticeKind.CORRECTION,
    "corrected and republished in": NoticeKind.CORRECTION,
    "retracted and republished in": NoticeKind.RETRACTION,
    "update in": NoticeKind.NEW_VERSION,
    "retraction of": NoticeKind.IS_NOTICE,
    "partial retraction of": NoticeKind.IS_NOTICE,
    "erratum for": NoticeKind.IS_NOTICE,
    "expression of concern for": NoticeKind.IS_NOTICE,
}
"""What PubMed's links between records say (https://www.nlm.nih.gov/bsd/policy/errata.html); comments say nothing."""


def ask_pubmed(entrez: Entrez, pmid: str, *, wants_text: bool = False) -> Told:
    """Ask about one PMID. Raises UnansweredError unless the answer can be understood as a whole."""
    record, seen_on = entrez.summary("pubmed", pmid, "PubMed")
    if record is None:
        return Told(Answer(pmid, Outcome.MISSING, seen_on))
    title = plain_line(record.get("title"))
    if not title:
        raise UnansweredError("PubMed's record has an unexpected shape")
    answer = Answer(
        pmid,
        Outcome.FOUND,
        seen_on,
        title,
        first_author(record),
        years_of(record),
        article_id(record, "doi"),
        notices=tuple(dict.fromkeys([*notices_of(record), *title_notices(title)])),
    )
    return Told(answer, _abstract(entrez, pmid) if wants_text and _has_abstract(record) else "")


def notices_of(record: dict[str, Any]) -> Iterator[Notice]:
    """Yield what PubMed records about a work's fate; raises UnansweredError when it cannot be read."""
    types, links = record.get("pubtype"), record.get("references", [])
    if not isinstance(types, list) or not isinstance(links, list):
        raise UnansweredError("PubMed's record has an unexpected shape")
    for name in map(plain_line, types):
        if kind := _TYPES.get(name.casefold()):
            yield Notice(kind, name)
    for link in links:
        name = plain_line(link.get("reftype")) if isinstance(link, dict) else ""
        if kind := _LINKS.get(name.casefold()):
            yield Notice(kind, name)


def first_author(record: dict[str, Any]) -> str:
    """Return the family name: PubMed writes ``Winkelman JW``, and groups as authors without initials."""
    authors = record.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else None
    if not isinstance(first, dict) or str(first.get("authtype", "Author")).casefold() != "author":
        return ""
    family, _, initials = plain_line(first.get("name")).rpartition(" ")
    return family if initials.isupper() else ""


def years_of(record: dict[str, Any]) -> tuple[str, ...]:
    """Return the years in which it came out, in print and online."""
    days = (record.get(name) for name in ("pubdate", "epubdate", "printpubdate"))
    return tuple(sorted({year for day in days if (year := year_of(day))}))


def article_id(record: dict[str, Any], kind: str) -> str:
    """Return one of a record's other identifiers: ``doi``, ``pmid``, ``pmc``; empty when there is none."""
    ids = record.get("articleids")
    known = [i for i in ids if isinstance(i, dict)] if isinstance(ids, list) else []
    return next((plain_line(i.get("value")) for i in known if i.get("idtype") == kind), "")


def _has_abstract(record: dict[str, Any]) -> bool:
    attributes = record.get("attributes")
    return isinstance(attributes, list) and "Has Abstract" in attributes


def _abstract(entrez: Entrez, pmid: str) -> str:
    """Return the abstract; a broken one is none, for the record itself was understood."""
    reply = entrez.ask("efetch", db="pubmed", id=pmid, retmode="xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(reply.body, parser) if reply.status == 200 else None
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None:
        return ""
    return plain_text(" ".join(str(words) for part in tree.iter("AbstractText") for words in part.itertext()))
