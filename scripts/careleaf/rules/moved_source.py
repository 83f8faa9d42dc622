"""Sources whose page has a new address.

Redirects are taken down after a while, and then the address leads nowhere.

Can be wrong when: the new page says something else; read it before you change the address.

Read the page at its new address, and write that address down.

Bad:  `url: http://www.nlm.nih.gov/medlineplus/restlesslegs.html`, which redirects for good
Good: `url: https://medlineplus.gov/restlesslegs.html`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import Outcome
from careleaf.rules.lookups.answers import place_of, registry_answers


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that moved."""
    for source, registry, answer in registry_answers(library):
        if answer.outcome is Outcome.MOVED:
            yield Finding(
                place_of(source, registry),
                f"The page of `{source.id}` has moved to {answer.moved_to}.",
                "Read it there, and write the new address down.",
            )


RULE = Rule("SRC322", "moved-source", Severity.WARNING, "A source's page moved for good.", check=check)
