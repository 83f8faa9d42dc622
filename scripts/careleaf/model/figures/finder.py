"""All figures of a text, in order."""

import re
from functools import lru_cache

from careleaf.model.figures.figure import Figure
from careleaf.model.figures.no_figures import BLANK, blank_no_figures
from careleaf.model.figures.patterns import PATTERNS
from careleaf.model.quantity import Hedge, Quantity

_ANY = re.compile(
    r"\d|[½⅓⅔¼¾⅕⅛⅜]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|halv|third|quarter|fifth|tenth"
    r"|once|twice|thrice|doubl|tripl|twofold|threefold|noon|midday|midnight)",
    re.IGNORECASE,
)
"""A text without any of these holds no figure: most sentences."""

_HEDGES = (
    (
        Hedge.UNDER,
        r"nearly|almost|not\s+quite|just\s+under|(?:less|fewer|lower|smaller|shorter|younger)\s+than|under|below|up\s+to"
        r"|at\s+(?:the\s+)?most|(?:no|not)\s+more\s+than|[<≤]",
    ),
    (
        Hedge.OVER,
        r"just\s+over|(?:more|greater|higher|longer|larger|older)\s+than|over|above|at\s+least|(?:no|not)\s+(?:less|fewer)"
        r"\s+than|upwards?\s+of|[>≥]",
    ),
    (
        Hedge.ABOUT,
        r"about|around|roughly|approximately|approx\.?|close\s+to|some|circa|ca\.|an?\s+estimated|estimated\s+at|[~≈]"
        r"|in\s+the\s+region\s+of|or\s+about",
    ),
)
_BEFORE = tuple(
    (
        hedge,
        re.compile(rf"(?<!\w)(?:{words})\s*(?:an?\s+|the\s+|every\s+|between\s+|as\s+many\s+as\s+)?\Z", re.IGNORECASE),
    )
    for hedge, words in _HEDGES
)
_AFTER = ((Hedge.ABOUT, re.compile(r"\s+or\s+so\b", re.IGNORECASE)),)
_REACH = 40


@lru_cache(maxsize=8192)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every figure of a text; a range gives two."""
    if not _ANY.search(text):
        return ()
    rest = blank_no_figures(text)
    found: list[Figure] = []
    for pattern in PATTERNS:
        taken = list(pattern(rest))
        found += taken
        for figure in taken:
            rest = rest[: figure.taken_from] + BLANK * (figure.end - figure.taken_from) + rest[figure.end :]
    found.sort(key=lambda figure: (figure.start, figure.end))
    return tuple(_quantity(figure, text) for figure in found)


def _quantity(figure: Figure, text: str) -> Quantity:
    shown = text[figure.start : figure.end]
    end = figure.start + len(shown.rstrip())
    return Quantity(
        figure.kind,
        figure.value,
        figure.unit,
        figure.step,
        _hedge(figure, text),
        text[figure.start : end],
        figure.start,
        end,
        figure.also,
    )


def _hedge(figure: Figure, text: str) -> Hedge:
    before = text[max(0, figure.taken_from - _REACH) : figure.taken_from]
    for hedge, pattern in _BEFORE:
        if pattern.search(before):
            return hedge
    after = text[figure.end : figure.end + _REACH]
    return next((hedge for hedge, pattern in _AFTER if pattern.match(after)), Hedge.NONE)
