"""A typeface that policy names for the handouts, and that cannot be used.

Letters that no typeface has cannot be printed. A file that is missing, damaged, or that its maker forbids to embed
would be noticed by the printer, or by a lawyer.

Can be wrong when: never; the file was opened. What its licence allows beyond that is for you to read.

Put the TTF or OTF files into docs/_data/fonts, regular and bold of one family, and name them with their licence.

Bad:  `fonts: [{files: [NotoSansSC.ttf], licence: SIL Open Font License 1.1}]`, and no such file
Good: the same, with docs/_data/fonts/NotoSansSC.ttf
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNUSABLE_TYPEFACE))


RULE = Rule("OUT014", "unusable-typeface", Severity.ERROR, "A handout's own typeface cannot be used.", check=check)
