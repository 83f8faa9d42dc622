"""Citations of evidence that the source's record does not hold.

The figures of a sentence are held against the evidence it names. A name that leads nowhere means that
nothing was compared.

Can be wrong when: never; the evidence ids stand in the source's file.

Correct the id after the `#`, or record the evidence.

Bad:  `54% said so.[@cederberg2024#improves]`, and the record has `only-improves`
Good: `54% said so.[@cederberg2024#only-improves]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each citation whose source has no such evidence."""
    for page in library.pages:
        for mark in page.body.marks:
            for citation in mark.citations:
                source = library.sources.get(citation.source)
                if source is None or not citation.evidence or citation.evidence in source.value.evidence:
                    continue
                recorded = source.value.evidence
                advice = f"Record it in {source.location.path}" + (
                    f", or cite one of: {', '.join(recorded)}." if recorded else "."
                )
                yield Finding(
                    mark.location,
                    f"The source `{citation.source}` has no evidence `{citation.evidence}`.",
                    suggestion(citation.evidence, recorded, advice),
                )


RULE = Rule(
    "SRC004",
    "unknown-evidence",
    Severity.ERROR,
    "A citation names evidence nobody recorded.",
    check=check,
    binding=True,
)
