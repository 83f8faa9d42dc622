"""Review records as careleaf enters them, for tests that need signed pages."""

from datetime import date
from pathlib import Path

from careleaf.build.settings import load_settings
from careleaf.model.digest import digest_of
from careleaf.model.review import ReviewRecord, Scope
from careleaf.review.record_file import add_record
from careleaf.review.signing import following


def enter_review(settings: Path, page: str, signed_text: str, reviewed_on: date, next_review_on: date) -> ReviewRecord:
    """Enter a clinician's review of a text for a page, today's or an earlier one."""
    draft = ReviewRecord(
        reviewer="test-reviewer",
        role="sleep specialist",
        reviewed_on=reviewed_on,
        next_review_on=next_review_on,
        scope=Scope.CLINICAL,
        digest=digest_of(signed_text),
        page=page,
        site="test-clinic",
        statement="I read these words.",
    )
    record, _ = add_record(load_settings(settings), page, signed_text, lambda before: following(draft, before))
    return record
