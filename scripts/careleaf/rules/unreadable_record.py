"""Files that cannot be read: broken YAML, a wrong encoding, a name nothing reads.

What cannot be read cannot be checked. A page would go out without its sources, its authors or its review.

Can be wrong when: a file below `_data` is meant for another program; keep it outside `_data`.

Correct the place that is named. Put quotation marks around a value that contains a colon.

Bad:  `title: Restless legs: an overview`
Good: `title: "Restless legs: an overview"`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNREADABLE_RECORD))


RULE = Rule("FMT004", "unreadable-record", Severity.ERROR, "A file cannot be read.", check=check, binding=True)
