"""Reviewers whose credentials run out soon, or have run out.

Nothing can be signed after that day. A reviewer who hears of it in time can send the renewal.

Can be wrong when: they were renewed; enter the new day.

Ask the reviewer for the renewal, and enter it.

Bad:  `credentials_expire_on: 2026-12-01`, and today is 2026-11-23
Good: `credentials_expire_on: 2028-12-01`
"""

from collections.abc import Iterator
from datetime import timedelta

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.person import Role
from careleaf.model.rule import Rule

_NOTICE = timedelta(days=60)


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each reviewer whose last day is near or past."""
    for person in library.people.values():
        last = person.value.credentials_expire_on
        if last is None or Role.REVIEWER not in person.value.roles or last - _NOTICE > library.today:
            continue
        when = "expired" if last < library.today else "expire"
        message = f"The credentials of {person.value.name} {when} on {last}."
        yield Finding(person.at("credentials_expire_on"), message, "Ask for the renewal, and enter its last day.")


RULE = Rule("REV107", "expiring-credentials", Severity.WARNING, "A reviewer's credentials run out.", check=check)
