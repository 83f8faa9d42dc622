"""Parts of a page that a handout cannot show.

A handout must say what the website says. What paper cannot show would be missing for those who read on
paper.

Can be wrong when: the part only helps on a screen; such a part does not belong into a page's text.

Write it with paragraphs, lists, tables, images and care cards.

Bad:  a video in the text
Good: a picture and the steps in words
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNPRINTABLE_ELEMENT))


RULE = Rule(
    "OUT010",
    "unprintable-element",
    Severity.ERROR,
    "A handout cannot show a part of a page.",
    check=check,
    binding=True,
)
