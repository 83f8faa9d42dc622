"""What names a work: an identifier or an address, as an editor copies it from anywhere."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from careleaf.model.identifiers import doi_problem, isbn_problem, pmcid_problem, pmid_problem


class IdKind(StrEnum):
    """Who can be asked about it."""

    DOI = "DOI"
    PMID = "PMID"
    PMCID = "PMCID"
    ISBN = "ISBN"
    URL = "url"


@dataclass(frozen=True, slots=True)
class WorkId:
    """One identifier, without what stands around it."""

    kind: IdKind
    value: str


_DOI_AT = re.compile(r"(?:dx\.)?doi\.org")
_PUBMED_AT = re.compile(r"pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov")
_LABEL = re.compile(r"(doi|pmid|pmcid|isbn)(?:-1[03])?\s*:?\s*", re.IGNORECASE)


def parse_work_id(text: str) -> WorkId | None:
    """Return what a text names; None when it is neither an identifier nor an address."""
    written = text.strip().strip("<>")
    if re.match(r"https?://", written, re.IGNORECASE):
        return _of_address(written)
    plain = _LABEL.sub("", written, count=1) if _LABEL.match(written) else written
    if doi_problem(plain) is None:
        return WorkId(IdKind.DOI, _trimmed(plain))
    if pmcid_problem(plain.upper()) is None:
        return WorkId(IdKind.PMCID, plain.upper())
    if isbn_problem(plain.upper()) is None:
        return WorkId(IdKind.ISBN, plain.upper())
    return WorkId(IdKind.PMID, plain) if pmid_problem(plain) is None else None


def _of_address(address: str) -> WorkId | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    path = unquote(parts.path).strip("/")
    if _DOI_AT.fullmatch(host) and doi_problem(path) is None:
        return WorkId(IdKind.DOI, path)
    if _PUBMED_AT.fullmatch(host):
        last = path.removeprefix("pubmed/").removeprefix("pmc/").removeprefix("articles/").split("/")[0]
        if pmid_problem(last) is None:
            return WorkId(IdKind.PMID, last)
        if pmcid_problem(last.upper()) is None:
            return WorkId(IdKind.PMCID, last.upper())
    return WorkId(IdKind.URL, address) if host and not re.search(r"[\s<>\"]", address) else None


def _trimmed(doi: str) -> str:
    """Leave off the full stop or bracket of the sentence it was copied from."""
    doi = doi.rstrip(".,;:")
    return doi[:-1] if doi.endswith(")") and doi.count(")") > doi.count("(") else doi
