"""The six states of a page, in the order in which they are asked."""

from dataclasses import replace
from datetime import date

import pytest

from careleaf.model.calendar_month import add_months
from careleaf.model.canonical import page_digest
from careleaf.model.front_matter import AdaptedFrom, FrontMatter
from careleaf.model.library import Library
from careleaf.model.policy import Policy
from careleaf.model.published import Published, PublishedPage, PublishedStatus
from careleaf.model.review import ReviewRecord, ReviewRegister, Scope
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName
from tests.model.libraries import FRONT, library_of, page_of, record

TEXT = "Evenings are hardest.\n"
ADAPTED = AdaptedFrom("On legs", "Somebody", "adviser", "not known", "not known", "not known")


def site(
    *reviews: ReviewRecord, front: FrontMatter = FRONT, today: date = date(2026, 11, 23), **changes: object
) -> Library:
    page = page_of(TEXT, front)
    return library_of(page, today, reviews={page.id: record(ReviewRegister(reviews))}, **changes)


def review(**changes: object) -> ReviewRecord:
    page = page_of(TEXT)
    given = ReviewRecord(
        reviewer="checker",
        role="neurologist",
        reviewed_on=date(2026, 11, 1),
        next_review_on=date(2027, 11, 1),
        scope=Scope.CLINICAL,
        digest=page_digest(page, library_of(page)),
        page="legs/timing",
        site="health",
        statement="I read this page.",
    )
    return replace(given, **changes)


def state_of(library: Library) -> StateName:
    return page_state(library.pages[0], library).name


def test_without_a_review_a_page_is_unreviewed() -> None:
    assert state_of(site()) is StateName.UNREVIEWED


def test_without_a_review_a_page_that_names_its_original_is_adapted() -> None:
    assert state_of(site(front=replace(FRONT, adapted_from=ADAPTED))) is StateName.ADAPTED


def test_with_a_review_of_its_wording_a_page_is_reviewed() -> None:
    assert state_of(site(review())) is StateName.REVIEWED


def test_an_editorial_review_does_not_make_a_page_reviewed() -> None:
    assert state_of(site(review(scope=Scope.EDITORIAL))) is StateName.UNREVIEWED


def test_a_review_due_today_is_not_overdue_and_one_due_yesterday_is() -> None:
    due = review(next_review_on=date(2026, 11, 23))
    assert state_of(site(due)) is StateName.REVIEWED
    assert state_of(site(due, today=date(2026, 11, 24))) is StateName.OVERDUE


def test_a_review_of_an_earlier_wording_counts_before_its_date() -> None:
    old = review(digest="c1-0", next_review_on=date(2026, 11, 2))
    assert state_of(site(old)) is StateName.CHANGED


def test_a_withdrawn_page_is_withdrawn_whatever_else_is_true() -> None:
    gone = Published({"legs/timing/": PublishedPage(PublishedStatus.WITHDRAWN)})
    assert state_of(site(review(), published=record(gone))) is StateName.WITHDRAWN


def test_the_newest_review_counts_and_of_two_on_one_day_the_one_further_down() -> None:
    assert state_of(site(review(), review(digest="c1-0", reviewed_on=date(2026, 10, 1)))) is StateName.REVIEWED
    later = review(reviewer="adviser")
    library = site(review(), later)
    state = page_state(library.pages[0], library)
    assert state.name is StateName.REVIEWED
    assert state.review is not None
    assert state.review.reviewer == "adviser"


@pytest.mark.parametrize(
    ("changed_on", "today", "state"),
    [
        pytest.param(date(2024, 11, 23), date(2026, 11, 23), StateName.UNREVIEWED, id="on the last day"),
        pytest.param(date(2024, 11, 22), date(2026, 11, 23), StateName.OVERDUE, id="a day later"),
        pytest.param(
            date(2024, 2, 29), date(2026, 2, 28), StateName.UNREVIEWED, id="a leap day falls due on 28 February"
        ),
        pytest.param(date(2024, 2, 29), date(2026, 3, 1), StateName.OVERDUE, id="and is overdue on 1 March"),
    ],
)
def test_a_page_nobody_reviewed_falls_due(changed_on: date, today: date, state: StateName) -> None:
    assert state_of(site(front=replace(FRONT, changed_on=changed_on), today=today)) is state


def test_policy_says_after_how_many_months_an_unreviewed_page_falls_due() -> None:
    short = record(Policy(unreviewed_expires_after_months=1))
    front = replace(FRONT, changed_on=date(2026, 10, 22))
    assert state_of(site(front=front, policy=short)) is StateName.OVERDUE


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
    ],
)
def test_months_are_added_by_the_calendar(day: date, months: int, due: date) -> None:
    assert add_months(day, months) == due
