"""A finished HTML page as the verifier needs it, read from its bytes and from nothing else."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from lxml import html

from careleaf.model.body import Body
from careleaf.model.canonical import shown_lines
from careleaf.model.citation import parse_citations
from careleaf.reading.html_tree import parse_html
from careleaf.reading.requests import document_requests

_BODY = "//*[@id='page-body']"
_SETS = ("ids", "items")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """What stands in a page."""

    ids: frozenset[str]
    links: tuple[str, ...]
    """Every address it links to or loads from its own site, each once, in order."""
    requests: tuple[str, ...]
    """Every address a browser asks by itself."""
    review_digests: tuple[str, ...]
    """The digests in its review block."""
    canonical: tuple[str, ...]
    """The address of the page it stands for."""
    help_links: tuple[str, ...]
    """Where a section sends those who need help at once."""
    items: frozenset[str]
    """The ids of list items, such as sources."""
    misnumbered: tuple[tuple[str, str], ...]
    """Citations whose number leads to another source: the source cited, and the number shown."""
    names: tuple[str, ...]
    """The names in its structured data."""
    text: str
    """All its text."""
    lines: tuple[str, ...] | None
    """What a reader is shown of the page's own words; None where the place for them is missing."""


def read_written_page(content: bytes) -> WrittenPage:
    """Read a page as a browser would."""
    document = html.document_fromstring(content if content.strip() else b"<html></html>")
    return WrittenPage(
        ids=frozenset(_attributes(document, "//@id")),
        links=tuple(sorted(set(_attributes(document, "//a/@href | //link/@href | //img/@src | //script/@src")))),
        requests=tuple(dict.fromkeys(document_requests(document))),
        review_digests=_attributes(document, "//section[@aria-labelledby='review']/@data-digest"),
        canonical=_attributes(document, "//link[@rel='canonical']/@href"),
        help_links=_attributes(document, "//*[@class='get-help-now']//a/@href"),
        items=frozenset(_attributes(document, "//li/@id")),
        misnumbered=tuple(_misnumbered(document)),
        names=tuple(_names(document)),
        text=" ".join(str(text) for text in document.itertext()),
        lines=_lines(document),
    )


def as_json(content: bytes) -> bytes:
    """Read a page and return what stands in it as JSON: a task for any process."""
    page = asdict(read_written_page(content))
    page |= {name: sorted(page[name]) for name in _SETS}
    return json.dumps(page, ensure_ascii=False).encode()


def from_json(content: bytes) -> WrittenPage:
    """Return what `as_json` wrote."""
    page: dict[str, Any] = json.loads(content)
    lists = {name: tuple(value) for name, value in page.items() if isinstance(value, list)}
    sets = {name: frozenset(page[name]) for name in _SETS}
    pairs = tuple((source, number) for source, number in page["misnumbered"])
    return WrittenPage(**{**page, **lists, **sets, "misnumbered": pairs})


def _attributes(document: html.HtmlElement, path: str) -> tuple[str, ...]:
    return tuple(str(value) for value in document.xpath(path))


def _lines(document: html.HtmlElement) -> tuple[str, ...] | None:
    found = document.xpath(_BODY)
    if not found:
        return None
    inner = html.tostring(found[0], encoding="unicode", with_tail=False)
    return shown_lines(Body(inner, parse_html(inner)))


def _misnumbered(document: html.HtmlElement) -> Iterator[tuple[str, str]]:
    keys = {entry.get("id"): entry.get("data-key") for entry in document.xpath("//li[@data-key]")}
    for mark in document.xpath("//sup[@data-cite]"):
        for link, citation in zip(mark.xpath("./a"), parse_citations(mark.get("data-cite")), strict=False):
            if keys.get(link.get("href", "").removeprefix("#")) != citation.source:
                yield citation.source, link.text or ""


def _names(document: html.HtmlElement) -> Iterator[str]:
    for text in document.xpath("//script[@type='application/ld+json']/text()"):
        try:
            name = json.loads(text).get("name")
        except (ValueError, AttributeError):
            return
        if isinstance(name, str):
            yield name
