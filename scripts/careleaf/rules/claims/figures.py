"""Figures that need a source."""

import re

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Hedge, Kind, Quantity
from careleaf.model.sentence import Sentence

_NOTE_TAKING = re.compile(r"(?:Write|Note|Ask|Bring|Keep|Number|Label|Tick|Circle|Rate|Score)\b")
_TIMETABLE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week-?days?|weekends?|bank\s+holidays?|opening|closing|(?:office|walk-in|drop-in|surgery|clinic|reception|desk|phone|telephone)\s+hours|\bhours\s+are|(?:phone)?\s?lines\s+are"
    r"|(?:is|are|be|stays?|we’re|we're)\s+open|opens?|closes?|closed|meets?|meetings?|appointments?|visiting)\b",
    re.IGNORECASE,
)
"""The hours of a place or an event: they need no source."""
_LIMIT = re.compile(r"\b(?:after|before|until|within|by|past|every)\s+\Z", re.IGNORECASE)
_REACH = 12
_ALWAYS = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO, Kind.P_VALUE, Kind.MEASURE, Kind.RANK})
_TAKEN = frozenset({"doses", "drinks", "cigarettes"})
_ABOUT_ALIKE = frozenset({Hedge.NONE, Hedge.ABOUT})


def figures_to_cite(sentence: Sentence) -> tuple[Quantity, ...]:
    """Return the figures for which a source must be named.

    A year alone dates an event. What a reader is asked, or asked to write down, states nothing: "Have you slept badly
    for 3 nights?" But a share, a dose or a threshold in it does: "Do you drink more than 400 mg of caffeine?"
    """
    is_timetable = _TIMETABLE.search(sentence.text)
    mere_request = sentence.is_question or _NOTE_TAKING.match(sentence.text)
    return tuple(
        figure
        for figure in find_quantities(sentence.text)
        if figure.kind is not Kind.YEAR
        and not (is_timetable and _is_hour(figure))
        and (not mere_request or _states_something(figure, sentence.text))
    )


def _is_hour(figure: Quantity) -> bool:
    """Tell whether a figure may be the hour of a place: 9 a.m., or "opens at 8"."""
    return figure.kind is Kind.CLOCK or (figure.kind is Kind.COUNT and not figure.unit and figure.value <= _HOURS)


_HOURS = 24


def _states_something(figure: Quantity, text: str) -> bool:
    """Tell whether a figure says what is usual, safe or too much, even where it is only asked for."""
    is_limit = (
        figure.hedge not in _ABOUT_ALIKE
        or _LIMIT.search(text[max(0, figure.start - _REACH) : figure.start]) is not None
    )
    return figure.kind in _ALWAYS or figure.unit in _TAKEN or is_limit
