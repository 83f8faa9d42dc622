"""Why a review cannot be entered, each with what to do next."""

import re
from collections.abc import Iterator
from datetime import timedelta
from difflib import get_close_matches

from careleaf.model.calendar_month import add_months
from careleaf.model.digest import SCHEME
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.person import Person, Role
from careleaf.model.state import PageState
from careleaf.model.state_name import StateName
from careleaf.review.entry import Entry

SHORTEST = 12
"""Hexadecimal characters of a digest that an editor has to copy from paper."""
_AHEAD = timedelta(days=1)
"""Where the reviewer is it can be tomorrow already."""
_HEXADECIMAL = re.compile(r"[0-9a-f]*")


def refusals(entry: Entry, page: Page, state: PageState, library: Library) -> Iterator[str]:
    """Yield every reason not to enter a review, in one or two sentences."""
    if not library.policy.value.site_id:
        yield "This site has no name, which a record has to carry. Set `site_id` in docs/_data/policy.yml."
    if state.name is StateName.WITHDRAWN:
        yield f"`{page.id}` is withdrawn. Only a page that is published can be reviewed."
    yield from _digest_refusals(entry, page, state)
    yield from _reviewer_refusals(entry, page, library)
    yield from _date_refusals(entry, library)
    if any(r.reviewer == entry.reviewer and r.reviewed_on == entry.on for r in state.signed):
        yield f"The review of `{page.id}` by `{entry.reviewer}` of {entry.on} is entered already: nothing to do."


def digest_asked(entry: Entry) -> str:
    """Return the digest as it was given, without scheme, spaces or hyphens, in small letters."""
    given = "".join(entry.digest.split()).casefold()
    return given.removeprefix(f"{SCHEME}-").replace("-", "")


def _digest_refusals(entry: Entry, page: Page, state: PageState) -> Iterator[str]:
    given, today = digest_asked(entry), state.digest.partition("-")[2]
    if not _HEXADECIMAL.fullmatch(given) or not SHORTEST <= len(given) <= len(today):
        yield (
            f"`{entry.digest[:80]}` is no digest. Copy it from the packet: {SCHEME}- and at least "
            f"{SHORTEST} characters, 0 to 9 and a to f."
        )
    elif not today.startswith(given):
        yield (
            f"`{page.id}` is no longer worded as in that packet: the packet says {given[:SHORTEST]}, the page is "
            f"{today[:SHORTEST]} now. Make a new packet with `careleaf review packet {page.id}` and have it signed."
        )


def _reviewer_refusals(entry: Entry, page: Page, library: Library) -> Iterator[str]:
    record = library.people.get(entry.reviewer)
    if record is None:
        close = get_close_matches(entry.reviewer, library.people, n=1, cutoff=0.6)
        near = f"Did you mean `{close[0]}`?" if close else f"Add docs/_data/people/{entry.reviewer[:60]}.yml first."
        yield f"`{entry.reviewer[:60]}` is not in the register of people. {near}"
        return
    person = record.value
    if Role.REVIEWER not in person.roles:
        yield f"`{entry.reviewer}` is no reviewer of this site. Add `reviewer` to `roles` in {record.location.path}."
    if entry.reviewer in page.front.value.authors:
        yield f"`{entry.reviewer}` is an author of `{page.id}`. Have it reviewed by somebody who did not write it."
    if not person.credentials.strip():
        yield f"`{entry.reviewer}` has no credentials. Add `credentials`, such as MD or RN, to {record.location.path}."
    if person.credentials_expire_on and person.credentials_expire_on < entry.on:
        yield (
            f"The credentials of `{entry.reviewer}` expired on {person.credentials_expire_on}. Enter their renewal in "
            f"{record.location.path}, or have the page reviewed by somebody else."
        )
    yield from _role_refusals(entry, person, library)


def _role_refusals(entry: Entry, person: Person, library: Library) -> Iterator[str]:
    asked, held = library.policy.value.review.roles, person.reviews_as
    role = role_of(entry, person, library)
    if asked and not set(asked) & set(held):
        yield (
            f"Policy asks for a review by a {' or '.join(asked)}, and `{entry.reviewer}` is recorded as "
            f"{' and '.join(held) or 'none of these'}. Have the page reviewed by one, or complete `reviews_as`."
        )
    elif not role:
        known = " or ".join(f'--role "{each}"' for each in held) or '--role, such as --role "nurse specialist"'
        yield f"In which capacity `{entry.reviewer}` reviewed is not clear. Say {known}."
    elif (held and role not in held) or (asked and role not in asked):
        fitting = [each for each in held if not asked or each in asked]
        yield f"`{entry.reviewer}` cannot review as {role[:60]}. Say {' or '.join(fitting)}."


def role_of(entry: Entry, person: Person, library: Library) -> str:
    """Return the capacity in which the page was reviewed; empty when it is not clear."""
    asked = library.policy.value.review.roles
    fitting = [role for role in person.reviews_as if not asked or role in asked]
    return entry.role or (fitting[0] if len(fitting) == 1 else "")


def _date_refusals(entry: Entry, library: Library) -> Iterator[str]:
    if entry.on > library.today + _AHEAD:
        yield f"{entry.on} has not come yet: today is {library.today}. Give the day on which the page was signed."
    due_on, months = entry.next_review_on, library.policy.value.review.every_months
    if due_on and due_on <= entry.on:
        yield f"The next review, {due_on}, is not after this one, {entry.on}. Give a later day."
    elif due_on and due_on > add_months(entry.on, months):
        yield (
            f"The next review, {due_on}, is later than policy allows: {add_months(entry.on, months)}, "
            f"{months} months after this one. Give an earlier day, or change `every_months` in policy.yml."
        )
