"""A finished HTML page as the verifier needs it, read from its bytes and from nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from lxml import html

from careleaf.model.body import Body
from careleaf.model.canonical import shown_lines
from careleaf.model.citation import parse_citations
from careleaf.reading.html_tree import tree_of
from careleaf.reading.requests import document_requests


def _path(path: str) -> html.etree.XPath:
    return html.etree.XPath(path, smart_strings=False)


_BODY = _path("//*[@id='page-body']")
_CANONICAL = _path("//link[@rel='canonical']/@href")
_CITED, _LINKS_OF_MARK, _CITATIONS = _path("//li[@data-key]"), _path("./a"), _path("//sup[@data-cite]")
_DATA = _path("//script[@type='application/ld+json']/text()")
_HELP = _path("//*[@class='get-help-now']//a/@href")
_IDS, _ITEMS = _path("//@id"), _path("//li/@id")
_LINKS = _path("//a/@href | //link/@href | //img/@src | //script/@src")
_REVIEWED = _path("//section[@aria-labelledby='review']/@data-digest")
_TEXTS = _path("//text()")


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
        ids=frozenset(_IDS(document)),
        links=tuple(sorted(set(_LINKS(document)))),
        requests=tuple(dict.fromkeys(document_requests(document))),
        review_digests=tuple(_REVIEWED(document)),
        canonical=tuple(_CANONICAL(document)),
        help_links=tuple(_HELP(document)),
        items=frozenset(_ITEMS(document)),
        misnumbered=tuple(_misnumbered(document)),
        names=tuple(_names(document)),
        text=" ".join(_TEXTS(document)),
        lines=_lines(document),
    )


_SHELF = msgspec.msgpack.Decoder(list[bytes])
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_PAGE = msgspec.msgpack.Decoder(WrittenPage)
_PAGES = msgspec.msgpack.Decoder(list[msgspec.Raw])


def shelf(contents: list[bytes]) -> bytes:
    """Return several pages as one piece of work."""
    return _ENCODER.encode(contents)


def read_shelf(content: bytes) -> bytes:
    """Read several pages and return what stands in each, as MessagePack: a task for any process."""
    return _ENCODER.encode([read_written_page(page) for page in _SHELF.decode(content)])


def written_pages(content: bytes) -> list[bytes]:
    """Return what `read_shelf` wrote, page by page."""
    return [bytes(page) for page in _PAGES.decode(content)]


def written_page(content: bytes) -> WrittenPage:
    """Return one page of `written_pages`."""
    return _PAGE.decode(content)


def _lines(document: html.HtmlElement) -> tuple[str, ...] | None:
    found = _BODY(document)
    return shown_lines(Body(tree=tree_of(found[0]))) if found else None


def _misnumbered(document: html.HtmlElement) -> Iterator[tuple[str, str]]:
    keys = {entry.get("id"): entry.get("data-key") for entry in _CITED(document)}
    for mark in _CITATIONS(document):
        for link, citation in zip(_LINKS_OF_MARK(mark), parse_citations(mark.get("data-cite")), strict=False):
            if keys.get(link.get("href", "").removeprefix("#")) != citation.source:
                yield citation.source, link.text or ""


def _names(document: html.HtmlElement) -> Iterator[str]:
    for text in _DATA(document):
        try:
            name = json.loads(text).get("name")
        except (ValueError, AttributeError):
            return
        if isinstance(name, str):
            yield name
