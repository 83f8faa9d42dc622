"""The verifier: it reads what was written, and believes nobody who says that it was.

A plugin that silently did not run, a template that forgot a part, a link to nowhere: each is seen here, in the
output itself. Log lines are never results.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.build.third_parties import third_party_faults
from careleaf.build.word_verification import verify_words
from careleaf.channels.page_view import PageView
from careleaf.model.citation import parse_citations
from careleaf.model.policy import Channel

_SITE = "https://site.invalid/"
_REVIEW_BLOCK = "//section[@aria-labelledby='review']/@data-digest"
_EMBED = "//main/@data-digest"


def verify_site(site_dir: Path, run: Run) -> Iterator[str]:
    """Yield, in sentences, what is wrong with a finished site."""
    documents = {_address(file, site_dir): html.parse(str(file)) for file in sorted(site_dir.rglob("*.html"))}
    ids = {address: frozenset(document.xpath("//@id")) for address, document in documents.items()}
    for view in run.views.values():
        page = shown(view, Channel.SITE, run)
        yield from _missing_parts(page, documents.get(page.page.url), page.page.url, _REVIEW_BLOCK)
        yield from _citation_faults(page.page.url, documents.get(page.page.url))
        yield from _structured_data_faults(page, documents.get(page.page.url))
        embed = shown(view, Channel.EMBED, run)
        yield from _missing_parts(embed, documents.get(embed.page.embed_url), embed.page.embed_url, _EMBED)
    yield from verify_words(site_dir, run, documents)
    yield from third_party_faults(site_dir, documents)
    for address, document in documents.items():
        yield from _dead_links(address, document, ids, site_dir)


def _address(file: Path, site_dir: Path) -> str:
    return file.relative_to(site_dir).as_posix().removesuffix("index.html")


def _missing_parts(view: PageView, document: html.HtmlElement | None, address: str, digest: str) -> Iterator[str]:
    if document is None:
        yield f"{address} was not written."
        return
    if view.state.digest not in document.xpath(digest):
        yield f"{address} does not carry its review block."
    numbers = {f"source-{source.number}" for source in view.sources}
    if not numbers <= set(document.xpath("//li/@id")):
        yield f"{address} does not carry all its sources."
    if view.review.general_information not in " ".join(document.getroot().itertext()):
        yield f"{address} does not say that it is general information."


def _citation_faults(address: str, document: html.HtmlElement | None) -> Iterator[str]:
    """Yield each citation whose number leads to another source than the one it cites."""
    if document is None:
        return
    keys = {entry.get("id"): entry.get("data-key") for entry in document.xpath("//li[@data-key]")}
    for mark in document.xpath("//sup[@data-cite]"):
        for link, citation in zip(mark.xpath("./a"), parse_citations(mark.get("data-cite")), strict=False):
            if keys.get(link.get("href", "").removeprefix("#")) != citation.source:
                yield f"{address} numbers a citation of {citation.source} {link.text}, which is another source."


def _structured_data_faults(view: PageView, document: html.HtmlElement | None) -> Iterator[str]:
    texts = document.xpath("//script[@type='application/ld+json']/text()") if document is not None else []
    try:
        names = [json.loads(text).get("name") for text in texts]
    except (ValueError, AttributeError):
        names = []
    if view.title not in names:
        yield f"{view.page.url} does not carry its structured data."


def _dead_links(
    address: str, document: html.HtmlElement, ids: dict[str, frozenset[str]], site_dir: Path
) -> Iterator[str]:
    for target in sorted(set(document.xpath("//a/@href | //link/@href | //img/@src | //script/@src"))):
        resolved = urljoin(_SITE + address, target)
        if not resolved.startswith(_SITE) or address == "404.html":
            continue
        path, fragment = unquote(urlsplit(resolved).path.lstrip("/")), unquote(urlsplit(resolved).fragment)
        file = site_dir / normpath(path) if path else site_dir
        if not (file / "index.html" if file.is_dir() else file).is_file():
            yield f"{address} links to {target}, which does not exist."
        elif fragment and path in ids and fragment not in ids[path]:
            yield f"{address} links to {target}, which has no such part."
