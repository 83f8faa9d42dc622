"""Reviews dated outside the time for which their key counts.

A key that was replaced lies around. What it signs after its last day, nobody vouches for.

Can be wrong when: the days in the reviewer's record are wrong; correct `valid_from` or `valid_until`.

Have the page signed with the key the reviewer uses now.

Bad:  a review of 2026-11-01, signed with a key that has `valid_until: 2026-06-30`
Good: a review of 2026-06-01, signed with that key
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.signing_key import SignatureFault
from careleaf.rules.lookups.signatures import faulty_signatures


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each review dated before its key counts, or after."""
    for filed, key in faulty_signatures(library, SignatureFault.LAPSED_KEY):
        until = f" to {key.valid_until}" if key and key.valid_until else ""
        since = f"from {key.valid_from}" if key else ""
        yield Finding(
            filed.at("reviewed_on"),
            f"The review of {filed.record.reviewed_on} is signed with a key that counts {since}{until}.",
            "Have it signed with the key the reviewer uses now, or correct the days in the reviewer's record.",
        )


RULE = Rule("REV223", "lapsed-signing-key", Severity.ERROR, "A review was signed outside its key's time.", check=check)
