"""Reviewers of this site whose credentials are not recorded.

"Reviewed by Jo Roe" tells a patient nothing. "Jo Roe, MD" says who vouches for the words.

Can be wrong when: somebody reviews as a patient; give them the role of editor.

Add `credentials`, such as MD, RN or PharmD.

Bad:  `roles: [reviewer]` without `credentials`
Good: `roles: [reviewer]` and `credentials: MD`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.person import Role
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each reviewer without credentials."""
    for person in library.people.values():
        if Role.REVIEWER in person.value.roles and not person.value.credentials.strip():
            yield Finding(
                person.at("roles"),
                f"The reviewer {person.value.name} has no credentials.",
                "Add `credentials`, such as MD, RN or PharmD.",
            )


RULE = Rule(
    "REV103",
    "reviewer-without-credentials",
    Severity.ERROR,
    "A reviewer's credentials are missing.",
    check=check,
)
