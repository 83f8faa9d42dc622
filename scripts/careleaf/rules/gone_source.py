"""Sources whose page was gone on three days, and that no archived copy replaces.

Nobody can check any more what the page rests on.

Can be wrong when: the website is rebuilt and the page comes back; the next online check takes the finding away.

Give the page's new address, or a copy under `archived`.

Bad:  `url:` leads to "404 Not Found" on three different days
Good: the same with `archived: https://web.archive.org/web/…`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import Outcome
from careleaf.rules.lookups.answers import copy_of, place_of, registry_answers

_PASSES = 3


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that stayed gone."""
    for source, registry, answer in registry_answers(library):
        if answer.outcome is Outcome.GONE and len(answer.gone_on) >= _PASSES and not source.value.archived:
            yield Finding(
                place_of(source, registry),
                f"The page of `{source.id}` was gone on {_PASSES} days, the first of them {answer.gone_on[0]}.",
                f"Give its new address, or {copy_of(library, source)} under `archived`.",
            )


RULE = Rule(
    "SRC320", "gone-source", Severity.WARNING, "A source's page is gone, and there is no archived copy.", check=check
)
