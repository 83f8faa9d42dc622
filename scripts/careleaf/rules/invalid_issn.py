"""ISSNs with a wrong check digit or form.

One wrong digit names another journal, or none.

Can be wrong when: a journal prints a wrong ISSN itself; look it up at portal.issn.org.

Copy the ISSN from the journal's page: four digits, a hyphen, four characters.

Bad:  `ISSN: 0028-4794`
Good: `ISSN: 0028-4793`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.identifiers import issn_problem
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each ISSN that cannot exist."""
    for source in library.sources.values():
        issn = source.value.issn
        if issn and (problem := issn_problem(issn)):
            yield Finding(source.at("ISSN"), f"The ISSN `{issn}` {problem}.", "Copy it from the journal's page.")


RULE = Rule("SRC103", "invalid-issn", Severity.ERROR, "An ISSN cannot exist.", check=check)
