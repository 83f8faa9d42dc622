"""Records of a retraction or correction notice in the place of the work.

A notice says what happened to a work, not what the work found; a reader who follows the citation finds no evidence.

Can be wrong when: the page is about the retraction itself.

Cite the work the page rests on, after reading what the notice says about it.

Bad:  the DOI of "Retraction: …"
Good: the DOI of a work that stands
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import NoticeKind
from careleaf.rules.lookups.answers import place_of, registry_notices


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record that is a notice."""
    for source, registry, notice in registry_notices(library, NoticeKind.IS_NOTICE):
        yield Finding(
            place_of(source, registry),
            f"{registry.called} says that `{source.id}` is itself a notice: {notice}.",
            "Cite the work the pages rest on, after reading what the notice says about it.",
        )


RULE = Rule(
    "SRC313", "notice-as-source", Severity.WARNING, "A source is itself the notice about another work.", check=check
)
