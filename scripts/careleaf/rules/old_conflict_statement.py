"""Statements on conflicts of interest that were given long ago.

Interests change. What somebody declared years ago says little about today's advice.

Can be wrong when: nothing has changed; then the statement is given again with today's date.

Ask again, and enter the day.

Bad:  `declared_on: 2020-01-05`
Good: `declared_on: 2026-11-01`
"""

from collections.abc import Iterator

from careleaf.model.calendar_month import add_months
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.person import OWN_ROLES
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each of this site's own people who should be asked again."""
    months = library.policy.value.review.conflicts_declared_every_months
    for person in library.people.values() if months else ():
        declared = person.value.conflict_of_interest
        if (
            declared
            and OWN_ROLES & set(person.value.roles)
            and add_months(declared.declared_on, months) < library.today
        ):
            message = f"{person.value.name} declared conflicts of interest last on {declared.declared_on}."
            yield Finding(person.at("conflict_of_interest"), message, "Ask again, and enter the day of the answer.")


RULE = Rule(
    "REV106", "old-conflict-statement", Severity.WARNING, "A statement on conflicts of interest is old.", check=check
)
