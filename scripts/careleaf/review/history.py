"""A page's reviews in their order, with the differences between the texts that were signed."""

from collections.abc import Iterator
from itertools import pairwise

from careleaf.model.canonical import canonical_text
from careleaf.model.differences import differences
from careleaf.model.digest import digest_of
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.review import ReviewRecord
from careleaf.reporters.review_history import Chapter


def history(page: Page, library: Library) -> tuple[Chapter, ...]:
    """Return a chapter for each review, oldest first, and one for the wording of today."""
    register = library.reviews.get(page.id)
    records = register.value.records if register else ()
    today = canonical_text(page, library)
    texts = {digest: kept.text for digest, kept in library.signed_texts.get(page.id, {}).items()}
    versions = [(record, record.digest, texts.get(record.digest)) for record in records]
    return tuple(_chapters([*versions, (None, digest_of(today), today)]))


Version = tuple[ReviewRecord | None, str, str | None]
"""A review, the digest it signed, and the text; None when that was not kept."""


def _chapters(versions: list[Version]) -> Iterator[Chapter]:
    record, digest, text = versions[0]
    yield Chapter(record, digest, (), is_kept=text is not None)
    for (_, _, before), (record, digest, after) in pairwise(versions):
        is_kept = before is not None and after is not None
        changes = differences(before, after) if before is not None and after is not None else ()
        yield Chapter(record, digest, changes, is_kept=is_kept)
