"""Review records with the places of their keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from careleaf.model.finding import Location
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.review import ReviewRecord, ReviewRegister, Scope


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
    """Yield the newest record of each scope: older ones are history, which nobody can change."""
    for filed in all_reviews(library):
        register = filed.register.value
        if any(filed.record is register.latest(scope) for scope in Scope):
            yield filed
