"""Pages that cite a source which was taken back.

A retracted or withdrawn work may be wrong in just the point a patient relies on.

Can be wrong when: the page tells its readers about the retraction; there is no way yet to say so.

Find another source for the sentence, or take the sentence out.

Bad:  `[@wakefield1998]`, and the record has `status: retracted`
Good: `[@taylor2014]`, a work that stands
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import SourceStatus
from careleaf.rules.lookups.citing import first_marks


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page and retracted source it cites."""
    for key, source in library.sources.items():
        if source.value.status not in {SourceStatus.RETRACTED, SourceStatus.WITHDRAWN}:
            continue
        for _, mark in first_marks(library, key):
            yield Finding(
                mark.location,
                f"The cited source `{key}` is {source.value.status}.",
                "Find another source for what the page says, or take the sentence out.",
            )


RULE = Rule("SRC121", "retracted-source", Severity.ERROR, "A cited source was taken back.", check=check)
