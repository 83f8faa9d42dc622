"""Reviews without a signature, where policy asks for one.

Without the reviewer's own key anybody who can write to the site's files can enter a review in their name.

Can be wrong when: the site only asks for signatures from now on; have the pages signed again as they fall due first.

Have the page reviewed again and signed with `ssh-keygen -Y sign`, or set `signatures: optional` in policy.yml.

Bad:  a record without `signature`, and `review: {signatures: required}` in policy.yml
Good: a record with the `signature` of a key in the reviewer's `signing_keys`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.policy import Signatures
from careleaf.model.review import Scope
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import reviews_in_force


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each clinical review in force that nobody signed with a key."""
    if library.policy.value.review.signatures is not Signatures.REQUIRED:
        return
    for filed in reviews_in_force(library):
        if filed.record.scope is Scope.CLINICAL and not filed.record.signature:
            yield Finding(
                filed.at("reviewer"),
                f"The review of {filed.record.reviewed_on} has no signature, and policy asks for one.",
                "Have the page reviewed again, and sign the record: `careleaf review sign --write-record FILE`.",
            )


RULE = Rule(
    "REV220", "unsigned-review", Severity.ERROR, "A review lacks the signature that policy asks for.", check=check
)
