"""Figures that the evidence has for something else.

Two shares change places in an edit, and each of them still is in the evidence. A patient then reads that
exercise makes most people worse. So the words beside each figure are held against those beside it in the
evidence: what improved or worsened, who, which treatment, when. A figure is questioned where it has none of the
words that set it apart there and another figure's instead; so is a change said as a level, the end of a change
said of its beginning, and a range that begins as one and ends as another.

Can be wrong when: the sentence and the evidence call one thing by different words, and another figure of the
evidence shares one of them.

Says nothing when: a sentence names a group in words that the evidence does not use.

Give each figure back its own words. If they are right, write `says` with the words that the page uses.

Bad:  `24% got only better and 54% only worse.[@cederberg2024#only-improves]`
Good: `54% got only better and 24% only worse.[@cederberg2024#only-improves]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.claims.crossing import Crossing, find_crossings
from careleaf.rules.claims.evidence import comparisons


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each figure whose words are those of another."""
    for comparison in comparisons(library):
        for crossing in find_crossings(comparison.claim.text, comparison.reported):
            yield Finding(
                comparison.claim.locate(crossing.claim.figure.start),
                f'"{crossing.claim.part}" is not what the evidence for {comparison.cited} says of'
                f" {crossing.claim.figure.text} ({_says(crossing)}).",
                "Give each figure its own words, or write in `says` the words that the page uses.",
            )


def _says(crossing: Crossing) -> str:
    parts = [crossing.reported.part, *([crossing.rival.part] if crossing.rival else [])]
    return "it says " + " and ".join(f'"{part}"' for part in parts)


RULE = Rule("CLM215", "swapped-figure", Severity.ERROR, "The evidence has this figure for something else.", check=check)
