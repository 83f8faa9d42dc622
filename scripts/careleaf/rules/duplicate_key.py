"""Keys that stand twice in one record.

YAML keeps one of the two and drops the other without a word, so nobody can tell which one a patient gets.

Can be wrong when: never; YAML 1.2 section 3.2.1.3 forbids equal keys.

Keep one of the two lines.

Bad:  `status: current` and, further down, `status: retracted`
Good: `status: retracted`, once
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.DUPLICATE_KEY))


RULE = Rule("FMT003", "duplicate-key", Severity.ERROR, "A key stands twice in one record.", check=check, binding=True)
