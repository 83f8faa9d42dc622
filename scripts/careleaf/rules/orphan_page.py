"""Pages that no other page's text links to.

A patient who reads one page would never learn that the other exists, above all on paper and in a clinic's
portal, where there is no menu.

Can be wrong when: a page is only meant for those who have its address. The home page and the error page are
left out, and so is a topic's first page where the site has a list of its topics.

Link to the page where a reader would want to go next.

Bad:  `legs/diet.md`, and no page has a link to it
Good: `[what to eat](diet.md)` at the end of `legs/index.md`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.lookups.addresses import Addresses, linked_pages, without_index

_EXEMPT = frozenset({"", "404.html", "404/"})


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that nobody reaches by reading."""
    addresses = Addresses(library)
    linked = {other.id for page in library.pages for other in linked_pages(page, addresses) if other is not page}
    if any(_lists_topics(page) for page in library.pages):
        linked |= {pages[0].id for pages in library.topics.values()}
    for page in library.pages:
        if page.id not in linked and without_index(page.url) not in _EXEMPT:
            yield Finding(
                page.location,
                f"No other page links to `{page.id}`.",
                "Link to it where a reader would want to go next.",
            )


def _lists_topics(page: Page) -> bool:
    return "topics" in page.body.outline.block_kinds


RULE = Rule("LNK004", "orphan-page", Severity.WARNING, "No other page links to a page.", check=check)
