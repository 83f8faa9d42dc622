"""Signatures that do not stand for their records."""

from collections.abc import Iterator

from careleaf.model.library import Library
from careleaf.model.signing_key import SignatureFault, SigningKey
from careleaf.rules.lookups.reviews import FiledReview, all_reviews


def faulty_signatures(library: Library, *faults: SignatureFault) -> Iterator[tuple[FiledReview, SigningKey | None]]:
    """Yield each record whose signature has one of these faults, and the reviewer's key that made it, if known."""
    for filed in all_reviews(library):
        check = library.signature_checks.get((filed.page_id, filed.index))
        if check is not None and check.fault in faults:
            yield filed, check.key
