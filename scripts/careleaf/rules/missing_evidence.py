"""Sources without recorded evidence.

What a source reports must be written down, or the figures of a sentence cannot be held against it. Nobody
could tell whether the editor read it.

Can be wrong when: the source is only further reading; link to it in the text then. A record with `status: unverified`
still waits for its evidence, and no page may cite it.

Add `evidence:` with an id, and what the source `says`, `where` it says so, and how it was `seen`.

Bad:  a source record that ends after `status: current`
Good: a record with `evidence: {share: {says: …, where: abstract, seen: publisher's page}}`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import SourceStatus


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each source without evidence, and for each statement that is empty."""
    for key, source in library.sources.items():
        if not source.value.evidence and source.value.status is not SourceStatus.UNVERIFIED:
            yield Finding(
                source.at("evidence"),
                f"The source `{key}` records no evidence.",
                "Add `evidence:` with what the source says, where, and how it was seen.",
            )
        for evidence_id, evidence in source.value.evidence.items():
            if not evidence.says.strip():
                yield Finding(
                    source.at(f"evidence.{evidence_id}"),
                    f"The evidence `{key}#{evidence_id}` says nothing.",
                    "Write in `says` what the source reports, in your own words.",
                )


RULE = Rule(
    "SRC110",
    "missing-evidence",
    Severity.ERROR,
    "A source's record does not say what it reports.",
    check=check,
)
