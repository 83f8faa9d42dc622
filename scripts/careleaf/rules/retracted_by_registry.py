"""Sources that a registry calls retracted while their record calls them current.

A retracted work may be wrong in just the point a patient relies on. So a notice stands in the place of each page that
cites it until somebody has looked; other pages are not held up.

Can be wrong when: the registry took a correction for a retraction; ask the registry to correct its record.

Set `status: retracted`, and find another source for what the pages say.

Bad:  `status: current`, and Crossref records a retraction
Good: `status: retracted`, and no page cites it
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import NoticeKind
from careleaf.rules.lookups.answers import place_of, registry_notices


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each retraction that the record does not know of."""
    for source, registry, notice in registry_notices(library, NoticeKind.RETRACTION):
        if not source.value.status.is_taken_back:
            yield Finding(
                place_of(source, registry),
                f"{registry.called} says that `{source.id}` was taken back: {notice}.",
                "Set `status: retracted`, and find another source for what the pages say.",
            )


RULE = Rule(
    "SRC310",
    "retracted-by-registry",
    Severity.WARNING,
    "A registry says that a source was taken back.",
    check=check,
    binding=True,
)
