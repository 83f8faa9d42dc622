"""Characters that the handout's typeface does not have.

On paper an empty box would stand where the website shows a character, perhaps in the middle of a dose.

Can be wrong when: never; the typeface was asked.

Write the character in words, or choose one that the typeface has.

Bad:  `take 1 ⌛ later`
Good: `take 1 an hour later`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.MISSING_GLYPH))


RULE = Rule(
    "OUT011", "missing-glyph", Severity.ERROR, "A handout's typeface lacks a character.", check=check, binding=True
)
