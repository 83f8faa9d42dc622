"""Shares that are counted out of 100 in one place and out of 8 or 1,000 in another.

"5 in 1,000" looks like more than "1 in 100" to many readers, though it is half as much. Side by side only like
can be compared. The standards for patient decision aids and the research on risk ask for one denominator
(Trevena and others, BMC Medical Informatics and Decision Making 2013;13(suppl 2):S7; Pighin and others, Medical
Decision Making 2011;31(5):721-729).

Can be wrong when: no reader would compare the two, such as a common and a very rare event far apart.

Choose one form for the page. Or give both forms together each time: "13% (about 1 in 8)".

Bad:  `1 in 8 people has it. It hurts 5 per 1,000 of them.`
Good: `125 in 1,000 people have it. It hurts 5 in 1,000.`
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careleaf.model.agreement import agrees
from careleaf.model.figures import find_quantities
from careleaf.model.figures.shares import denominator
from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.library import Library
from careleaf.model.quantity import Kind, Quantity
from careleaf.model.rule import Rule
from careleaf.rules.claims.sentences import claiming_sentences


@dataclass(frozen=True, slots=True)
class _Share:
    text: str
    form: str
    """The number it is counted out of."""
    location: Location


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page on which the denominator changes, at the first change."""
    shares: dict[str, list[_Share]] = {}
    for claim in claiming_sentences(library):
        for figure in _alone(find_quantities(claim.text)):
            if form := denominator(figure.text):
                place = claim.locate(figure.start)
                shares.setdefault(place.path, []).append(_Share(figure.text, form, place))
    for page in library.topic_pages:
        yield from _change(shares.get(page.path, []))


def _alone(figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the shares that no other share of the sentence says again in another form."""
    shares = [figure for figure in figures if figure.kind is Kind.SHARE and not figure.unit]
    for share in shares:
        others = [other for other in shares if denominator(other.text) != denominator(share.text)]
        if not any(agrees(share, other) or agrees(other, share) for other in others):
            yield share


def _change(shares: Sequence[_Share]) -> Iterator[Finding]:
    first = shares[0] if shares else None
    other = next((share for share in shares if first and share.form != first.form), None)
    if first and other:
        yield Finding(
            other.location,
            f'"{other.text}" is counted out of {other.form}, and "{first.text}" in line {first.location.line}'
            f" out of {first.form}.",
            "Choose one form for the page, or write both together each time.",
        )


RULE = Rule(
    "CLM206",
    "mixed-denominators",
    Severity.WARNING,
    "Shares of one page are counted out of different numbers.",
    check=check,
)
