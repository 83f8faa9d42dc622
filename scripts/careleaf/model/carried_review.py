"""Which signed wording stands behind today's, across corrections that no clinician has to see again.

Nothing in a record is believed: the two texts are held against each other each time, and must be the ones their
digests stand for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from careleaf.model.digest import digest_of
from careleaf.model.editorial import Editorial, editorial
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.review import ReviewRecord


@dataclass(frozen=True, slots=True)
class Carried:
    """One editorial record, and what was corrected by it."""

    record: ReviewRecord
    change: Editorial


def carried(page: Page, library: Library, digest: str) -> tuple[str, tuple[Carried, ...]]:
    """Return the oldest wording that leads to this one by corrections alone, and those corrections, newest first."""
    steps: list[Carried] = []
    while (step := _step_to(page, library, digest)) and step.record.continues not in {s.record.digest for s in steps}:
        steps.append(step)
        digest = step.record.continues
    return digest, tuple(steps)


def corrected(page: Page, library: Library, record: ReviewRecord) -> Editorial:
    """Hold the two texts of an editorial record against each other; `refusals` say why it does not count."""
    texts = library.signed_texts.get(page.id, {})
    before, after = texts.get(record.continues), texts.get(record.digest)
    if before is None or after is None:
        return _refused("A text it names is not kept beside it.")
    if digest_of(before.text) != record.continues or digest_of(after.text) != record.digest:
        return _refused("A text it names is not the one its digest stands for.")
    site_id = library.policy.value.site_id
    if record.page != page.id or (site_id and record.site != site_id):
        return _refused("It was made for another page or site.")
    return editorial(before.text, after.text, library.knows_word)


def editorial_records(page: Page, library: Library) -> Iterator[tuple[int, ReviewRecord]]:
    """Yield a page's editorial records with their number in the file, newest first."""
    register = library.reviews.get(page.id)
    records = register.value.records if register else ()
    yield from ((at, records[at]) for at in reversed(range(len(records))) if records[at].is_correction)


def _step_to(page: Page, library: Library, digest: str) -> Carried | None:
    for _, record in editorial_records(page, library):
        if record.digest == digest:
            change = corrected(page, library, record)
            if not change.refusals:
                return Carried(record, change)
    return None


def _refused(why: str) -> Editorial:
    return Editorial((), has_punctuation=False, refusals=(why,))
