"""Review records that are not as they were entered.

A record is somebody's word. One that was edited says in their name what they did not say.

Can be wrong when: the record was written by hand; enter it with `careleaf review sign`, which seals it.

Bring back the record as it was, or have the page reviewed again. Records are added, never changed.

Bad:  `next_review_on: 2028-11-01` in a record that was sealed with `next_review_on: 2027-11-01`
Good: the record as `careleaf review sign` or `careleaf review accept` wrote it
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.record_text import seal_of
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import all_reviews


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record whose seal is missing or does not fit it."""
    for filed in all_reviews(library):
        seal = filed.record.seal
        if not seal:
            yield Finding(
                filed.at("reviewer"),
                "This record has no seal, so nobody can tell whether it is as it was entered.",
                "Enter reviews with `careleaf review sign` or `careleaf review accept`, which seal them.",
            )
        elif seal != seal_of(filed.record):
            yield Finding(
                filed.at("seal"),
                f"This record of {filed.record.reviewed_on} was changed after it was entered.",
                "Bring back the record as it was, or remove your change and have the page reviewed again.",
            )


RULE = Rule("REV211", "altered-review", Severity.ERROR, "A review record is not the one that was entered.", check=check)
