"""US National Provider Identifiers with a wrong check digit or form.

The number proves that a reviewer is a registered clinician. A wrong one proves nothing.

Can be wrong when: never; the last digit is computed from the others (45 CFR 162.406).

Ask the person, or look them up at npiregistry.cms.hhs.gov.

Bad:  `npi: "1234567890"`
Good: `npi: "1234567893"`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.identifiers import npi_problem
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each NPI that cannot exist."""
    for person in library.people.values():
        npi = person.value.npi
        if npi and (problem := npi_problem(npi)):
            yield Finding(person.at("npi"), f"The NPI `{npi}` {problem}.", "Look it up at npiregistry.cms.hhs.gov.")


RULE = Rule("REV102", "invalid-npi", Severity.ERROR, "An NPI cannot exist.", check=check)
