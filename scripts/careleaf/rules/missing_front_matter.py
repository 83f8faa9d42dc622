"""Pages that do not start with front matter.

MkDocs takes a first line such as `Warning: no more than 4 tablets` for metadata and drops it, so a patient
never sees it. A page that starts with front matter keeps every line of its text.

Can be wrong when: never; every page needs front matter, however short.

Put `---`, the keys `title` and `description`, and `---` at the very top of the file.

Bad:  a file whose first line is `# Timing`
Good: a file whose first lines are `---`, `title: Timing`, `description: …`, `---`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.MISSING_FRONT_MATTER))


RULE = Rule(
    "FMT001",
    "missing-front-matter",
    Severity.ERROR,
    "A page does not start with front matter.",
    check=check,
    binding=True,
)
