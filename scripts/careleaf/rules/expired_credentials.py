"""Reviews signed when the reviewer's credentials had expired.

A patient is told that a clinician vouches for the words. On that day the reviewer was none, as far as is recorded.

Can be wrong when: the credentials were renewed; enter the new day in the person's record.

Correct `credentials_expire_on`, or have the page reviewed by somebody else.

Bad:  `credentials_expire_on: 2026-06-30` and a review of 2026-11-01
Good: `credentials_expire_on: 2028-06-30` and a review of 2026-11-01
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import reviews_in_force


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each review in force that was made with expired credentials."""
    for filed in reviews_in_force(library):
        person = library.people.get(filed.record.reviewer)
        expired_on = person.value.credentials_expire_on if person else None
        if expired_on and filed.record.reviewed_on > expired_on:
            yield Finding(
                filed.at("reviewed_on"),
                f"The credentials of `{filed.record.reviewer}` expired on {expired_on}, before this review.",
                "Enter the renewal in the person's record, or have the page reviewed by somebody else.",
            )


RULE = Rule(
    "REV215", "expired-credentials", Severity.ERROR, "A review was signed after the credentials expired.", check=check
)
