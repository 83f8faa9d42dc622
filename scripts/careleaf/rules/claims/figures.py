"""Figures that need a source."""

import re

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Kind, Quantity
from careleaf.model.sentence import Sentence

_NOTE_TAKING = re.compile(r"(?:Write|Note|Ask|Bring|Keep)\b")
_ALWAYS = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO, Kind.P_VALUE, Kind.MEASURE})


def figures_to_cite(sentence: Sentence) -> tuple[Quantity, ...]:
    """Return the figures for which a source must be named.

    A year alone dates an event. What a reader is asked, or asked to write down, states nothing: "Have you slept badly
    for 3 nights?" But a share or a dose in it does.
    """
    mere_request = sentence.is_question or _NOTE_TAKING.match(sentence.text)
    return tuple(
        figure
        for figure in find_quantities(sentence.text)
        if figure.kind is not Kind.YEAR and (figure.kind in _ALWAYS or not mere_request)
    )
