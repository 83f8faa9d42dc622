"""Pages that cite a source which a newer one has replaced.

A new guideline often changes what patients should do. The old one is the advice of yesterday.

Can be wrong when: a page tells the history of a treatment; cite a source about that history.

Read what takes its place, correct the page, and cite the new source.

Bad:  `[@aasm2012]`, and the record has `status: superseded`
Good: `[@winkelman2025]`, the guideline that replaced it
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.rule import Rule
from careleaf.model.source import Source, SourceStatus
from careleaf.rules.lookups.citing import first_marks
from careleaf.rules.lookups.successor import final_successor


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page and superseded source it cites."""
    for key, source in library.sources.items():
        if source.value.status is not SourceStatus.SUPERSEDED:
            continue
        advice = _advice(final_successor(library, key))
        for _, mark in first_marks(library, key):
            yield Finding(mark.location, f"The cited source `{key}` is superseded.", advice)


def _advice(successor: Record[Source] | None) -> str:
    if successor is None:
        return "Find what takes its place, and cite that."
    return f"Read `{successor.id}`, which takes its place (“{successor.value.title}”), and cite that."


RULE = Rule("SRC122", "superseded-source", Severity.ERROR, "A newer work has replaced a cited source.", check=check)
