"""What MkDocs holds of each page from first to last, lent to it for the time in which it makes that page.

HTML, contents and anchors of all pages would be most of the memory of a large library. Only a page whose template is
about to run has them, and only where no other plugin, and no template of the site's own, could look into other pages.
"""

from collections.abc import Mapping

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from careleaf.build.drawer import Drawer, Place
from careleaf.build.inputs import is_known
from careleaf.build.kept_pages import shows_other_pages
from careleaf.build.page_rendering import Entry, anchor_link, entry
from careleaf.build.run import Mode, Run
from careleaf.reading.folded_body import SmallBody


class LentPages:
    """The pages of one build."""

    def __init__(self, drawer: Drawer, bodies: Mapping[str, SmallBody]) -> None:
        self._drawer = drawer
        self._bodies = bodies
        self._contents: dict[str, Place | bytes] = {}
        """The table of contents of every page that was put away."""

    def put_away(self, page: Page) -> str:
        """Take a page's contents and anchors; its HTML stands in its body. Return the HTML it has meanwhile: none."""
        entries = msgspec.msgpack.encode([entry(link) for link in page.toc])
        self._contents[page.file.src_uri] = self._drawer.put(entries)
        page.toc, page.present_anchor_ids = TableOfContents([]), None
        return ""

    def lend(self, page: Page) -> None:
        """Give a page what was put away; where a notice stands in the place of its words, it has that already."""
        kept = self._contents.get(page.file.src_uri)
        if kept is not None and not page.content:
            page.content = self._bodies[page.file.src_uri].unfolded()[0]
            page.toc = TableOfContents([anchor_link(one) for one in _ENTRIES.decode(self._drawer.take(kept))])

    def take_back(self, page: Page) -> None:
        """Take it again: the page is made."""
        if page.file.src_uri in self._contents:
            page.content, page.toc = "", TableOfContents([])


def lent_pages(run: Run, config: MkDocsConfig) -> LentPages | None:
    """Return the pages of a build; None where somebody else may look at them before or after their turn."""
    is_ours = run.mode is Mode.BUILD and is_known(config) and not shows_other_pages(config)
    return LentPages(run.drawer, run.bodies) if is_ours else None


_ENTRIES = msgspec.msgpack.Decoder(list[Entry])
