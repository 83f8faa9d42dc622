"""How one page stands with its reviews: a row of `careleaf review status`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from careleaf.model.canonical import canonical_text
from careleaf.model.differences import ChangedLine, PieceKind, differences
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """What an editor has to know about one page."""

    page: str
    title: str
    path: str
    url: str
    """The page's full address, or relative to the site when it has none."""
    state: StateName
    digest: str
    reviewers: tuple[str, ...]
    """Ids of those whose reviews count, newest first."""
    signed_on: date | None
    due_on: date | None
    days_left: int | None
    """Days until it falls due; below 0 when it is overdue."""
    signed: tuple[str, ...]
    """Ids of those who signed today's wording."""
    needed: int
    """How many have to."""
    changes: tuple[ChangedLine, ...] = ()
    """What is not as it was signed."""

    @property
    def words_added(self) -> int:
        """How many words stand on the page that nobody signed."""
        return sum(line.words(PieceKind.ADDED) for line in self.changes)

    @property
    def words_removed(self) -> int:
        """How many signed words are gone."""
        return sum(line.words(PieceKind.REMOVED) for line in self.changes)


def review_status(page: Page, library: Library) -> ReviewStatus:
    """Say how a topic page stands today."""
    state = page_state(page, library)
    due_on = None if state.name is StateName.WITHDRAWN else state.due_on
    return ReviewStatus(
        page=page.id,
        title=page.front.value.title,
        path=page.path,
        url=library.site.url + page.url,
        state=state.name,
        digest=state.digest,
        reviewers=tuple(record.reviewer for record in state.reviews),
        signed_on=state.review.reviewed_on if state.review else None,
        due_on=due_on,
        days_left=(due_on - library.today).days if due_on else None,
        signed=tuple(record.reviewer for record in state.signed),
        needed=library.policy.value.review.reviewers,
        changes=changes_since_review(page, library),
    )


def changes_since_review(page: Page, library: Library) -> tuple[ChangedLine, ...]:
    """Return what is not as it was last signed; nothing when it is, or was never signed."""
    review = page_state(page, library).review
    kept = library.signed_texts.get(page.id, {}).get(review.digest) if review else None
    return differences(kept.text, canonical_text(page, library)) if kept else ()


def within(rows: Sequence[ReviewStatus], days: int) -> tuple[ReviewStatus, ...]:
    """Return the rows that fall due within so many days; those overdue are among them."""
    return tuple(row for row in rows if row.days_left is not None and row.days_left <= days)
