"""Review records whose dates cannot be right.

A review that lies ahead has not happened, and one that falls due on the day it was made never held.

Can be wrong when: the build runs with an earlier `--date`, or the computer's clock is behind.

Correct the date that is wrong.

Bad:  `reviewed_on: 2027-01-05`, built on 2026-11-23
Good: `reviewed_on: 2026-11-05` and `next_review_on: 2027-11-05`
"""

from collections.abc import Iterator
from datetime import timedelta

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import all_reviews

_AHEAD = timedelta(days=1)
"""Where the reviewer is it can be tomorrow already: time zones are up to 26 hours apart."""


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each date of a review that cannot be right."""
    for filed in all_reviews(library):
        record = filed.record
        if record.reviewed_on > library.today + _AHEAD:
            yield Finding(
                filed.at("reviewed_on"),
                f"The review is dated {record.reviewed_on}, which is after {library.today}.",
                "Write the day on which the page was read.",
            )
        if record.next_review_on <= record.reviewed_on:
            yield Finding(
                filed.at("next_review_on"),
                f"The next review, {record.next_review_on}, is not after this one, {record.reviewed_on}.",
                "Write the day by which the page has to be read again.",
            )


RULE = Rule("REV209", "future-review", Severity.ERROR, "A review's dates cannot be right.", check=check)
