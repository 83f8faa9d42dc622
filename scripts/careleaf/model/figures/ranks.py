"""Places in an order: the third most common cause, the fifth-largest, the top ten."""

from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.figures.figure import Figure, compiled, figure_at
from careleaf.model.figures.numbers import NUMBER, parse_number
from careleaf.model.quantity import Kind

RANKED = (
    r"most|least|leading|biggest|largest|highest|lowest|smallest|commonest|main|greatest|deadliest|worst|best|ranked"
    r"|cause|top|longest|shortest"
)
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_RANK = compiled(
    rf"\b(?P<place>{'|'.join(_ORDINALS)}|\d{{1,3}}(?=(?:st|nd|rd|th)\b))(?:st|nd|rd|th)?[-\s]+(?:{RANKED})\b"
    rf"|\btop[-\s]+(?P<top>{NUMBER})(?!\s*%)"
    rf"|\branks?\s+(?:as\s+)?(?:number\s+)?(?P<ranks>{'|'.join(_ORDINALS)}|\d{{1,3}})(?:st|nd|rd|th)?\b"
)


def ranks(text: str) -> Iterator[Figure]:
    """Find third most common, 10th largest, top five; an ordinal alone ("the second week") ranks nothing."""
    for match in _RANK.finditer(text):
        place = (match["place"] or match["ranks"] or "").lower()
        if match["top"]:
            value = parse_number(match["top"]).value
        else:
            value = Fraction(_ORDINALS.index(place) + 2 if place in _ORDINALS else int(place))
        yield figure_at(Kind.RANK, value, "top" if match["top"] else "", Fraction(0), match)
