"""Figures whose "at least", "up to", "about" or "only" is not the evidence's.

"Up to 4 g" and "4 g" are two doses, and "at least three drinks" is not "three drinks". Rounding may add "about",
"nearly" or "more than" where the values differ. Beside the same value, these words must be those of the
evidence: none dropped, none added, none turned round. The end of a range is "up to" or "at least".
"Within 3 hours" and "from the age of 65" may stand for such a bound, and for the bare value. A sentence that turns
the evidence round may name a limit from its other side: not below 38 °C, for 38 °C or higher.

Can be wrong when: the evidence bounds the figure in words that are not on our list.

Write the evidence's own word before the figure, or add it to `says` after reading the source again.

Bad:  `Take 4 g a day.[@label#dose]`, and the evidence says "up to 4 g a day"
Good: `Take up to 4 g a day.[@label#dose]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.quantity import RangeEnd
from careleaf.model.rule import Rule
from careleaf.rules.claims.disagreement import changed_bound
from careleaf.rules.claims.evidence import Comparison, Reported, comparisons
from careleaf.rules.claims.limits import changed_limit

_HELP = "Write the figure as the evidence bounds it, or correct the evidence."


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each figure that the evidence holds with other words around it."""
    for comparison in comparisons(library):
        for figure in comparison.figures:
            if (close := changed_bound(figure, comparison.reported, comparison.claim.text)) is not None:
                where = f"in the evidence for {comparison.cited} (it says {_said(close)})"
                message = f'"{figure.shown}" is bounded otherwise {where}.'
                yield Finding(comparison.claim.locate(figure.start), message, _HELP)
        yield from _limits(comparison)


def _limits(comparison: Comparison) -> Iterator[Finding]:
    for claim, own in changed_limit(comparison.claim.text, comparison.reported):
        message = (
            f'"{claim.part}" and the evidence for {comparison.cited} differ in the word "only" (it says "{own.part}").'
        )
        yield Finding(comparison.claim.locate(claim.figure.start), message, _HELP)


def _said(close: Reported) -> str:
    if close.figure.range_end is RangeEnd.NONE:
        return f'"{close.figure.shown}"'
    return f'"{close.figure.shown}" as the {close.figure.range_end} end of a range'


RULE = Rule(
    "CLM213",
    "changed-qualifier",
    Severity.ERROR,
    "A figure is bounded otherwise than in the evidence.",
    check=check,
)
