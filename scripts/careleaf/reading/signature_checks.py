"""What the signatures under review records prove, found out once when the registers are read."""

from collections.abc import Iterator, Mapping, Sequence

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding
from careleaf.model.person import Person
from careleaf.model.record import Record
from careleaf.model.record_text import record_text
from careleaf.model.review import ReviewRecord, ReviewRegister
from careleaf.model.signing_key import NAMESPACE, SignatureCheck, SignatureFault, SigningKey

Checks = Mapping[tuple[str, int], SignatureCheck]


def signature_checks(reviews: Mapping[str, Record[ReviewRegister]], people: Mapping[str, Record[Person]]) -> Checks:
    """Verify every signature against its reviewer's keys; records without one are left out."""
    return {
        (page_id, index): check_signature(record, people[record.reviewer].value.signing_keys)
        if record.reviewer in people
        else SignatureCheck(SignatureFault.UNKNOWN_KEY)
        for page_id, register in reviews.items()
        for index, record in enumerate(register.value.records)
        if record.signature
    }


def check_signature(record: ReviewRecord, keys: Sequence[SigningKey]) -> SignatureCheck:
    """Say whether a record's signature stands for the record and was made with one of its reviewer's keys."""
    from careleaf.reading.ssh_signature import UnreadableError, is_made_over, parse_signature  # slow

    try:
        signature = parse_signature(record.signature)
        if signature.namespace != NAMESPACE:
            return SignatureCheck(SignatureFault.OTHER_NAMESPACE)
        key = next((key for key in keys if _blob(key) == signature.key), None)
        if not is_made_over(record_text(record), signature):
            return SignatureCheck(SignatureFault.OTHER_TEXT, key)
    except UnreadableError:
        return SignatureCheck(SignatureFault.UNREADABLE)
    return SignatureCheck(_key_fault(key, record), key)


def unusable_keys(people: Mapping[str, Record[Person]]) -> Iterator[Fault]:
    """Yield a fault for each public key that cannot be read, or that nobody should rely on."""
    for person in people.values():
        for index, key in enumerate(person.value.signing_keys):
            if not _blob(key):
                place = person.at(f"signing_keys.{index}.key")
                message = "This is no public OpenSSH key that can be used."
                advice = "Copy the line of the .pub file, of a key of the type ed25519, ecdsa, or rsa from 2048 bits."
                yield Fault(FaultKind.INVALID_FIELD, Finding(place, message, advice))


def _key_fault(key: SigningKey | None, record: ReviewRecord) -> SignatureFault | None:
    if key is None:
        return SignatureFault.UNKNOWN_KEY
    if key.revoked_on:
        return SignatureFault.REVOKED_KEY
    return None if key.covers(record.reviewed_on) else SignatureFault.LAPSED_KEY


def _blob(key: SigningKey) -> bytes:
    from careleaf.reading.ssh_signature import UnreadableError, key_blob  # slow

    try:
        return key_blob(key.key)
    except UnreadableError:
        return b""
