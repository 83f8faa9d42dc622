"""Interface sentences that are not translated into the site's language.

A reader who does not read English would not understand whether a page was reviewed.

Can be wrong when: the site's language uses an English word as it is; add it to `words.yml` all the same.

Add the sentences to `docs/_data/words.yml`; until then they are printed in English.

Bad:  a site in Dutch whose `words.yml` has no `state-reviewed`
Good: `state-reviewed: Beoordeeld door een arts`
"""

from collections.abc import Iterator

from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found."""
    return (fault.finding for fault in library.faults_of(FaultKind.UNTRANSLATED_WORDS))


RULE = Rule(
    "FMT009",
    "untranslated-words",
    Severity.WARNING,
    "An interface sentence is not in the site's language.",
    check=check,
)
