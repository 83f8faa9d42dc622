"""ORCID iDs with a wrong check digit or form.

A reader who wants to know who reviewed a page would land on somebody else.

Can be wrong when: never; the last character is computed from the others (ISO 7064 MOD 11-2).

Ask the person, and copy the iD from their ORCID page, without the address before it.

Bad:  `orcid: 0000-0002-1825-0098`
Good: `orcid: 0000-0002-1825-0097`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.identifiers import orcid_problem
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each ORCID iD that cannot exist."""
    for person in library.people.values():
        orcid = person.value.orcid
        if orcid and (problem := orcid_problem(orcid)):
            yield Finding(
                person.at("orcid"),
                f"The ORCID iD `{orcid}` {problem}.",
                "Copy it from the person's ORCID page.",
            )


RULE = Rule("REV101", "invalid-orcid", Severity.ERROR, "An ORCID iD cannot exist.", check=check)
