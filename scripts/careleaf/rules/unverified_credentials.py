"""Reviewers whose credentials nobody looked up, or not for a long time.

Letters after a name are easy to write. A licence can lapse or be taken away.

Can be wrong when: the register that licenses the reviewer cannot be asked; say so in `where`.

Look them up, and enter who did so, when and where.

Bad:  `credentials: MD` of somebody who reviews a page, and no `credentials_verified`
Good: `credentials_verified: {verified_on: 2026-11-01, by: test-editor, where: the state board's register}`
"""

from collections.abc import Iterator

from careleaf.model.calendar_month import add_months
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.person import Person, Role
from careleaf.model.record import Record
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import reviews_in_force

_HELP = "Look them up at the body that licenses, and enter `credentials_verified`."


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each reviewer in force whose credentials are unproved or due."""
    months = library.policy.value.review.credentials_checked_every_months
    in_force = dict.fromkeys(f.record.reviewer for f in reviews_in_force(library) if not f.record.is_correction)
    for key in in_force if months else ():
        person = library.people.get(key)
        if person is not None and Role.REVIEWER in person.value.roles:
            yield from _findings(person, library, months)


def _findings(person: Record[Person], library: Library, months: int) -> Iterator[Finding]:
    done = person.value.credentials_verified
    name = person.value.name
    if done is None:
        yield Finding(person.at("credentials"), f"Nobody has looked up the credentials of {name}.", _HELP)
    elif done.by not in library.people:
        message = f"`{done.by}`, who looked up the credentials of {name}, is not in the register of people."
        yield Finding(person.at("credentials_verified"), message, "Name somebody of the register.")
    elif add_months(done.verified_on, months) < library.today:
        message = f"The credentials of {name} were last looked up on {done.verified_on}."
        yield Finding(person.at("credentials_verified"), message, f"Policy asks for it every {months} months. {_HELP}")


RULE = Rule(
    "REV105", "unverified-credentials", Severity.WARNING, "A reviewer's credentials were not looked up.", check=check
)
