"""Suppressions of a rule that does not exist.

A misspelt code silences nothing, while its author believes that the finding was dealt with.

Can be wrong when: the code belongs to a newer careleaf than the one that checks.

Write the code as it stands in the finding; `careleaf rules` lists them all.

Bad:  `<!-- careleaf: allow LNK03 until 2027-01-31: the portal's own wording -->`
Good: `<!-- careleaf: allow LNK003 until 2027-01-31: the portal's own wording -->`
"""

from collections.abc import Iterator
from difflib import get_close_matches

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each suppression of an unknown code."""
    known = library.rule_weights
    for suppression in library.suppressions:
        if suppression.code and suppression.code not in known:
            close = get_close_matches(suppression.code.upper(), known, n=1)
            advice = f"Did you mean `{close[0]}`?" if close else "`careleaf rules` lists all codes."
            yield Finding(suppression.location, f"There is no rule with the code `{suppression.code}`.", advice)


RULE = Rule("FMT904", "unknown-suppression", Severity.ERROR, "A suppression names no rule.", check=check)
