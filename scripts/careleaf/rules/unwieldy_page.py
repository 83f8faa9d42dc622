"""Pages that would keep the site generator busy for minutes, hours or for ever.

The engine needs a quarter of an hour for a line of 100,000 opening brackets, and ends for good at a list that is nested
hundreds deep. A build that hangs publishes nothing, and the correction a patient waits for is in that build.

Can be wrong when: a page of that length is meant; split it up, which readers like as well.

Do what stands beside the finding. The limits, each with its figure, are in `reading/effort.py`.

Bad:  a page of 500,000 characters
Good: five pages of 5,000, each about one thing
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNWIELDY_PAGE))


RULE = Rule(
    "FMT031", "unwieldy-page", Severity.ERROR, "A page would keep the site generator busy.", check=check, binding=True
)
