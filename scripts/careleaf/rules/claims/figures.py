"""Figures that need a source."""

import re

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Hedge, Kind, Quantity
from careleaf.model.sentence import Sentence

_NOTE_TAKING = re.compile(r"(?:Write|Note|Ask|Bring|Keep)\b")
_ALWAYS = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO, Kind.P_VALUE, Kind.MEASURE, Kind.RANK})
_TAKEN = frozenset({"doses", "drinks", "cigarettes"})
_ABOUT_ALIKE = frozenset({Hedge.NONE, Hedge.ABOUT})


def figures_to_cite(sentence: Sentence) -> tuple[Quantity, ...]:
    """Return the figures for which a source must be named.

    A year alone dates an event. What a reader is asked, or asked to write down, states nothing: "Have you slept badly
    for 3 nights?" But a share, a dose or a threshold in it does: "Do you drink more than 400 mg of caffeine?"
    """
    mere_request = sentence.is_question or _NOTE_TAKING.match(sentence.text)
    return tuple(
        figure
        for figure in find_quantities(sentence.text)
        if figure.kind is not Kind.YEAR and (not mere_request or _states_something(figure))
    )


def _states_something(figure: Quantity) -> bool:
    """Tell whether a figure says what is usual, safe or too much, even where it is only asked for."""
    return figure.kind in _ALWAYS or figure.unit in _TAKEN or figure.hedge not in _ABOUT_ALIKE
