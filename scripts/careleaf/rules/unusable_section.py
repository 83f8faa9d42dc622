"""Sections that cannot stand alone.

Each section named under `standalone` becomes an embed of its own. A name that no heading has, or an address that
another page has already, would leave a portal with an empty frame or the wrong text.

Can be wrong when: the heading stands inside a box; a section has to start at the top level of the page.

Name the id of a heading, as it stands in links: small letters with hyphens.

Bad:  `standalone: [what-helps]`, where the heading is "What you can try"
Good: `standalone: [what-you-can-try]`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.section import section_parts
from careleaf.rules.lookups.nearest import suggestion

_USABLE = re.compile(r"[\w-]+")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each section that has no heading, or no address of its own."""
    taken = {page.embed_url: page.id for page in library.topic_pages}
    for page in library.topic_pages:
        if not page.front.value.standalone:
            continue
        ids = {p.element.attributes["id"] for p in page.body.placed("h2", "h3") if p.element.attributes.get("id")}
        for index, section in enumerate(page.front.value.standalone):
            place, address = page.front.at(f"standalone.{index}"), page.section_embed_url(section)
            if not section_parts(page.body, section) or not _USABLE.fullmatch(section):
                near = suggestion(section, ids, "Name the id of a heading of this page.")
                yield Finding(place, f"No section of this page has the id `{section}`.", near)
            elif address in taken:
                problem = f"The embed of `{section}` would lie where that of `{taken[address]}` lies."
                yield Finding(place, problem, "Give the heading another id: `## Heading {#other-id}`.")


RULE = Rule("FMT037", "unusable-section", Severity.ERROR, "A section cannot stand alone.", check=check)
