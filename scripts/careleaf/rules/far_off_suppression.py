"""Suppressions that would last longer than policy allows.

A day far away is no day: nobody who allowed the finding will be there to look again.

Can be wrong when: the site looks at its pages in longer rounds. Set `suppressions_last_at_most_days` in policy.yml.

Set a nearer day, at which somebody looks again.

Bad:  `<!-- careleaf: allow LNK003 until 2099-12-31: the portal's own wording -->`
Good: `<!-- careleaf: allow LNK003 until 2027-01-31: the portal's own wording -->`
"""

from collections.abc import Iterator
from datetime import timedelta

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each suppression whose last day is too far off."""
    days = library.policy.value.suppressions_last_at_most_days
    for suppression in library.suppressions:
        if suppression.is_far_off(library.today, days):
            message = f"This suppression would last until {suppression.until}, longer than {days} days."
            latest = library.today + timedelta(days=max(days, 0))
            yield Finding(suppression.location, message, f"Set a day up to {latest}.")


RULE = Rule("FMT906", "far-off-suppression", Severity.ERROR, "A suppression would last too long.", check=check)
