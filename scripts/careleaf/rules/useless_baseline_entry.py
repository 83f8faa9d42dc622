"""Lines of a baseline that stand for no finding, or for one that nobody may wave through.

A baseline holds what was wrong when a site began with careleaf. It may only shrink. A line that stays behind when its
finding is mended would one day let the same fault reach patients again.

Can be wrong when: the check looked at other pages than those the baseline was made from.

Run `careleaf check` with `--baseline FILE --update-baseline`, and commit the shorter file.

Bad:  a line for a sentence that has its source by now
Good: the baseline without that line
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each line of the baseline that must leave it."""
    return (fault.finding for fault in library.faults_of(FaultKind.USELESS_BASELINE_ENTRY))


RULE = Rule("FMT907", "useless-baseline-entry", Severity.ERROR, "A baseline holds a line too many.", check=check)
