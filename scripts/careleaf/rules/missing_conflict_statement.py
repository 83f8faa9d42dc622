"""People of this site without a statement on conflicts of interest.

A patient may ask whether somebody earns by the advice. The answer must stand on the page, also when it is
no.

Can be wrong when: never; people behind an original work (`original-author`, `original-reviewer`) are not
asked.

Add `conflict_of_interest` with a `statement` and the day it was declared.

Bad:  `roles: [author]` and nothing about conflicts
Good: `conflict_of_interest: {statement: None declared., declared_on: 2026-11-23}`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.person import OWN_ROLES
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each author, editor and reviewer of this site without a statement."""
    for person in library.people.values():
        own = [role for role in person.value.roles if role in OWN_ROLES]
        statement = person.value.conflict_of_interest
        if own and (statement is None or not statement.statement.strip()):
            yield Finding(
                person.at("conflict_of_interest" if statement else "roles"),
                f"{person.value.name}, {own[0]} of this site, has no statement on conflicts of interest.",
                "Add `conflict_of_interest` with `statement` and `declared_on`.",
            )


RULE = Rule(
    "REV104",
    "missing-conflict-statement",
    Severity.ERROR,
    "An author, editor or reviewer declared nothing on conflicts of interest.",
    check=check,
)
