"""Statements put down to somebody, without a source.

"Studies show" sounds like proof. Without a source nobody can see which studies, or whether they show it. The same goes
for "it is thought that" and "has been shown to", which leave out who thinks so and who showed it.

Can be wrong when: a sentence only announces what the next one cites; move the citation forward, or join the
two.

Cite the source behind the sentence, or say it without the attribution.

Bad:  `Experts advise a blood test.`
Good: `Experts advise a blood test.[@winkelman2025#iron-tests]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.sentences import claiming_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each sentence that names somebody and cites nobody."""
    for claim in claiming_sentences(library):
        found = None if claim.citations else find_attribution(claim.text)
        if found is None:
            continue
        offset, words = found
        yield Finding(
            claim.locate(offset),
            f'"{words}" puts this down to somebody, and no source is cited.',
            "Put `[@key#evidence]` behind the sentence's full stop.",
        )


RULE = Rule("CLM201", "uncited-attribution", Severity.ERROR, "Somebody is named and no source is cited.", check=check)
