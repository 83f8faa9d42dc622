"""Suppressions of what nobody may wave through.

A figure that its evidence does not hold, a source that was retracted or that nobody opened, words lost on the way to
the page, who reviewed what, and markup that could act: these can hurt a patient, whatever the reason.

Can be wrong when: never; the list is part of what careleaf promises.

Correct what the finding says, or withdraw the page.

Bad:  `<!-- careleaf: allow CLM210 until 2027-01-31: rounded for readers -->`
Good: `about 40% of people`, with the word *about* that allows rounding
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each suppression of a binding rule."""
    for suppression in library.suppressions:
        weight = library.rule_weights.get(suppression.code)
        if weight is not None and weight.is_binding:
            message = f"`{suppression.code}` can never be suppressed."
            yield Finding(suppression.location, message, "Remove the comment and correct what the finding says.")


RULE = Rule("FMT905", "forbidden-suppression", Severity.ERROR, "A suppression of a rule that allows none.", check=check)
