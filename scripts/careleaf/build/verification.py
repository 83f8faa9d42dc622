"""The verifier: it reads what was written, and believes nobody who says that it was.

A plugin that silently did not run, a template that forgot a part, a link to nowhere: each is seen here, in the
output itself. Log lines are never results. Every file is read from the disk in every build; what stands in it is worked
out once for the same bytes.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from careleaf.build.api_verification import api_faults
from careleaf.build.drawer import Kept
from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.build.section_embeds import section_embeds
from careleaf.build.section_verification import section_faults
from careleaf.build.shelves import shelves
from careleaf.build.third_parties import third_party_faults
from careleaf.build.word_verification import verify_words
from careleaf.build.workshop import Task
from careleaf.channels.infobutton import RESOLVER
from careleaf.channels.page_view import PageView
from careleaf.model.policy import Channel
from careleaf.model.printed_version import colliding_versions, printed_version
from careleaf.reading.written_page import WrittenPage, read_shelf, shelf, written_page, written_pages

_SITE = "https://site.invalid/"
_READ_PAGES = Task("read-pages", read_shelf)
_OPEN = 48
"""Pages in memory at one time; each has a twentieth of a megabyte, and links lead to few others."""


def verify_site(site_dir: Path, run: Run) -> Iterator[str]:
    """Yield, in sentences, what is wrong with a finished site."""
    run.workshop.renew()
    documents = _documents(site_dir, run)
    for view in run.views.values():
        page = shown(view, Channel.SITE, run)
        document = documents.get(page.page.url)
        yield from _missing_parts(page, document, page.page.url)
        yield from _citation_faults(page.page.url, document)
        yield from _structured_data_faults(page, document)
        embed = shown(view, Channel.EMBED, run)
        yield from _missing_parts(embed, documents.get(embed.page.embed_url), embed.page.embed_url)
    for part, view in section_embeds(run):
        yield from _missing_parts(view, documents.get(part.address), part.address)
    yield from verify_words(site_dir, run, documents)
    yield from section_faults(run, documents)
    yield from api_faults(site_dir, run, documents.get(RESOLVER))
    yield from _alike_versions(run)
    yield from third_party_faults(site_dir, documents)
    yield from _all_dead_links(documents, site_dir)


def _documents(site_dir: Path, run: Run) -> Mapping[str, WrittenPage]:
    """Read every HTML file of the site, by its address."""
    files = {_address(file, site_dir): file for file in sorted(site_dir.rglob("*.html"))}
    some_pages = list(shelves(files))
    contents = (shelf([files[each].read_bytes() for each in some]) for some in some_pages)
    read = run.workshop.each(_READ_PAGES, contents, len(some_pages))
    documents = Kept(run.drawer, written_page, _OPEN)
    for address, page in zip(files, (page for some in read for page in written_pages(some)), strict=True):
        documents.put(address, page)
    return documents


def _alike_versions(run: Run) -> Iterator[str]:
    """Yield the versions that are printed alike: the page behind one would speak for both."""
    released = (v.digest for entry in run.library.published.value.pages.values() for v in entry.versions)
    for one, other in colliding_versions([*released, *(view.state.digest for view in run.views.values())]):
        yield f"{one} and {other} would both be printed as version {printed_version(one)}; reword one of the pages."


def _address(file: Path, site_dir: Path) -> str:
    return file.relative_to(site_dir).as_posix().removesuffix("index.html")


def _missing_parts(view: PageView, document: WrittenPage | None, address: str) -> Iterator[str]:
    if document is None:
        yield f"{address} was not written."
        return
    if view.state.digest not in document.review_digests:
        yield f"{address} does not carry its review block."
    if not {f"source-{source.number}" for source in view.sources} <= document.items:
        yield f"{address} does not carry all its sources."
    if view.review.general_information not in document.text:
        yield f"{address} does not say that it is general information."


def _citation_faults(address: str, document: WrittenPage | None) -> Iterator[str]:
    """Yield each citation whose number leads to another source than the one it cites."""
    for source, number in document.misnumbered if document is not None else ():
        yield f"{address} numbers a citation of {source} {number}, which is another source."


def _structured_data_faults(view: PageView, document: WrittenPage | None) -> Iterator[str]:
    if document is None or view.title not in document.names:
        yield f"{view.page.url} does not carry its structured data."


def _all_dead_links(documents: Mapping[str, WrittenPage], site_dir: Path) -> Iterator[str]:
    files = frozenset(f.relative_to(site_dir).as_posix() for f in site_dir.rglob("*") if f.is_file())
    for address, document in documents.items():
        if address != "404.html":
            yield from _dead_links(address, document, documents, files)


def _dead_links(
    address: str, document: WrittenPage, documents: Mapping[str, WrittenPage], files: frozenset[str]
) -> Iterator[str]:
    for target in document.links:
        if target.startswith("#") and unquote(target[1:]) in document.ids:
            continue
        resolved = urljoin(_SITE + address, target)
        if not resolved.startswith(_SITE):
            continue
        parts = urlsplit(resolved)
        path, fragment = unquote(parts.path.lstrip("/")), unquote(parts.fragment)
        if not _is_file(path, files):
            yield f"{address} links to {target}, which does not exist."
        elif fragment and path in documents and fragment not in documents[path].ids:
            yield f"{address} links to {target}, which has no such part."


def _is_file(path: str, files: frozenset[str]) -> bool:
    """Tell whether a server finds a file at a path of the site, by itself or as the first page of a folder."""
    name = normpath(path) if path else "."
    return name in files or (f"{name}/index.html" if name != "." else "index.html") in files
