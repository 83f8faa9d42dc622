"""Whether enough clinicians have signed one and the same wording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.policy import Signatures
from careleaf.model.review import ReviewRecord, Scope


@dataclass(frozen=True, slots=True)
class SignOff:
    """The reviews by which a wording counts as reviewed: as many different people as policy asks for."""

    records: tuple[ReviewRecord, ...]
    """Newest first, one a person."""

    @property
    def digest(self) -> str:
        """The wording they signed."""
        return self.records[0].digest

    @property
    def latest(self) -> ReviewRecord:
        """The review that completed it."""
        return self.records[0]

    @property
    def due_on(self) -> date:
        """The first day on which one of them asked to look again."""
        return min(record.next_review_on for record in self.records)


def counting_reviews(page: Page, library: Library) -> tuple[ReviewRecord, ...]:
    """Return the clinical reviews that count for a page, oldest first.

    One that names another page or site, or whose signature proves nothing, never counts.
    """
    register = library.reviews.get(page.id)
    if register is None:
        return ()
    counting = [
        record
        for index, record in enumerate(register.value.records)
        if record.scope is Scope.CLINICAL and _belongs(record, page, library) and _is_trusted(page.id, index, library)
    ]
    return tuple(sorted(counting, key=lambda record: record.reviewed_on))


def last_sign_off(reviews: Sequence[ReviewRecord], needed: int) -> SignOff | None:
    """Return the newest wording that `needed` different people signed; `reviews` stand oldest first."""
    newest_first = list(reversed(reviews))
    for digest in dict.fromkeys(record.digest for record in newest_first):
        records = tuple(_one_a_person(record for record in newest_first if record.digest == digest))
        if len(records) >= needed:
            return SignOff(records[:needed])
    return None


def signed_so_far(reviews: Sequence[ReviewRecord], digest: str) -> tuple[ReviewRecord, ...]:
    """Return the newest review of a wording by each person who signed it."""
    return tuple(_one_a_person(record for record in reversed(reviews) if record.digest == digest))


def _one_a_person(records: Iterator[ReviewRecord]) -> Iterator[ReviewRecord]:
    seen: set[str] = set()
    for record in records:
        if record.reviewer not in seen:
            seen.add(record.reviewer)
            yield record


def _belongs(record: ReviewRecord, page: Page, library: Library) -> bool:
    site_id = library.policy.value.site_id
    return record.page == page.id and (not site_id or record.site == site_id)


def _is_trusted(page_id: str, index: int, library: Library) -> bool:
    check = library.signature_checks.get((page_id, index))
    if check is None:
        return library.policy.value.review.signatures is Signatures.OPTIONAL
    return check.fault is None
