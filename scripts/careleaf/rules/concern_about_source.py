"""Sources with an expression of concern, a partial retraction, or an update of a kind we do not know.

What the page says may be about to be taken back. Unknown kinds are named too: silence would look like an all-clear.

Can be wrong when: the concern is about a part of the work that the page does not rest on.

Read the notice, and decide whether the page can still rest on this source.

Bad:  a page rests on a trial whose figures are under investigation
Good: another source carries the sentence
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import NoticeKind
from careleaf.rules.lookups.answers import place_of, registry_notices


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each concern and each notice of unknown kind."""
    for source, registry, notice in registry_notices(library, NoticeKind.CONCERN, NoticeKind.UNKNOWN):
        yield Finding(
            place_of(source, registry),
            f"{registry.called} records about `{source.id}`: {notice}.",
            "Read the notice, and decide whether the pages can still rest on this source.",
        )


RULE = Rule(
    "SRC311",
    "concern-about-source",
    Severity.WARNING,
    "A concern about a source, or an update of unknown kind, is on record.",
    check=check,
)
