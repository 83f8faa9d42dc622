"""Pages that cite a source nobody has opened.

What was copied from another list of sources may not exist, or may say the opposite.

Can be wrong when: somebody read it since; change its status.

Open the source, record what it says and how it was seen, and set `status: current`.

Bad:  `[@smith2001]`, and the record has `status: unverified`
Good: `[@smith2001]`, with `status: current` and evidence that somebody read
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import SourceStatus
from careleaf.rules.lookups.citing import first_marks


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page and unverified source it cites."""
    for key, source in library.sources.items():
        if source.value.status is not SourceStatus.UNVERIFIED:
            continue
        for _, mark in first_marks(library, key):
            yield Finding(
                mark.location,
                f"Nobody has opened the cited source `{key}`.",
                "Open it, record what it says and how it was seen, then set its status to `current`.",
            )


RULE = Rule(
    "SRC123", "unverified-source", Severity.ERROR, "Nobody has opened a cited source.", check=check, binding=True
)
