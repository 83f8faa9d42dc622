"""Figures that need a source."""

import re

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Hedge, Kind, Quantity
from careleaf.model.sentence import Sentence
from careleaf.rules.claims.worded_amounts import WordedAmount, worded_amounts

_NOTE_TAKING = re.compile(
    r"(?:Write|Note(?!\s+that|:)|Ask|Bring|Pack|Number|Label|Tick|Circle|Rate|Score|Colour|Draw"
    r"|Keep\s+(?:an?|your|the|this|up\s+the|these)\s+(?:\w+\s+){0,2}?(?:diary|notes?|list|record|log|chart|track|score|book))\b"
)
_PACKING = re.compile(r"(?:Bring|Pack)\b")
_TIMETABLE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week-?days?|weekends?|bank\s+holidays?|opening|closing|(?:office|walk-in|drop-in|surgery|clinic|reception|desk|phone|telephone|visiting)\s+hours|\bhours\s+are|(?:phone)?\s?lines\s+are"
    r"|(?:is|are|be|stays?|we’re|we're)\s+open|opens?|closes?|closed|meets?|meetings?|appointments?|visiting|check(?:s|ed)?[-\s]in|arrive|arrival|on\s+the\s+day|doors|drop\s+off|pick\s+(?:you\s+)?up|slots?|flights?|ferry|trains?|boarding|lab\s+visits?"
    r"|(?:class(?:es)?|café|cafe|canteen|shop|workshop|course|talk|session|group|bus|shuttle|lessons?)\s+(?:\w+\s+){0,3}?(?:starts?|begins?|runs?|leaves?|is|are|ends?|finish(?:es)?|from))\b",
    re.IGNORECASE,
)
"""The hours of a place or an event: they need no source."""
_FASTING = re.compile(
    r"\b(?:eat|drink|food|fast|fasting|sips?|swallow|tablets?|medicines?|dose|caffeine|coffee|alcohol)\b", re.IGNORECASE
)
"""What is done by the clock for health's sake, even on the day of an appointment."""
_PARKING = re.compile(r"\bparking\b", re.IGNORECASE)
_ABOUT_THE_READER = re.compile(
    r"\b(?:have|has|had|did|do|does|were|was|are|is|could|might)\s+(?:you|your|she|he|they|it|there|anyone|the\s+\w+|any\s+of\s+these)\b(?!\s+(?:\w+\s+)?(?:have\s+to|need|supposed|meant|allowed|safe|normal))"
    r"|\A\W*(?:how\s+(?:many|much|long|often|old)|when|which|who|what\s+(?:time|day))\b",
    re.IGNORECASE,
)
"""What only the reader can know: "Have you slept badly for 3 nights?" """
_LIMIT = re.compile(r"\b(?:after|before|until|within|by|past|every)\s+\Z", re.IGNORECASE)
_REACH = 12
_ALWAYS = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO, Kind.P_VALUE, Kind.MEASURE, Kind.RANK})
_TAKEN = frozenset({"doses", "drinks", "cigarettes"})
_ABOUT_ALIKE = frozenset({Hedge.NONE, Hedge.ABOUT})


def figures_to_cite(sentence: Sentence) -> tuple[Quantity | WordedAmount, ...]:
    """Return the figures for which a source must be named.

    A year alone dates an event. What a reader is asked, or asked to write down, states nothing: "Have you slept badly
    for 3 nights?" But a share, a dose or a threshold in it does: "Do you drink more than 400 mg of caffeine?"
    """
    text = sentence.text
    found, worded = find_quantities(text), worded_amounts(text)
    if not found and not worded:
        return ()
    is_request, is_parking = _is_request(text, is_question=sentence.is_question), _PARKING.search(text) is not None
    exact = _exact(found, text, is_request=is_request, is_parking=is_parking)
    if is_request or is_parking:
        return exact
    return (*exact, *(amount for amount in worded if not any(_overlap(amount, figure) for figure in exact)))


def _exact(found: tuple[Quantity, ...], text: str, *, is_request: bool, is_parking: bool) -> tuple[Quantity, ...]:
    is_timetable = _TIMETABLE.search(text) is not None and not _FASTING.search(text)
    is_packed = _PACKING.match(text) is not None
    return tuple(
        figure
        for figure in found
        if figure.kind is not Kind.YEAR
        and not (is_timetable and _is_hour(figure))
        and not (is_parking and figure.kind is Kind.DURATION)
        and not (is_packed and figure.kind is Kind.COUNT)
        and (not is_request or _states_something(figure, text))
    )


def _is_request(text: str, *, is_question: bool) -> bool:
    """Tell whether a sentence asks the reader for something only he knows, or to write it down."""
    return _NOTE_TAKING.match(text) is not None or (is_question and _ABOUT_THE_READER.search(text) is not None)


def _overlap(amount: WordedAmount, figure: Quantity) -> bool:
    return amount.start < figure.end and figure.start < amount.start + len(amount.text)


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
