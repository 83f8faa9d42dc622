"""The Markdown files MkDocs found, each read by us first."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from mkdocs.structure.files import File, Files

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding
from careleaf.reading.page_file import PageFile, parse_page
from careleaf.reading.registers import DATA_FOLDER, relative_path
from careleaf.reading.text_file import read_text

_NO_TEXT = "---\n{}\n---\n"


def leave_registers_out(files: Files) -> None:
    """Take the registers out of what is published, also where `exclude_docs` forgot them."""
    for file in list(files):
        if file.src_uri.startswith(f"{DATA_FOLDER}/"):
            files.remove(file)


def leave_refused_out(files: Files, refused: Collection[Path]) -> None:
    """Take out what may not be read: links out of docs, pipes, names that are none elsewhere."""
    for file in list(files):
        if file.abs_src_path is not None and Path(file.abs_src_path) in refused:
            files.remove(file)


def read_page_files(files: Files, root: Path, topic: str | None = None) -> tuple[dict[str, PageFile], list[Fault]]:
    """Read every page, by its path below docs; one that cannot be read, or is of another topic, has no text."""
    pages: dict[str, PageFile] = {}
    faults: list[Fault] = []
    for file in files.documentation_pages():
        if is_of_topic(file, topic):
            pages[file.src_uri], own = read_page_file(file, root)
            faults.extend(own)
        else:
            pages[file.src_uri] = parse_page(_NO_TEXT, file.src_uri, page_id(file))
    return pages, faults


def read_page_file(file: File, root: Path) -> tuple[PageFile, list[Fault]]:
    """Read one page; one that cannot be read has no text."""
    path, content, fault = _content(file, root)
    page = parse_page(content or _NO_TEXT, path, page_id(file))
    return page, [*([fault] if fault else []), *(page.faults if content is not None else ())]


def without_unknown_templates(
    pages: Mapping[str, PageFile], known: frozenset[str]
) -> tuple[dict[str, PageFile], list[Fault]]:
    """Take out the names of page templates that neither the theme nor the site has, and report each."""
    usable = {uri: page for uri, page in pages.items() if page.front.value.template in known | {""}}
    faults = [_unknown_template(page, known) for uri, page in pages.items() if uri not in usable]
    cleared = {uri: _without_template(page) for uri, page in pages.items() if uri not in usable}
    return {**pages, **cleared}, faults


def _without_template(page: PageFile) -> PageFile:
    return replace(page, front=replace(page.front, value=replace(page.front.value, template="")))


def _unknown_template(page: PageFile, known: frozenset[str]) -> Fault:
    name = page.front.value.template
    close = get_close_matches(name, known, n=1)
    advice = f"Did you mean `{close[0]}`?" if close else "Put it into the site's overrides, or remove the line."
    return Fault(
        FaultKind.INVALID_FIELD,
        Finding(page.front.at("template"), f"There is no page template `{name}`.", advice),
    )


def is_of_topic(file: File, topic: str | None) -> bool:
    """Tell whether a file is a page of this topic; every page is when no topic is named."""
    return topic is None or page_id(file).rpartition("/")[0] == topic


def page_id(file: File) -> str:
    """Return a page's id: its path below docs without the ending, a README counted as an index."""
    folder = file.src_uri.rpartition("/")[0]
    return f"{folder}/{file.name}" if folder else str(file.name)


def page_url(file: File) -> str:
    """Return a page's address relative to the site; empty for the home page."""
    return str(file.url).removeprefix("./").removeprefix(".")


def _content(file: File, root: Path) -> tuple[str, str | None, Fault | None]:
    if file.abs_src_path is None:
        return file.src_uri, file.content_string, None
    path = relative_path(Path(file.abs_src_path), root)
    return path, *read_text(Path(file.abs_src_path), path)


def other_addresses(files: Files) -> Iterator[str]:
    """Yield the addresses of everything published that is not a page."""
    return (str(file.url) for file in files if not file.is_documentation_page())
