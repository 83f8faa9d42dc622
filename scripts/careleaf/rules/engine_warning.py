"""Warnings of the site generator.

MkDocs goes on after a warning and leaves out what it could not understand. A patient would get a page with
a hole in it, and the build would look as if all were well.

Can be wrong when: a theme or another plugin warns about something no reader sees; correct its settings.

Do what the warning says.

Bad:  a navigation entry for a page that does not exist
Good: a navigation that names the pages there are
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.ENGINE_WARNING))


RULE = Rule("FMT010", "engine-warning", Severity.ERROR, "The site generator warned about something.", check=check)
