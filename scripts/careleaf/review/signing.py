"""Entering a review: from what a reviewer handed in to a sealed record."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from careleaf.build.settings import load_settings
from careleaf.model.calendar_month import add_months
from careleaf.model.canonical import canonical_text
from careleaf.model.errors import ReviewRefusedError
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.record_text import record_text, seal_of
from careleaf.model.review import ReviewRecord, Scope
from careleaf.model.state import page_state
from careleaf.reading.registers import relative_path
from careleaf.review.chosen_pages import chosen_page
from careleaf.review.entry import Entry
from careleaf.review.record_file import add_record
from careleaf.review.refusals import refusals, role_of
from careleaf.review.unsigned import refuse_unsigned


@dataclass(frozen=True, slots=True)
class Entered:
    """How a review was entered."""

    record: ReviewRecord
    path: str
    """The register, relative to the site's folder."""
    needed: int
    """How many different reviewers policy asks for."""
    signed: int
    """How many have signed this wording now."""

    @property
    def is_complete(self) -> bool:
        """Whether the page counts as reviewed now."""
        return self.signed >= self.needed


def sign_page(settings: Path, entry: Entry, today: date) -> Entered:
    """Enter a review of a page as it is worded today.

    Raises:
        ConfigError: the settings or the register cannot be used, or there is no such page.
        ReviewRefusedError: the review cannot stand; nothing is entered.
        PublishError: the disk refused; nothing is entered.
    """
    run = judged_run(settings, today)
    return enter(settings, run, entry)


def enter(settings: Path, run: Run, entry: Entry) -> Entered:
    """Enter a review of a page of a site that was just judged; raises as `sign_page` does."""
    library = run.library
    page = chosen_page(entry.page, library)
    refuse_unfit(entry, page, library)
    draft = drafted(entry, page, library, run.wording.say("packet-statement"))
    text = canonical_text(page, library)

    def follow(before: tuple[ReviewRecord, ...]) -> ReviewRecord:
        _refuse_second(draft, before)
        record = following(draft, before)
        refuse_unsigned(record, library)
        return record

    record, file = add_record(load_settings(settings), page.id, text, follow)
    signers = {r.reviewer for r in page_state(page, library).signed} | {record.reviewer}
    return Entered(record, relative_path(file, run.root), library.policy.value.review.reviewers, len(signers))


def text_to_sign(run: Run, entry: Entry) -> str:
    """Return what a reviewer signs with their key, ahead of entering the review; nothing is entered.

    Raises:
        ConfigError: there is no such page.
        ReviewRefusedError: the review cannot stand.
    """
    return record_text(_next_record(run, entry))


def refuse_unsigned_entry(run: Run, entry: Entry) -> None:
    """Raise ReviewRefusedError when a review's signature is missing or fails, before anything is entered."""
    refuse_unsigned(_next_record(run, entry), run.library)


def _next_record(run: Run, entry: Entry) -> ReviewRecord:
    page = chosen_page(entry.page, run.library)
    refuse_unfit(entry, page, run.library)
    register = run.library.reviews.get(page.id)
    draft = drafted(entry, page, run.library, run.wording.say("packet-statement"))
    return following(draft, register.value.records if register else ())


def refuse_unfit(entry: Entry, page: Page, library: Library) -> None:
    """Raise ReviewRefusedError with every reason not to enter a review."""
    reasons = tuple(refusals(entry, page, page_state(page, library), library))
    if reasons:
        raise ReviewRefusedError(f"This review of `{page.id}` is not entered.", reasons)


def drafted(entry: Entry, page: Page, library: Library, statement: str) -> ReviewRecord:
    """Return the record of a review, before it has its place in the register; `statement` is what packets say."""
    policy, person = library.policy.value, library.people[entry.reviewer].value
    return ReviewRecord(
        reviewer=entry.reviewer,
        role=role_of(entry, person, library),
        reviewed_on=entry.on,
        next_review_on=entry.next_review_on or add_months(entry.on, policy.review.every_months),
        scope=Scope.CLINICAL,
        digest=page_state(page, library).digest,
        page=page.id,
        site=policy.site_id,
        statement=statement,
        received=entry.received,
        answers=dict(entry.answers),
        notes=entry.notes,
        signature=entry.signature,
    )


def following(draft: ReviewRecord, before: tuple[ReviewRecord, ...]) -> ReviewRecord:
    """Return a record that follows others in their register, sealed."""
    placed = replace(draft, previous=before[-1].seal if before else "", seal="")
    return replace(placed, seal=seal_of(placed))


def _refuse_second(draft: ReviewRecord, before: tuple[ReviewRecord, ...]) -> None:
    """Refuse what somebody else entered while the site was read."""
    same = (draft.reviewer, draft.reviewed_on, draft.digest, draft.scope)
    if any((r.reviewer, r.reviewed_on, r.digest, r.scope) == same for r in before):
        raise ReviewRefusedError(
            f"This review of `{draft.page}` is not entered.", ("It is entered already. Nothing is left to do.",)
        )
