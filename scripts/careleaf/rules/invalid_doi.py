"""DOIs that cannot exist.

A reader who wants to check a sentence would land on an error page.

Can be wrong when: never for the form; whether a DOI exists is asked online.

Copy the DOI from the publisher's page, from `10.` on, without an address before it.

Bad:  `DOI: https://doi.org/10.1111/jsr.13980`
Good: `DOI: 10.1111/jsr.13980`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.identifiers import doi_problem
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each DOI of a wrong form."""
    for source in library.sources.values():
        doi = source.value.doi
        if doi and (problem := doi_problem(doi)):
            yield Finding(
                source.at("DOI"),
                f"The DOI `{doi}` {problem}.",
                "Copy it from the publisher's page, from `10.` on.",
            )


RULE = Rule("SRC101", "invalid-doi", Severity.ERROR, "A DOI has a form that no DOI has.", check=check)
