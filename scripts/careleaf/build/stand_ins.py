"""Withdrawn pages whose file is gone or cannot be read: something has to carry their notice."""

import json
from collections.abc import Mapping
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from careleaf.build.page_files import page_url
from careleaf.model.page_type import PageType
from careleaf.model.published import Published, PublishedPage
from careleaf.reading.page_file import PageFile


def add_missing_withdrawn(files: Files, published: Published, config: MkDocsConfig) -> None:
    """Add a page for each withdrawn address that has none, so that every channel shows its notice."""
    present = {page_url(file) for file in files.documentation_pages()}
    paths = [file.src_uri for file in files]
    for address, entry in published.pages.items():
        if entry.is_withdrawn and address not in present:
            content = f"---\n{json.dumps(_front(address, entry), ensure_ascii=False)}\n---\n"
            place = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, _src_uri(address, paths), content=content, inclusion=place))


def with_withdrawn(pages: Mapping[str, PageFile], files: Files, published: Published) -> dict[str, PageFile]:
    """Return the pages, each withdrawn one with a type: without it, unreadable front matter would hide the notice."""
    addresses = {file.src_uri: page_url(file) for file in files.documentation_pages()}
    withdrawn = {address: entry for address, entry in published.pages.items() if entry.is_withdrawn}
    return {uri: _as_topic_page(page, withdrawn.get(addresses[uri])) for uri, page in pages.items()}


def _as_topic_page(page: PageFile, entry: PublishedPage | None) -> PageFile:
    front = page.front.value
    if entry is None or front.type is not None:
        return page
    named = replace(front, type=PageType.SUPPORT, title=entry.title or front.title)
    return replace(page, front=replace(page.front, value=named))


def _front(address: str, entry: PublishedPage) -> dict[str, str]:
    name = address.strip("/").rpartition("/")[2].replace("-", " ").capitalize()
    title = entry.title or name or "Home"
    return {"title": title, "description": title, "type": PageType.SUPPORT.value}


def _src_uri(address: str, paths: list[str]) -> str:
    """Return the file that MkDocs turns into this address; a folder's first page where the folder has others."""
    if not address.endswith("/"):
        return f"{address.removesuffix('.html') or 'index'}.md"
    has_others = any(path.startswith(address) for path in paths)
    return f"{address}index.md" if has_others else f"{address.rstrip('/')}.md"
