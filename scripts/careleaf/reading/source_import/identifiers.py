"""Identifiers as other programs write them, in our form; empty for what is none.

A wrong check digit is kept: a rule names it at its line, and the editor knows where to look.
"""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from careleaf.model.identifiers import doi_problem, pmcid_problem, pmid_problem

_NUMBERS_IN_NOTE = re.compile(r"\b(PMID|PMCID):\s*(PMC\d{1,10}|\d{1,8})\b")


def identifiers_in_note(note: str) -> dict[str, str]:
    """Return PubMed numbers from a note, where Zotero keeps them."""
    found = {name.lower(): IDENTIFIERS[name.lower()](value) for name, value in _NUMBERS_IN_NOTE.findall(note)}
    return {name: value for name, value in found.items() if value}


def _doi(text: str) -> str:
    doi = re.sub(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", text, flags=re.IGNORECASE)
    return "" if doi_problem(doi) else doi


def _pmid(text: str) -> str:
    digits = text.removeprefix("PMID:").strip()
    return "" if pmid_problem(digits) else digits


def _pmcid(text: str) -> str:
    number = text.removeprefix("PMCID:").strip().upper()
    number = number if number.startswith("PMC") else f"PMC{number}"
    return "" if pmcid_problem(number) else number


def _isbn(text: str) -> str:
    first = re.match(r"[\dXx][\dXx -]{8,20}", text)
    return first[0].strip().upper() if first else ""


def _issn(text: str) -> str:
    match = re.match(r"(\d{4})-?(\d{3}[\dXx])(?!\d)", text)
    return f"{match[1]}-{match[2].upper()}" if match else ""


def _url(text: str) -> str:
    """Keep addresses of the web only: nothing that runs, no file of this computer."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.netloc and not re.search(r"[\s<>\"]", text)
    return text if is_web else ""


IDENTIFIERS: Mapping[str, Callable[[str], str]] = {
    "doi": _doi,
    "pmid": _pmid,
    "pmcid": _pmcid,
    "isbn": _isbn,
    "issn": _issn,
    "url": _url,
}
