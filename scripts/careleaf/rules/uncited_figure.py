"""Figures without a source.

A patient weighs "54%" more than any other word on the page. They must be able to see where it comes from.

Amounts in loose words count too: within the hour, a piece or two daily, every third woman, more than once.

Can be wrong when: the number belongs to a name that is not on our list, such as a new medicine's, or counts what
lies at hand.

Cite the source behind the sentence. A list takes over the citation of the sentence that leads into it.

Bad:  `Exercise helps 54% of people.`
Good: `Exercise helps 54% of people.[@cederberg2024#only-improves]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.numbers_to_call import numbers_to_call
from careleaf.rules.claims.sentences import claiming_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each sentence with figures and without a citation."""
    for claim in claiming_sentences(library):
        if claim.citations or find_attribution(claim.text):
            continue  # an attribution without a source is `uncited-attribution`: one finding a sentence
        called = {at for at, _ in numbers_to_call(claim.text)} if library.policy.value.help_lines else set()
        figures = [figure for figure in figures_to_cite(claim.sentence) if figure.start not in called]
        if not figures:
            continue
        listed = ", ".join(dict.fromkeys(f'"{figure.text}"' for figure in figures))
        verb = "stands" if listed.count('"') == 2 else "stand"  # one pair of quotation marks
        yield Finding(
            claim.locate(figures[0].start),
            f"{listed} {verb} here without a source.",
            "Put `[@key#evidence]` behind the sentence's full stop.",
        )


RULE = Rule("CLM202", "uncited-figure", Severity.ERROR, "A figure has no source.", check=check)
