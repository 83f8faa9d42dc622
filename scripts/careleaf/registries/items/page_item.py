"""What a page says about itself: citation metadata, Open Graph, JSON-LD, its title.

The names are those of https://scholar.google.com/intl/en/scholar/inclusion.html#indexing, https://ogp.me and
https://schema.org.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from careleaf.model.source import SourceKind
from careleaf.model.work_id import IdKind, WorkId, parse_work_id
from careleaf.registries.items.item import FoundWork, Item, compact, line, own, people, person
from careleaf.registries.page_reading import json_data, named_data, parse_html
from careleaf.registries.plain import day_of
from careleaf.registries.reply import Reply

_PUBLIC = re.compile(r"\.gov$|\.gov\.[a-z]{2}$|\.nhs\.uk$|^nhs\.uk$|\.who\.int$|^who\.int$|\.europa\.eu$|\.gc\.ca$")
_NEWS = frozenset({"NewsArticle", "ReportageNewsArticle"})
Named = Mapping[str, Sequence[str]]


def page_work_id(page: Reply) -> WorkId | None:
    """Return the DOI or PubMed number that a page gives for the work it shows."""
    tree = parse_html(page)
    named = _named(tree) if tree is not None else {}
    for name in ("citation_doi", "dc.identifier", "prism.doi", "citation_pmid"):
        for value in named.get(name, ()):
            found = parse_work_id(line(value))
            if found and found.kind is (IdKind.PMID if name == "citation_pmid" else IdKind.DOI):
                return found
    return None


def page_item(page: Reply) -> FoundWork | None:
    """Return a page as an item; None when it has not even a title."""
    tree = parse_html(page)
    if tree is None:
        return None
    named, data = _named(tree), list(json_data(tree))
    title = (
        _first(named, "citation_title", "og:title") or _of(data, "headline", "name") or line(tree.findtext(".//title"))
    )
    if not title:
        return None
    item = compact(
        {
            "type": "webpage",
            "title": title,
            "author": _authors(named, data),
            "publisher": _publisher(named, data),
            "issued": _day(_first(named, "citation_publication_date", "article:published_time"))
            or _day(_of(data, "datePublished")),
            "language": line(tree.get("lang")),
            "URL": page.address,
        }
    )
    changed = _day(_first(named, "article:modified_time", "last-modified")) or _day(_of(data, "dateModified"))
    note = f"The page says little about itself: `kind: {_kind(page.address, data)}` is a guess; look at all fields."
    return FoundWork({**item, **own(kind=_kind(page.address, data), updated=changed)}, "the page itself", (note,))


def _named(tree: html.HtmlElement) -> Named:
    named: dict[str, list[str]] = defaultdict(list)
    for name, content in named_data(tree):
        named[name].append(content)
    return named


def _first(named: Named, *names: str) -> str:
    return next((text for name in names for value in named.get(name, ()) if (text := line(value))), "")


def _of(data: Sequence[dict[str, Any]], *keys: str) -> str:
    return next((text for one in data for key in keys if (text := line(one.get(key)))), "")


def _authors(named: Named, data: Sequence[dict[str, Any]]) -> list[Item]:
    if written := [line(value) for value in named.get("citation_author", ())]:
        return people(written)
    listed = (one.get("author") for one in data)
    return [author for value in listed for author in _of_json(value)]


def _of_json(value: object) -> Iterator[Item]:
    for one in value if isinstance(value, list) else [value]:
        name = line(one.get("name")) if isinstance(one, dict) else line(one)
        if name:
            yield person(name) if isinstance(one, dict) and one.get("@type") == "Person" else {"literal": name}


def _publisher(named: Named, data: Sequence[dict[str, Any]]) -> str:
    publishers = [one.get("publisher") for one in data]
    said = next((line(one.get("name")) for one in publishers if isinstance(one, dict)), "")
    return said or _first(named, "og:site_name", "citation_publisher", "dc.publisher", "application-name")


def _day(text: str) -> str:
    day = day_of(text.replace("/", "-"))
    year = re.match(r"\d{4}(?!\d)", text)
    return str(day) if day else year[0] if year else ""


def _kind(address: str, data: Sequence[dict[str, Any]]) -> SourceKind:
    if any(one.get("@type") in _NEWS for one in data if isinstance(one.get("@type"), str)):
        return SourceKind.NEWS
    host = urlsplit(address).hostname or ""
    return SourceKind.PUBLIC_BODY if _PUBLIC.search(host) else SourceKind.REFERENCE_WORK
