"""Which state a page is in today: the first that applies, in the order of `StateName`."""

from dataclasses import dataclass
from datetime import date

from careleaf.model.calendar_month import add_months
from careleaf.model.canonical import page_digest
from careleaf.model.carried_review import Carried, carried
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.published import PublishedPage
from careleaf.model.review import ReviewRecord
from careleaf.model.sign_off import SignOff, counting_reviews, last_sign_off, signed_so_far
from careleaf.model.state_name import StateName


@dataclass(frozen=True, slots=True)
class PageState:
    """What is true of a page's wording today."""

    name: StateName
    digest: str
    review: ReviewRecord | None = None
    """The review that last made the page count as reviewed, also of an earlier wording."""
    reviews: tuple[ReviewRecord, ...] = ()
    """All reviews it took for that, newest first: more than one where policy asks for more."""
    signed: tuple[ReviewRecord, ...] = ()
    """Who has signed today's wording so far, or one that differs from it by corrections alone; newest first."""
    corrections: tuple[Carried, ...] = ()
    """What was corrected between the signed wording and today's, newest first."""
    due_on: date | None = None
    """The day someone has to look at the page again."""
    withdrawal: PublishedPage | None = None
    taken_back: tuple[str, ...] = ()
    """Keys of cited sources that were retracted or withdrawn."""
    has_lapsed: bool = False
    """Whether it is due only because an error was allowed on it up to a day that has passed."""


def page_state(page: Page, library: Library) -> PageState:
    """Decide the state of a topic page."""
    digest = page_digest(page, library)
    signed_digest, corrections = carried(page, library, digest)
    reviews = counting_reviews(page, library)
    last = last_sign_off(reviews, library.policy.value.review.reviewers)
    due_on, has_lapsed = _due_on(page, library, last)
    released = library.published.value.pages.get(page.url)
    withdrawal = released if released and released.is_withdrawn else None
    taken_back = library.taken_back(page)
    if withdrawal:
        name = StateName.WITHDRAWN
    else:
        name = StateName.SOURCE_RETRACTED if taken_back else _name(page, library, signed_digest, last, due_on)
    return PageState(
        name,
        digest,
        review=last.latest if last else None,
        reviews=last.records if last else (),
        signed=signed_so_far(reviews, signed_digest),
        corrections=corrections,
        due_on=due_on,
        withdrawal=withdrawal,
        taken_back=taken_back,
        has_lapsed=has_lapsed,
    )


def _name(page: Page, library: Library, digest: str, last: SignOff | None, due_on: date | None) -> StateName:
    if last and last.digest != digest:
        return StateName.CHANGED
    if due_on and due_on < library.today:
        return StateName.OVERDUE
    if last:
        return StateName.REVIEWED
    return StateName.ADAPTED if page.front.value.adapted_from else StateName.UNREVIEWED


def _due_on(page: Page, library: Library, last: SignOff | None) -> tuple[date | None, bool]:
    """Return the day a page falls due, and whether a suppression's last day alone is the reason."""
    due_on = last.due_on if last else _unreviewed_due_on(page, library)
    lapsed_on = _lapsed_on(page, library)
    if lapsed_on is None or (due_on is not None and due_on < library.today):
        return due_on, False
    return lapsed_on, True


def _lapsed_on(page: Page, library: Library) -> date | None:
    """Return the first day up to which an error was allowed on a page, when it has passed.

    A date alone must never stop the other pages. So the error stays allowed, and this page is overdue.
    """
    return min((s.until for s in page.suppressions if s.until and library.has_lapsed(s)), default=None)


def _unreviewed_due_on(page: Page, library: Library) -> date | None:
    changed_on = page.front.value.last_changed_on
    months = library.policy.value.unreviewed_expires_after_months
    return add_months(changed_on, months) if changed_on else None
