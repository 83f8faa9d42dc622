"""PubMed's summary of a work (https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary)."""

import re
from typing import Any

from careleaf.model.source import SourceKind
from careleaf.registries.items.item import Item, compact, line, own
from careleaf.registries.pubmed import article_id

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = re.compile(r"(?P<family>.+?) (?P<initials>[A-Z]{1,4})(?: (?P<suffix>Jr|Sr|2nd|3rd|II|III|IV))?")
_KINDS = (
    ("practice guideline", SourceKind.GUIDELINE),
    ("guideline", SourceKind.GUIDELINE),
    ("consensus statement", SourceKind.GUIDELINE),
    ("systematic review", SourceKind.SYSTEMATIC_REVIEW),
    ("meta-analysis", SourceKind.SYSTEMATIC_REVIEW),
    ("news", SourceKind.NEWS),
    ("review", SourceKind.REFERENCE_WORK),
)


def pubmed_item(record: dict[str, Any]) -> Item:
    """Return the item of a summary of PubMed or PubMed Central; fields of an unexpected shape are left out."""
    item = compact(
        {
            "type": "article-journal",
            "title": line(record.get("title")).removesuffix("."),
            "author": _names(record.get("authors")),
            "container-title": line(record.get("fulljournalname")),
            "container-title-short": line(record.get("source")),
            "issued": _day(line(record.get("pubdate"))),
            "volume": line(record.get("volume")),
            "issue": line(record.get("issue")),
            "page": _pages(line(record.get("pages"))),
            "DOI": article_id(record, "doi"),
            "ISSN": line(record.get("issn")) or line(record.get("essn")),
        }
    )
    if item.get("container-title-short") == item.get("container-title"):
        item.pop("container-title-short", None)
    return {**item, **own(kind=kind_of(record))}


def kind_of(record: dict[str, Any]) -> str:
    """Return the kind that PubMed's publication types name; empty when they name none."""
    types = record.get("pubtype")
    named = {line(name).casefold() for name in types} if isinstance(types, list) else set()
    return next((str(kind) for name, kind in _KINDS if name in named), "")


def _names(value: object) -> list[Item]:
    names = (line(one.get("name")) for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
    return [_name(name) for name in names if name]


def _name(name: str) -> Item:
    match = _NAME.fullmatch(name)
    if match is None:
        return {"literal": name}
    given = " ".join(match["initials"])
    return compact({"family": match["family"], "given": given, "suffix": match["suffix"]})


def _day(text: str) -> str:
    """Return ``2025 Jan 1`` as ``2025-01-01``; of a season or a span, as much as is sure."""
    match = re.match(r"(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2})\b)?)?", text)
    if match is None:
        return ""
    month = _MONTHS.index(match[2].lower()) + 1 if match[2] and match[2].lower() in _MONTHS else 0
    if not month or "-" in text:
        return match[1]
    return f"{match[1]}-{month:02d}" + (f"-{int(match[3]):02d}" if match[3] else "")


def _pages(text: str) -> str:
    """Return ``187-94`` as ``187-194``."""
    match = re.fullmatch(r"(\d+)-(\d+)", text)
    if match is None or len(match[2]) >= len(match[1]):
        return text
    return f"{match[1]}-{match[1][: len(match[1]) - len(match[2])]}{match[2]}"
