"""Words that stand for a number, in a paragraph without any source.

"Most people get better" is a share that nobody counted, or whose count is left out. One source in the paragraph,
or a line `Sources:` in its section, is enough.

Can be wrong when: everybody knows it without counting. That is why it is a warning.

Cite a source behind the sentence or in its paragraph. Best give its figure. Or write "many" or "some".

Bad:  `Most people get better within weeks.`
Good: `Most people get better within weeks.[@study2020#helps]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.claims.causal import find_causal_wording
from careleaf.rules.claims.paragraphs import unsupported_sentences
from careleaf.rules.claims.quantifier import find_quantifier


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each such sentence; one that also states an effect is the other rule's."""
    for claim in unsupported_sentences(library):
        if (found := find_quantifier(claim.text)) and not find_causal_wording(claim.text):
            offset, words = found
            yield Finding(
                claim.locate(offset),
                f'"{words}" stands for a number, and the paragraph has no source.',
                "Cite a source in the paragraph, or write some or many.",
            )


RULE = Rule(
    "CLM205", "uncited-quantifier", Severity.WARNING, "A word that stands for a number has no source.", check=check
)
