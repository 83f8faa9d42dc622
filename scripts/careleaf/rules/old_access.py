"""Pages that an editor read long ago.

A page on the web changes without a new date. What it says today may no longer be what our pages say it does.

Can be wrong when: the page can never change; say so in the record with `age_accepted:`. An archived copy does not
change either, and counts as read for good.

Read the page again, hold the evidence against it, and write the day under `accessed`. `source_read_within_months` in
policy.yml sets the limit: 12, unless it says otherwise.

Bad:  `accessed: 2024-05-02` in November 2026
Good: `accessed: 2026-11-02`
"""

from collections.abc import Iterator

from careleaf.model.calendar_month import add_months
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.citing import sources_to_renew


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each cited page that was read too long ago."""
    months = library.policy.value.source_read_within_months
    for source in sources_to_renew(library) if months else ():
        read_on = source.value.accessed
        if source.value.is_only_a_page and not source.value.archived and add_months(read_on, months) < library.today:
            yield Finding(
                source.at("accessed"),
                f"The page of `{source.id}` was last read on {read_on}, more than {months} months ago.",
                "Read it again, hold the evidence against it, and write the new day.",
            )


RULE = Rule("SRC131", "old-access", Severity.WARNING, "A source's page was read long ago.", check=check)
