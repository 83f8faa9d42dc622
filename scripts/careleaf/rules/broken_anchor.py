"""Links to sections that a page does not have.

The browser stays at the top of the page, and a patient has to search for what the link promised.

Can be wrong when: the section is made by a template; link to the page without the section then.

Use the heading's words in lower case with hyphens, or give the heading an id.

Bad:  `[signs](get-help.md#sings)`
Good: `[signs](get-help.md#signs)`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.lookups.addresses import Addresses, resolve
from careleaf.rules.lookups.nearest import suggestion


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each link to a section that does not exist."""
    addresses = Addresses(library)
    anchors = {page.id: _anchors(page) for page in library.pages}
    for page in library.pages:
        for link in page.body.outline.links:
            target = resolve(link.href, page)
            if target is None or "#" not in link.href:
                continue
            found = addresses.page_at(target)
            if found is None or found.front.value.template or target.anchor in anchors[found.id]:
                continue
            if library.is_withdrawn(found):
                continue  # its notice answers for every section it may have had
            headings = [block.id for block in found.body.blocks if block.is_heading and block.id]
            advice = f"Its sections are: {', '.join(headings)}." if headings else "Link to the page as a whole."
            yield Finding(
                link.location(page.path),
                f"`{found.path}` has no section `#{target.anchor}`.",
                suggestion(target.anchor, headings, advice),
            )


def _anchors(page: Page) -> frozenset[str]:
    """Return every id on a page, with those that templates add."""
    numbers = range(1, len(page.body.cited_sources) + 1)
    return frozenset(page.body.outline.anchors) | {"sources", "review", *(f"source-{number}" for number in numbers)}


RULE = Rule("LNK002", "broken-anchor", Severity.ERROR, "A link names a section that is not there.", check=check)
