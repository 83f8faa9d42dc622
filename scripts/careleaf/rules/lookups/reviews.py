"""Review records with the places of their keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from careleaf.model.finding import Location
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.record import Record
from careleaf.model.review import ReviewRecord, ReviewRegister, Scope
from careleaf.model.sign_off import counting_reviews, last_sign_off


@dataclass(frozen=True, slots=True)
class FiledReview:
    """One review record and where it stands."""

    page_id: str
    """The page whose file it stands in."""
    record: ReviewRecord
    index: int
    register: Record[ReviewRegister]

    def at(self, key: str) -> Location:
        """Return the place of a key of this record."""
        return self.register.places.get(f"records.{self.index}.{key}", self.register.at(f"records.{self.index}"))


def all_reviews(library: Library) -> Iterator[FiledReview]:
    """Yield every review record."""
    for page_id, register in library.reviews.items():
        for index, record in enumerate(register.value.records):
            yield FiledReview(page_id, record, index, register)


def reviews_in_force(library: Library) -> Iterator[FiledReview]:
    """Yield the newest record of each scope, and all that a page's state rests on; older ones are history."""
    resting = {page.id: _sign_off(page, library) for page in library.pages if page.id in library.reviews}
    for filed in all_reviews(library):
        register = filed.register.value
        newest = any(filed.record is register.latest(scope) for scope in Scope)
        if newest or any(filed.record is record for record in resting.get(filed.page_id, ())):
            yield filed


def _sign_off(page: Page, library: Library) -> tuple[ReviewRecord, ...]:
    last = last_sign_off(counting_reviews(page, library), library.policy.value.review.reviewers)
    return last.records if last else ()
