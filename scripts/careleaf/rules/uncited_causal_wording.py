"""Statements of cause and effect in a paragraph without any source.

"Linked to", "lowers the risk" and "prevents" are findings of studies, and they move readers to act. One source
in the paragraph, or a line `Sources:` in its section, is enough.

Can be wrong when: the words are used in an everyday sense, or tell what cannot harm. That is why it is a warning.

Cite a source behind the sentence or in its paragraph. Or say what is known in softer words.

Bad:  `Smoking is linked to restless legs.`
Good: `Smoking is linked to restless legs.[@song2024#smoking]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.claims.causal import find_causal_wording
from careleaf.rules.claims.paragraphs import unsupported_sentences


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each such sentence."""
    for claim in unsupported_sentences(library):
        if found := find_causal_wording(claim.text):
            offset, words = found
            yield Finding(
                claim.locate(offset),
                f'"{words}" states an effect, and the paragraph has no source.',
                "Cite a source in the paragraph, or say it more softly.",
            )


RULE = Rule(
    "CLM204",
    "uncited-causal-wording",
    Severity.WARNING,
    "A statement of cause and effect has no source.",
    check=check,
)
