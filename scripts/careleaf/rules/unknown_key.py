"""Keys that no record has.

A key with a typing error is a fact that is silently left out: `next_reveiw_on` would make a page that is
never due.

Can be wrong when: a record was written for a newer careleaf; update careleaf then.

Correct the key as the finding suggests, or remove the line.

Bad:  `main_mesage: Ask for a blood test.`
Good: `main_message: Ask for a blood test.`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNKNOWN_KEY))


RULE = Rule(
    "FMT002",
    "unknown-key",
    Severity.ERROR,
    "A record has a key that careleaf does not know.",
    check=check,
    binding=True,
)
