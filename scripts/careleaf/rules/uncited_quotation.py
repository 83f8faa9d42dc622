"""Somebody's words without a source.

Quotation marks promise that somebody said just this. A reader must be able to look it up.

Can be wrong when: the marks stand around words to say, or a title in small letters; use italics for titles.

Cite the source behind the sentence, or say it in your own words without the marks.

Bad:  `RLS is "a strong urge to move the legs at rest".`
Good: `RLS is "a strong urge to move the legs at rest".[@ninds-rls#urge]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.quotation import find_quotation
from careleaf.rules.claims.sentences import claiming_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each sentence with a quotation and without a citation."""
    for claim in claiming_sentences(library):
        found = None if claim.citations else find_quotation(claim.text)
        if found is None or find_attribution(claim.text) or figures_to_cite(claim.sentence):
            continue  # one finding a sentence: the other two rules come first
        offset, _ = found
        yield Finding(
            claim.locate(offset),
            "These words stand in quotation marks, and no source is cited.",
            "Put `[@key#evidence]` behind the sentence's full stop, or use your own words.",
        )


RULE = Rule("CLM203", "uncited-quotation", Severity.ERROR, "A quotation has no source.", check=check)
