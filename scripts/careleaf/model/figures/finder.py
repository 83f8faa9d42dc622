"""All figures of a text, in order."""

import re
import unicodedata
from functools import lru_cache

from careleaf.model.figures.figure import Figure
from careleaf.model.figures.hedges import hedge_of
from careleaf.model.figures.neighbours import with_limits, with_rates, with_units
from careleaf.model.figures.no_figures import BLANK, blank_no_figures
from careleaf.model.figures.patterns import PATTERNS
from careleaf.model.figures.spans import with_range_ends
from careleaf.model.figures.tacit import tacit_bound
from careleaf.model.quantity import Hedge, Quantity

_ANY = re.compile(
    r"\d|[½⅓⅔¼¾⅕⅛⅜]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|halv|second|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth"
    r"|fortnight|than\s+an?\b|every\s+other|alternat|a\s+couple|\w{3,5}ties\b|once|twice|(?:an?\s+(?:minute|hour|day|week|month|year|decade)\b)|(?:elev|twelf|\w+teen)th\b|thrice|doubl|tripl|quadrupl|fourfold|twofold|threefold|noon|midday|midnight)",
    re.IGNORECASE,
)
"""A text without any of these holds no figure: most sentences."""


_OTHER_SIGNS = re.compile(r"(?![0-9])\d|[\u066a-\u066c]")
"""Digits of other scripts, and the Arabic signs for per cent, decimals and thousands."""
_SIGNS = {"\u066a": "%", "\u066b": ".", "\u066c": ","}


@lru_cache(maxsize=8192)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every figure of a text; a range gives two."""
    if not _ANY.search(text):
        return ()
    return _found(_OTHER_SIGNS.sub(_in_ascii, text), text)


def _in_ascii(match: re.Match[str]) -> str:
    """Return a digit or sign as the patterns know it: one character for one, so that places stay what they are."""
    return _SIGNS.get(match[0]) or str(unicodedata.digit(match[0]))


def _found(text: str, written: str) -> tuple[Quantity, ...]:
    """Return the figures of a text; `written` is what its author wrote."""
    rest = blank_no_figures(text)
    found: list[Figure] = []
    small = text.lower()
    for pattern, pieces in PATTERNS:
        if pieces and not any(piece in small for piece in pieces):
            continue
        taken = list(pattern(rest))
        found += taken
        for figure in taken:
            begun = min(figure.taken_from, figure.start)
            rest = rest[:begun] + BLANK * (figure.end - begun) + rest[figure.end :]
    found.sort(key=lambda figure: (figure.start, figure.end))
    ranged = with_range_ends(with_units(list(with_rates(found, text)), text), text)
    return with_limits([_quantity(figure, text, written) for figure in ranged], text)


def _quantity(figure: Figure, text: str, written: str) -> Quantity:
    shown = written[figure.start : figure.end].rstrip()
    hedge, words = hedge_of(text, figure.taken_from, figure.end, figure.kind)
    return Quantity(
        figure.kind,
        figure.value,
        figure.unit,
        figure.step,
        hedge,
        shown,
        figure.start,
        figure.start + len(shown),
        figure.also,
        figure.range_end,
        Hedge.NONE if words else tacit_bound(text, figure.taken_from),
        words,
    )
