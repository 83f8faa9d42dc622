"""Suppressions that silence nothing.

Text changes, and the comment that allowed a finding stays behind. One day it would silence a new finding that nobody
has looked at, on a sentence that a patient relies on.

Can be wrong when: never; nothing of this rule was found in the block behind the comment.

Remove the comment. If the block has moved, move the comment to stand before it.

Bad:  `<!-- careleaf: allow LNK003 until 2027-01-31: the portal's own wording -->` before a paragraph without links
Good: that paragraph without the comment
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each suppression that the other rules' findings did not need."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNUSED_SUPPRESSION))


RULE = Rule("FMT901", "unused-suppression", Severity.WARNING, "A suppression silences nothing.", check=check)
