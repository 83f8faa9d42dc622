"""Signatures that do not stand for the record they are under.

The record was altered after it was signed, or the signature was taken from another record, page, site or purpose.

Can be wrong when: never; one changed letter of the record is enough, and that is what a signature is for.

Bring back the record as it was signed, or have the page reviewed and signed again.

Bad:  a record signed for `legs/timing` that now says `page: legs/causes`
Good: the record as it was signed, for the namespace `careleaf-review`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.signing_key import NAMESPACE, SignatureFault
from careleaf.rules.lookups.signatures import faulty_signatures

_SAID = {
    SignatureFault.UNREADABLE: "is no OpenSSH signature that can be verified",
    SignatureFault.OTHER_NAMESPACE: f"was not made for `{NAMESPACE}`",
    SignatureFault.OTHER_TEXT: "was made over another record",
}


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each signature that cannot be read, or was made over or for something else."""
    for filed, _ in faulty_signatures(library, *_SAID):
        fault = library.signature_checks[filed.page_id, filed.index].fault
        yield Finding(
            filed.at("signature"),
            f"The signature under the review of {filed.record.reviewed_on} {_SAID[fault] if fault else ''}.",
            "Bring back the record as it was signed, or have the page reviewed and signed again.",
        )


RULE = Rule("REV221", "broken-signature", Severity.ERROR, "A signature does not stand for its record.", check=check)
