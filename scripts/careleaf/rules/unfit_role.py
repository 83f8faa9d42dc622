"""Reviews given in a capacity that policy does not ask for.

A site that promises its readers a specialist's look has to have had one.

Can be wrong when: the role is written in two ways; policy and record have to use the same words.

Have the page reviewed by somebody whose `reviews_as` holds a role of `review: {roles: […]}` in policy.yml.

Bad:  `role: physiotherapist`, and `review: {roles: [neurologist]}` in policy.yml
Good: `role: neurologist`, and `review: {roles: [neurologist]}` in policy.yml
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.review import Scope
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import reviews_in_force


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each clinical review in force whose role is not asked for."""
    asked = library.policy.value.review.roles
    for filed in reviews_in_force(library) if asked else ():
        record = filed.record
        if record.scope is Scope.CLINICAL and record.role not in asked:
            yield Finding(
                filed.at("role"),
                f"`{record.reviewer}` reviewed as {record.role}, and policy asks for {' or '.join(asked)}.",
                "Have the page reviewed in one of these roles, or correct `review: {roles: […]}` in policy.yml.",
            )


RULE = Rule(
    "REV216", "unfit-role", Severity.ERROR, "A review was given in a role that policy does not ask for.", check=check
)
