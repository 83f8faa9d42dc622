"""Reviews signed with a key that was found to be in other hands.

Whoever has the key can sign with any date. So nothing it ever signed counts any more, and its pages say that they
are not reviewed, or are held back, as policy says. Other pages are not held up.

Can be wrong when: the key was only replaced; then give it `valid_until` instead of `revoked_on`.

Have the page reviewed again and signed with the reviewer's new key.

Bad:  a signature by a key with `revoked_on: 2026-11-01`
Good: a new record, signed with the reviewer's new key
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.signing_key import SignatureFault
from careleaf.rules.lookups.reviews import reviews_in_force
from careleaf.rules.lookups.signatures import faulty_signatures


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each review in force whose key was revoked."""
    in_force = {(filed.page_id, filed.index) for filed in reviews_in_force(library)}
    for filed, key in faulty_signatures(library, SignatureFault.REVOKED_KEY):
        if (filed.page_id, filed.index) in in_force:
            revoked_on = key.revoked_on if key else ""
            yield Finding(
                filed.at("signature"),
                f"The key under the review of {filed.record.reviewed_on} was revoked on {revoked_on}.",
                "Have the page reviewed again and signed with the reviewer's new key.",
            )


RULE = Rule(
    "REV224", "revoked-signing-key", Severity.WARNING, "A review was signed with a key in other hands.", check=check
)
