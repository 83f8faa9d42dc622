"""Why a record's signature, or its absence, keeps it from being entered."""

from careleaf.model.errors import ReviewRefusedError
from careleaf.model.library import Library
from careleaf.model.policy import Signatures
from careleaf.model.review import ReviewRecord
from careleaf.model.signing_key import NAMESPACE, SignatureFault
from careleaf.reading.signature_checks import check_signature

_MISSING = (
    "Policy asks for a signature with the reviewer's own key. Write the record with --write-record FILE (of an answer "
    f"file: --write-records DIR), have it signed with `ssh-keygen -Y sign -f KEY -n {NAMESPACE} FILE`, and give "
    "--signature FILE.sig (--signatures DIR)."
)
_WHY = {
    SignatureFault.UNREADABLE: "This is no OpenSSH signature that can be verified. Give the .sig file that ssh-keygen "
    "made with a key of the type ed25519, ecdsa or rsa.",
    SignatureFault.OTHER_NAMESPACE: f"The signature was made for another purpose. Sign again with -n {NAMESPACE}.",
    SignatureFault.UNKNOWN_KEY: "The signature was made with a key that is not in the reviewer's `signing_keys`. Add "
    "the key once you have it from the reviewer themselves, or sign with one that is there.",
    SignatureFault.OTHER_TEXT: "The signature was made over another record: an option is not the same, or a review was "
    "entered meanwhile. Write the record again with --write-record FILE, and have it signed again.",
    SignatureFault.LAPSED_KEY: "The key does not count for that day. Sign with the key the reviewer uses now, or "
    "correct its days in the reviewer's record.",
    SignatureFault.REVOKED_KEY: "The key was revoked. Sign with the reviewer's new key.",
}


def refuse_unsigned(record: ReviewRecord, library: Library) -> None:
    """Raise ReviewRefusedError when policy asks for a signature and there is none, or when there is one that fails."""
    what = f"This review of `{record.page}` is not entered."
    if not record.signature:
        if library.policy.value.review.signatures is Signatures.REQUIRED:
            raise ReviewRefusedError(what, (_MISSING,))
        return
    fault = check_signature(record, library.people[record.reviewer].value.signing_keys).fault
    if fault:
        raise ReviewRefusedError(what, (_WHY[fault],))
