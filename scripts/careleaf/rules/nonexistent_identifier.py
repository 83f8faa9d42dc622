"""DOIs and PubMed numbers that no registry knows.

A reader who wants to check a sentence finds nothing, and a work that nobody can find may never have existed.

Can be wrong when: the number was registered after the last online check; run `careleaf sources verify --only KEY`.

Copy the identifier from the publisher's or PubMed's page.

Bad:  `DOI: 10.1111/jsr.1398`, and doi.org answered that there is no such DOI
Good: `DOI: 10.1111/jsr.13980`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import Outcome
from careleaf.rules.lookups.answers import asked_as, place_of, registry_answers


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each identifier that does not exist."""
    for source, registry, answer in registry_answers(library):
        if answer.outcome is Outcome.MISSING:
            yield Finding(
                place_of(source, registry),
                f"{registry.called} says that there is no {asked_as(registry, answer)} ({answer.checked_on}).",
                "Copy the identifier from the publisher's or PubMed's page.",
            )


RULE = Rule("SRC301", "nonexistent-identifier", Severity.ERROR, "A DOI or PMID does not exist.", check=check)
