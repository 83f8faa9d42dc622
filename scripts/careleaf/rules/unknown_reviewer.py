"""Reviews by somebody who is not in the register of people as a reviewer of this site.

A name without a record says nothing about who vouches for the words. Who reviewed an original article has
not seen these pages.

Can be wrong when: the person's file has another name; its name is the id.

Add the person below `docs/_data/people` with the role `reviewer`, or correct the id.

Bad:  `reviewer: chester-wu`, whose only role is `original-reviewer`
Good: `reviewer: jo-roe`, whose record has `roles: [reviewer]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.person import Role
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion
from careleaf.rules.lookups.reviews import FiledReview, reviews_in_force
from careleaf.rules.lookups.unread import is_unread


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each review by nobody the register knows as a reviewer."""
    for filed in reviews_in_force(library):
        reviewer = filed.record.reviewer
        person = library.people.get(reviewer)
        if person is None and not is_unread(library, "people", reviewer):
            advice = f"Add docs/_data/people/{reviewer}.yml with the role `reviewer`."
            yield Finding(
                filed.at("reviewer"),
                f"The reviewer `{reviewer}` is not in the register of people.",
                suggestion(reviewer, library.people, advice),
            )
        elif person is not None and (role := _role(filed)) not in person.value.roles:
            yield Finding(
                filed.at("reviewer"),
                f"`{reviewer}` is not a {role} of this site, but {', '.join(person.value.roles)}.",
                f"Only somebody with the role `{role}` can {_DOES[role]} a page of this site.",
            )


def _role(filed: FiledReview) -> Role:
    """Return what somebody has to be to make this record."""
    return Role.EDITOR if filed.record.is_correction else Role.REVIEWER


_DOES = {Role.REVIEWER: "review", Role.EDITOR: "correct"}

RULE = Rule("REV205", "unknown-reviewer", Severity.ERROR, "A review names no reviewer of this site.", check=check)
