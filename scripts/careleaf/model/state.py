"""Which state a page is in today: the first that applies, in the order of `StateName`."""

from dataclasses import dataclass
from datetime import date

from careleaf.model.calendar_month import add_months
from careleaf.model.canonical import page_digest
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.published import PublishedPage
from careleaf.model.review import ReviewRecord, Scope
from careleaf.model.state_name import StateName


@dataclass(frozen=True, slots=True)
class PageState:
    """What is true of a page's wording today."""

    name: StateName
    digest: str
    review: ReviewRecord | None = None
    """The latest clinical review, also of an earlier wording."""
    due_on: date | None = None
    """The day someone has to look at the page again."""
    withdrawal: PublishedPage | None = None
    taken_back: tuple[str, ...] = ()
    """Keys of cited sources that were retracted or withdrawn."""


def page_state(page: Page, library: Library) -> PageState:
    """Decide the state of a topic page."""
    digest = page_digest(page, library)
    review = _latest_review(page, library)
    due_on = review.next_review_on if review else _unreviewed_due_on(page, library)
    released = library.published.value.pages.get(page.url)
    withdrawal = released if released and released.is_withdrawn else None
    taken_back = tuple(key for key in page.body.cited_sources if library.is_taken_back(key))
    if withdrawal:
        name = StateName.WITHDRAWN
    else:
        name = StateName.SOURCE_RETRACTED if taken_back else _name(page, library, digest, review, due_on)
    return PageState(name, digest, review, due_on, withdrawal, taken_back)


def _name(page: Page, library: Library, digest: str, review: ReviewRecord | None, due_on: date | None) -> StateName:
    if review and review.digest != digest:
        return StateName.CHANGED
    if due_on and due_on < library.today:
        return StateName.OVERDUE
    if review:
        return StateName.REVIEWED
    return StateName.ADAPTED if page.front.value.adapted_from else StateName.UNREVIEWED


def _latest_review(page: Page, library: Library) -> ReviewRecord | None:
    register = library.reviews.get(page.id)
    return register.value.latest(Scope.CLINICAL) if register else None


def _unreviewed_due_on(page: Page, library: Library) -> date | None:
    changed_on = page.front.value.last_changed_on
    months = library.policy.value.unreviewed_expires_after_months
    return add_months(changed_on, months) if changed_on else None
