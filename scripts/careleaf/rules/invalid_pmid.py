"""PubMed and PubMed Central numbers that cannot exist.

A reader who wants to check a sentence would land on nothing, or on another paper.

Can be wrong when: never for the form; a PMID has no check digit, so a wrong one of the right form is only
found online.

Copy the number from the PubMed page. A PMID is digits only, a PMCID starts with `PMC`.

Bad:  `PMID: PMC10248362`
Good: `PMCID: PMC10248362`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.identifiers import pmcid_problem, pmid_problem
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each PMID and PMCID of a wrong form."""
    for source in library.sources.values():
        for key, value, problem_of in (
            ("PMID", source.value.pmid, pmid_problem),
            ("PMCID", source.value.pmcid, pmcid_problem),
        ):
            if value and (problem := problem_of(value)):
                yield Finding(
                    source.at(key),
                    f"The {key} `{value}` {problem}.",
                    "Copy it from the work's PubMed page.",
                )


RULE = Rule("SRC102", "invalid-pmid", Severity.ERROR, "A PMID or PMCID has a wrong form.", check=check)
