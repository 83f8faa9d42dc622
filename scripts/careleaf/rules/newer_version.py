"""Sources of which a registry knows a newer version.

A new version of a guideline or review often changes what patients should do. The old one is the advice of yesterday.

Can be wrong when: the newer version changed nothing the pages rest on; then name it in the record's `note`, and read it
again when it is due.

Read the newer version. If the pages rest on it from now on, add its record, and set `status: superseded` and
`superseded_by` in the old one.

Bad:  a review of 2017, and Crossref records `new_version` with the DOI of the review of 2025
Good: `status: superseded` and `superseded_by: carlos2025`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import SourceStatus
from careleaf.model.source_check import NoticeKind
from careleaf.rules.lookups.answers import place_of, registry_notices


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each newer version of a source that counts as current."""
    for source, registry, notice in registry_notices(library, NoticeKind.NEW_VERSION):
        if source.value.status is not SourceStatus.SUPERSEDED:
            yield Finding(
                place_of(source, registry),
                f"{registry.called} records a newer version of `{source.id}`: {notice}.",
                "Read it, and let the pages rest on it, or say in `note` why they need not.",
            )


RULE = Rule("SRC314", "newer-version", Severity.WARNING, "A source has a newer version.", check=check)
