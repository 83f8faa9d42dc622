"""Sources whose page changed after it was read.

What it says today may no longer be what our pages say it does.

Can be wrong when: only something beside the point changed, such as a list of related pages, or the website calls every
day the day of its last change.

Read the page again, hold the evidence against it, and write the day under `accessed`.

Bad:  `accessed: 2026-05-02`, and the page says that it was changed on 2026-08-14
Good: the page was read again, and the record says `accessed: 2026-11-02`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import Answer
from careleaf.rules.lookups.answers import place_of, registry_answers


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that changed since it was read."""
    for source, registry, answer in registry_answers(library):
        read_on = source.value.accessed
        days = [day for day in (answer.modified, answer.changed_on) if day and day > read_on]
        if days:
            yield Finding(
                place_of(source, registry),
                f"The page of `{source.id}` {_how(answer)} {max(days)}; it was read on {read_on}.",
                "Read it again, hold the evidence against it, and write the new day under `accessed`.",
            )


def _how(answer: Answer) -> str:
    later = answer.modified and (answer.changed_on is None or answer.modified >= answer.changed_on)
    return "gives as the day of its last change" if later else "shows another text since"


RULE = Rule(
    "SRC325", "changed-source-page", Severity.WARNING, "A source's page changed after it was read.", check=check
)
