"""Suppressions that do not say which rule, until when, and why.

Whoever reviews the page must be able to judge why a finding was allowed. Without a day it would be allowed for ever,
and patients would read what nobody looks at again.

Can be wrong when: the comment was meant for people only. Begin it with another word than `careleaf:`.

Write the rule's code, the last day and the reason, in this order.

Bad:  `<!-- careleaf: allow LNK003 -->`
Good: `<!-- careleaf: allow LNK003 until 2027-01-31: the portal prints this button in these words -->`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.suppression import Suppression

_ADVICE = "Write `careleaf: allow CODE until 2027-01-31: reason`."


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each suppression that lacks a part."""
    for suppression in library.suppressions:
        if not suppression.is_complete:
            missing = ", ".join(_missing(suppression))
            listed = " and ".join(missing.rsplit(", ", 1))
            yield Finding(suppression.location, f"This suppression has {listed}.", _ADVICE)


def _missing(suppression: Suppression) -> Iterator[str]:
    if not suppression.code:
        yield "no rule"
    if suppression.until is None:
        yield "no last day"
    if not suppression.reason:
        yield "no reason"


RULE = Rule(
    "FMT902", "incomplete-suppression", Severity.ERROR, "A suppression lacks its reason or last day.", check=check
)
