"""Review records of a page that does not exist.

After a page was renamed its review would be lost without a word, and the new page would look as if it never
had one.

Can be wrong when: the page was withdrawn and its file removed; enter it in published.yml as withdrawn.

Rename the record's file with the page, or remove it. A renamed page needs a new review.

Bad:  `docs/_data/reviews/legs/timing.yml`, and no page `legs/timing`
Good: a record for each page that exists
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.published import PublishedStatus
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each review register without its page."""
    known = {page.id for page in library.pages}
    gone = {
        address.removesuffix(".html").strip("/")
        for address, released in library.published.value.pages.items()
        if released.status is not PublishedStatus.PUBLISHED
    }
    for page_id, register in library.reviews.items():
        if page_id in known or page_id in gone or page_id.removesuffix("/index") in gone:
            continue
        advice = "Remove the record, or name it after the page that was reviewed."
        yield Finding(
            register.location,
            f"There is no page `{page_id}` that this record could review.",
            suggestion(page_id, known, advice),
        )


RULE = Rule("REV208", "review-without-page", Severity.ERROR, "A review record has no page.", check=check)
