"""Two records of one work.

A reader would count one study as two, and a retraction noted in one record would not reach the other.

Can be wrong when: two works have the same title and year and neither record has an identifier or publisher;
add one.

Keep one record, move the evidence of both into it, and cite it in both places.

Bad:  `allen2005.yml` and `rest-study.yml`, both with `DOI: 10.1001/archinte.165.11.1286`
Good: one file with that DOI
"""

import re
import unicodedata
from collections.abc import Iterator

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.rule import Rule
from careleaf.model.source import Source


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record of a work that another record holds already."""
    first: dict[tuple[str, str], Record[Source]] = {}
    for record in library.sources.values():
        earlier: Record[Source] | None = None
        reason = ""
        for what, value in _identities(record.value):
            other = first.setdefault((what, value), record)
            if earlier is None and other is not record and not _differ(other.value, record.value):
                earlier, reason = other, what
        if earlier is not None:
            yield Finding(
                _place(record, reason),
                f"`{record.id}` is the same work as `{earlier.id}`: both have the same {reason}.",
                f"Keep one record, and cite it everywhere ({earlier.location.path} was read first).",
            )


def _identities(source: Source) -> Iterator[tuple[str, str]]:
    """Yield everything that names one work and no other."""
    if source.doi:
        yield "DOI", source.doi.lower()
    if source.pmid:
        yield "PMID", source.pmid
    if source.pmcid:
        yield "PMCID", source.pmcid.upper()
    if source.isbn and source.type != "chapter":
        yield "ISBN", re.sub(r"[\s-]", "", source.isbn)
    if source.url and not source.page:
        yield "url", re.sub(r"^https?://(?:www\.)?|/$", "", source.url.lower())
    if source.title and source.issued:
        yield "title and year", f"{_folded(source.title)} {source.issued[:4]}"


def _differ(one: Source, other: Source) -> bool:
    """Tell whether something says that two works with one title are two."""
    return any(
        a and b and _folded(a) != _folded(b)
        for a, b in (
            (one.doi, other.doi),
            (one.pmid, other.pmid),
            (one.publisher, other.publisher),
            (one.container_title, other.container_title),
        )
    ) and not _share_an_identifier(one, other)


def _share_an_identifier(one: Source, other: Source) -> bool:
    named = {pair for pair in _identities(one) if pair[0] != "title and year"}
    return bool(named & set(_identities(other)))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _place(record: Record[Source], reason: str) -> Location:
    return record.at("title" if reason == "title and year" else reason)


RULE = Rule("SRC003", "duplicate-source", Severity.ERROR, "Two records describe one work.", check=check)
