"""Crossref's record of a work (https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md)."""

import re
from typing import Any

from careleaf.registries.items.item import Item, compact, line, own
from careleaf.registries.shape import first

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "chapter",
    "reference-entry": "entry",
    "report": "report",
    "posted-content": "article",
    "dissertation": "thesis",
    "dataset": "dataset",
}
_COMMONS = re.compile(r"https?://creativecommons\.org/(?:licenses/(by[a-z-]*)/(\d\.\d)|publicdomain/zero/(1\.0))")


def crossref_item(work: dict[str, Any]) -> Item:
    """Return the item; fields of an unexpected shape are left out."""
    type_ = _TYPES.get(line(work.get("type")), "document")
    title, subtitle = line(first(work.get("title"))), line(first(work.get("subtitle")))
    item = compact(
        {
            "type": type_,
            "title": f"{title}: {subtitle}" if subtitle and ":" not in title else title,
            "author": _names(work.get("author")),
            "editor": _names(work.get("editor")),
            "container-title": line(first(work.get("container-title"))),
            "container-title-short": line(first(work.get("short-container-title"))),
            "publisher": "" if type_ == "article-journal" else line(work.get("publisher")),
            "issued": work.get("issued") if isinstance(work.get("issued"), dict) else None,
            "volume": line(work.get("volume")),
            "issue": line(work.get("issue")),
            "page": line(work.get("page")) or line(work.get("article-number")),
            "edition": line(work.get("edition-number")),
            "DOI": line(work.get("DOI")),
            "ISSN": line(first(work.get("ISSN"))),
            "ISBN": line(first(work.get("ISBN"))).rpartition("/")[2],
        }
    )
    if item.get("container-title-short") == item.get("container-title"):
        item.pop("container-title-short", None)
    return {**item, **own(licence=_licence(work.get("license")))}


def _names(value: object) -> list[Item]:
    people = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    named = ({k: line(one.get(k)) for k in ("family", "given", "suffix")} for one in people)
    names = zip(named, people, strict=True)
    return [compact(n) if n["family"] else compact({"literal": line(one.get("name"))}) for n, one in names]


def _licence(value: object) -> str:
    """Return a Creative Commons licence by its usual name; publishers' own terms allow no quotation."""
    addresses = [line(one.get("URL")) for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    match = next((found for address in addresses if (found := _COMMONS.match(address))), None)
    if match is None:
        return ""
    return f"CC {match[1].upper()} {match[2]}" if match[1] else "CC0 1.0"
