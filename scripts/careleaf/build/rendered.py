"""Bodies rendered before: Markdown turns the same text into the same HTML, as long as the site around it is the same.

MkDocs has no place to bring a rendered page in. Its events do: a page whose body is known is given no text to convert
(`page_markdown`), and gets its body afterwards (`page_content`). Only where no other plugin, hook or unknown Markdown
extension could have a say.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.inputs import environment, is_known
from careleaf.build.store import Store


@dataclass
class RenderedBodies:
    """The bodies of one run; without a site's fingerprint none is known."""

    store: Store
    site: str = ""
    """The fingerprint of all that decides how a text is rendered, the text itself apart."""
    _keys: dict[str, str] = field(default_factory=dict)
    """Under which key each page's body is kept."""
    _known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def to_render(self, page: Page, text: str) -> str:
        """Return the text MkDocs has to convert: nothing where the body is known."""
        if not self.site:
            return text
        uri = page.file.src_uri
        parts = (self.site, uri, page.file.url, text)
        key = self._keys[uri] = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        kept = self.store.get(key)
        if kept is None:
            return text
        self.store.touch(key)
        self._known[uri] = json.loads(kept)
        return ""

    def finished(self, page: Page, html: str) -> str:
        """Return a page's body, and complete the page when it was known; keep it when it was not."""
        known = self._known.pop(page.file.src_uri, None)
        if known is not None:
            page.toc = TableOfContents([_anchor(row) for row in known["toc"]])
            page.present_anchor_ids = set(known["anchors"])
            return str(known["html"])
        if self.site:
            toc = [_row(item) for item in page.toc]
            kept = {"html": html, "toc": toc, "anchors": sorted(page.present_anchor_ids or ())}
            self.store.put(self._keys[page.file.src_uri], json.dumps(kept).encode())
        return html


def rendered_bodies(store: Store, config: MkDocsConfig, files: Files) -> RenderedBodies:
    """Return what is known of a site's bodies."""
    if not is_known(config) or store.folder is None:
        return RenderedBodies(store)
    settings = Path(config.config_file_path).read_text(encoding="utf-8")
    addresses = sorted(f"{file.src_uri} {file.url} {file.inclusion}" for file in files)
    parts = (tool_fingerprint(), settings, *environment(settings), repr(config.mdx_configs), *addresses)
    return RenderedBodies(store, sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest())


def _row(item: AnchorLink) -> list[Any]:
    return [item.title, item.id, item.level, [_row(child) for child in item.children]]


def _anchor(row: list[Any]) -> AnchorLink:
    title, anchor, level, children = row
    link = AnchorLink(title, anchor, level)
    link.children = [_anchor(child) for child in children]
    return link
