"""Sources that were corrected.

The figure a page prints may be the one that was corrected.

Can be wrong when: the evidence was already read in its corrected form.

Read the correction, and hold the evidence against it.

Bad:  the evidence has the figure of the first printing
Good: the evidence has the corrected figure
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import NoticeKind
from careleaf.rules.lookups.answers import place_of, registry_notices


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each correction."""
    for source, registry, notice in registry_notices(library, NoticeKind.CORRECTION):
        yield Finding(
            place_of(source, registry),
            f"{registry.called} records about `{source.id}`: {notice}.",
            "Read it, and hold the recorded evidence against it.",
        )


RULE = Rule("SRC312", "corrected-source", Severity.WARNING, "A source was corrected.", check=check)
