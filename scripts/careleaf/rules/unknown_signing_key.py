"""Reviews signed with a key that is not the reviewer's, as far as the register knows.

Anybody can make a key. Only one that the site has recorded for the reviewer says that it was they who signed.

Can be wrong when: the reviewer has a new key; record it once you have it from the reviewer themselves.

Add the public key to `signing_keys` of the reviewer, or have the page signed with a key that is there.

Bad:  a signature by a key that no `signing_keys` of the reviewer holds
Good: a signature by a key in the reviewer's record
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.signing_key import SignatureFault
from careleaf.rules.lookups.signatures import faulty_signatures


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each signature by a key the register does not hold for its reviewer."""
    for filed, _ in faulty_signatures(library, SignatureFault.UNKNOWN_KEY):
        reviewer = filed.record.reviewer
        yield Finding(
            filed.at("signature"),
            f"The review of {filed.record.reviewed_on} is signed with a key that is not recorded for `{reviewer}`.",
            f"Add the key to `signing_keys` in docs/_data/people/{reviewer}.yml, or have the page signed again.",
        )


RULE = Rule(
    "REV222", "unknown-signing-key", Severity.ERROR, "A review was signed with a key nobody knows.", check=check
)
