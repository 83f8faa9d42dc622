"""Sources older than policy lets their kind be.

Care changes. What was good advice ten years ago may be harmful today, and a share counted then may be another now.

Can be wrong when: nothing newer is better, such as the study that first counted something; then say so in the record
with `age_accepted:`.

Look for a newer version, or for newer work on the same question. `source_age_months` in policy.yml sets the limits:
60 months, and 120 for studies and reviews of studies, unless it says otherwise.

Bad:  a guideline with `issued: "2012"`, cited in 2026
Good: the guideline of 2025, or `age_accepted: Still the only survey that asked this.`
"""

from collections.abc import Iterator
from datetime import date

from careleaf.model.calendar_month import add_months, last_day
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import Source
from careleaf.rules.lookups.citing import sources_to_renew


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each cited source that is too old."""
    for source in sources_to_renew(library):
        months = library.policy.value.source_age(source.value.kind)
        key, text, day = _newest(source.value)
        if months and day and add_months(day, months) < library.today:
            yield Finding(
                source.at(key),
                f"`{source.id}` is of {text}, and policy calls a {source.value.kind} old after {months} months.",
                "Look for a newer source, or say in `age_accepted` why this one still is the right one.",
            )


def _newest(source: Source) -> tuple[str, str, date | None]:
    dated = [(name, text, last_day(text)) for name, text in (("issued", source.issued), ("updated", source.updated))]
    return max(dated, key=lambda one: one[2] or date.min)


RULE = Rule("SRC130", "old-source", Severity.WARNING, "A cited source is old.", check=check)
