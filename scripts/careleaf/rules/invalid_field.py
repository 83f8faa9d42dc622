"""Keys whose value cannot be used, and keys that a record must have.

A review date that is no date, or a source without a status, would make a page look better checked than it
is.

Can be wrong when: never; the form of each key is in `careleaf schema`.

Write the value in the form that is named. Days are year-month-day.

Bad:  `next_review_on: next spring`
Good: `next_review_on: 2027-04-01`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.INVALID_FIELD))


RULE = Rule(
    "FMT005", "invalid-field", Severity.ERROR, "A value is missing or cannot be used.", check=check, binding=True
)
