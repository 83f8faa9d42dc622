"""Files below docs that lead out of it, that are no plain files, or whose names no address can have.

A link out of docs publishes what lies elsewhere on the machine that builds the site; a pipe or a circle of links keeps
the build waiting for ever; a name with a line break, or two names that differ only in capitals, is another file on
another computer. A patient's page would then show what nobody checked, or nothing.

Can be wrong when: two pages share a picture by a link; copy the picture.

Put the file itself below docs. Name it with letters, digits, hyphens and full stops.

Bad:  `docs/legs/leg.png`, a link to `/home/jo/leg.png`
Good: `docs/legs/leg.png`, a picture
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.FOREIGN_FILE))


RULE = Rule("FMT032", "foreign-file", Severity.ERROR, "A file does not belong below docs.", check=check, binding=True)
