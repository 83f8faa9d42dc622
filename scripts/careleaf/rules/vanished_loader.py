"""Loaders that were released and are no longer there.

A portal that pinned a loader by its hash runs that very file or none: its patients see a link where the page was.

Can be wrong when: the loader was never handed out; remove its entry from published.yml in the same commit then.

Bring the file back from an earlier commit. Released loaders are never changed: a new one gets a new name.

Bad:  an entry below `loaders` in published.yml, and its file in docs/_data/loaders was deleted or edited
Good: each entry with its file as `careleaf release` wrote it
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what was missing when the loaders were looked for."""
    return (fault.finding for fault in library.faults_of(FaultKind.VANISHED_LOADER))


RULE = Rule(
    "LNK006", "vanished-loader", Severity.ERROR, "A released loader is gone or changed.", check=check, binding=True
)
