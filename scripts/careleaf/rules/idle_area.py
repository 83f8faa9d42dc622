"""An area on a page that gives its topic none.

A list of topics takes a topic's area from its first page. On any other page the key does nothing, and the topic stands
under "Other" without a word.

Can be wrong when: never; the key is read nowhere else.

Move it to the first page of the topic, or take it away.

Bad:  `area: Sleep` on `restless-legs/timing.md`
Good: `area: Sleep` on `restless-legs/index.md`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page with an area that is not the first of its topic."""
    first = {pages[0].id for pages in library.topics.values()}
    for page in library.pages:
        if page.front.value.area.strip() and page.id not in first:
            yield Finding(
                page.front.at("area"),
                f"`area` does nothing on `{page.id}`.",
                "Move it to the first page of its topic, or take it away.",
            )


RULE = Rule("FMT040", "idle-area", Severity.ERROR, "An area stands on a page that gives none.", check=check)
