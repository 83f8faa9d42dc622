"""What a figure takes over from the one before it: the unit left out, and the limit of what is said twice.

"Every 12 weeks, women every 16": the second is weeks as well. "Below 38 °C (100.4 °F)": the second is a limit too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest

from careleaf.model.figures.figure import Figure
from careleaf.model.figures.numbers import NUMBER, parse_number
from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd

_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z|\s(?:and|or|but|in|with|on|for)\b)")
_BEFORE = re.compile(r"\b(\w+)\s+\Z")
_RANGE = re.compile(
    r"\((?:range|from|between|IQR|interquartile\s+range|median|mean)[\s:,]*(?:of\s+|from\s+)?\Z", re.IGNORECASE
)
_REACH = 30


def with_units(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Give a bare number the unit of the figure before it, where the same word leads into both or it is its range.

    So too that of the figure behind it: a minimum of 10 and a maximum of 15 minutes.
    """
    given: list[Figure] = []
    for figure in _with_units_ahead([_by_weight(one, text) for one in figures], text):
        bare = figure.kind is Kind.COUNT and not figure.unit
        again = bare and _AGAIN.search(text[max(0, figure.taken_from - _REACH) : figure.taken_from]) is not None
        before = next(
            (
                one
                for one in reversed(given)
                if one.taken_from != figure.taken_from and one.unit and (not again or one.kind is Kind.DURATION)
            ),
            None,
        )
        timed = again and _ENDS.match(text, figure.end) is not None
        shares = before is not None and bare and (timed or _shares_unit(before, figure, given, text))
        given.append(_in_unit_of(before, figure, text) if before and shares else figure)
    return given


def _by_weight(figure: Figure, text: str) -> Figure:
    """Read 50 ml of solution per kg, and for every kilo 50 ml, as 50 ml per kg."""
    if figure.unit not in _WEIGHED or not (
        _PER_WEIGHT.match(text, figure.end) or _WEIGHT_BEFORE.search(text[: figure.start])
    ):
        return figure
    return replace(figure, unit=_WEIGHED[figure.unit], value=figure.value * 1000, step=figure.step * 1000)


_WEIGHED = {"g": "mg/kg", "l": "ml/kg"}
_KILO = r"(?:kg|kilos?|kilograms?)\b"
_PER_WEIGHT = re.compile(
    rf"(?:\s+of\s+(?:[^\W\d_]+\s+){{1,4}}?)?\s*(?:per|an?|(?:for\s+)?(?:every|each))\s+{_KILO}", re.IGNORECASE
)
_WEIGHT_BEFORE = re.compile(rf"\bfor\s+(?:every|each)\s+{_KILO}[^.;\d]{{0,60}}\Z", re.IGNORECASE)


def _with_units_ahead(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    for figure, following in zip_longest(figures, figures[1:]):
        bare = figure.kind is Kind.COUNT and not figure.unit and figure.range_end is RangeEnd.NONE
        ahead = bare and following is not None and following.unit and following.kind in _MEASURED
        age = ahead and _AGE.search(text[max(0, figure.start - _REACH) : figure.start])
        if ahead and not age and _AHEAD.fullmatch(text[figure.end : following.start]):
            yield _in_unit_of(following, figure, text)
        else:
            yield figure


_AGE = re.compile(
    r"\b(?:aged?|(?:people|adults?|patients|men|women|anyone|everyone|those|persons|children)(?:\s+(?:who\s+are|aged))?"
    r"\s+(?:under|over|below|above|(?:young|old)er\s+than))\s+\Z",
    re.IGNORECASE,
)
"""Adults under 65 and 25 micrograms: an age shares no unit."""
_MEASURED = frozenset({Kind.MEASURE, Kind.DURATION})
_AHEAD = re.compile(
    r"\s+(?:and|or|to|at\s+(?:the\s+)?least\s+and)\s+(?:an?\s+|at\s+|the\s+|no\s+|not\s+)?(?:maximum|minimum|most|least|more|less|about|up|fewer)?"
    r"\s*(?:of|to|than)?\s*",
    re.IGNORECASE,
)


_AGAIN = re.compile(r"\b(?:another|a\s+further|the\s+(?:next|last|following))\s+\Z", re.IGNORECASE)
"""For 14 days, then for another 14."""
_AGAINST = re.compile(
    r"\s+(?:instead\s+of|rather\s+than|(?:as\s+)?against|versus|vs\.?|v\.?|compared\s+(?:with|to)|(?:down|up)\s+from)\s+"
    r"(?:about\s+|around\s+|only\s+|just\s+)?",
    re.IGNORECASE,
)
"""8.1 seconds instead of 5.2."""


def with_rates(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """Yield figures, and a bare number as a rate where the rate behind it is set against it: 4.8 v 11.0 per 100."""
    rate: Figure | None = None
    for figure, following in zip_longest(figures, figures[1:]):
        bare = figure.kind is Kind.COUNT and figure.unit in {"", "people"} and figure.range_end is RangeEnd.NONE
        if rate is not None and bare and (share := _as_rate(figure, rate, text)):
            yield share
            continue
        rate = figure if figure.kind is Kind.SHARE and figure.also is None else rate
        ahead = following if following is not None and bare and following.kind is Kind.SHARE else None
        if ahead is not None and _VERSUS.fullmatch(text[figure.end : ahead.start]):
            yield _out_of(_size(ahead, text), figure) or figure
        else:
            yield figure


def _as_rate(figure: Figure, rate: Figure, text: str) -> Figure | None:
    """Return 11 as 11 per 100 in "4.8 per 100 with the programme and 11 without it"."""
    joined = _BESIDE.fullmatch(text[rate.end : figure.taken_from]) and not figure.unit
    return _out_of(_size(rate, text), figure) if joined and _LABELLED.match(text, figure.end) else None


def _size(rate: Figure, text: str) -> Fraction:
    """Return what a rate is counted out of; nought for a percentage."""
    whole = _WHOLE.search(text[rate.start : rate.end])
    return parse_number(whole[1]).value if whole else Fraction(0)


def _out_of(size: Fraction, figure: Figure) -> Figure | None:
    if not 0 < figure.value < size:
        return None
    share = figure.value / size
    return replace(figure, kind=Kind.SHARE, unit="", value=share, step=min(figure.step / size, share / 5))


_BESIDE = re.compile(
    r"[^.;]{1,80}?\s(?:and|but|(?:as\s+)?against|versus|vs\.?|v\.?|compared\s+(?:with|to)|while|than)\s+"
    r"(?:only\s+|just\s+|about\s+|around\s+)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s+(?:on|with|without|in|among|for|after|of\s+(?:those|the))\b|\s*(?:[.;)]|\Z)", re.IGNORECASE)


_VERSUS = re.compile(r"\s+(?:versus|vs\.?|v\.?|(?:as\s+)?against|and|or)\s+", re.IGNORECASE)
_WHOLE = re.compile(rf"\b(?:per|in|in\s+every|for\s+every|out\s+of)\s+({NUMBER})\Z", re.IGNORECASE)


def _in_unit_of(before: Figure, figure: Figure, text: str) -> Figure:
    number = _written(before, text)
    if not number:
        return figure
    factor = before.value / number
    return replace(figure, kind=before.kind, unit=before.unit, value=figure.value * factor, step=figure.step * factor)


def _shares_unit(before: Figure, figure: Figure, given: Sequence[Figure], text: str) -> bool:
    if _RANGE.search(text[max(0, figure.taken_from - _REACH) : figure.taken_from]):
        return True
    if before is not given[-1] or before.unit == "°C" or ". " in text[before.end : figure.start]:
        return False
    if not _ENDS.match(text, figure.end):
        return False
    if before.kind in _MEASURED and _AGAINST.fullmatch(text[before.end : figure.start]):
        return True
    one, other = (_BEFORE.search(text[max(0, each.taken_from - _REACH) : each.taken_from]) for each in (before, figure))
    return one is not None and other is not None and one[1].lower() == other[1].lower()


def _written(figure: Figure, text: str) -> Fraction:
    match = re.match(NUMBER, text[figure.start : figure.end])
    if match and match[0][0].isdigit():
        return parse_number(match[0]).value
    return _WORDS.get(text[figure.start : figure.end].split()[0].split("-")[0].lower(), Fraction(0))


_WORDS = {
    word: Fraction(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}


def with_limits(quantities: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    """Let what says a figure again in brackets be bounded as that figure is."""
    found: list[Quantity] = []
    for quantity in quantities:
        found.append(_limited_by(found[-1], quantity, text) if found else quantity)
    return tuple(found)


def _limited_by(before: Quantity, quantity: Quantity, text: str) -> Quantity:
    if quantity.hedge is not Hedge.NONE:
        return quantity
    if _in_brackets(before, quantity, text):
        return replace(quantity, hedge=before.hedge)
    if quantity.tacit is Hedge.NONE and _beside(before, quantity, text):
        return replace(quantity, tacit=before.tacit if before.hedge is Hedge.NONE else before.hedge)
    return quantity


def _beside(before: Quantity, quantity: Quantity, text: str) -> bool:
    """Tell whether a limit may hold for both: at least 20 mmHg systolic or 10 mmHg diastolic."""
    same = (before.kind, before.unit) == (quantity.kind, quantity.unit)
    return same and _OR.fullmatch(text[before.end : quantity.start]) is not None


_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN})
_OR = re.compile(r"(?:\s+[^\W\d_]+){0,4}?(?:,|,?\s+(?:or|and))\s+", re.IGNORECASE)
_OPENS = re.compile(r"[^.;,()]{0,30}\(\s*")
_CLOSES = re.compile(r"(?:\s+[^\W\d_]+){0,4}\)")
"""``below 2 g (5 g of salt)``."""


def _in_brackets(before: Quantity, quantity: Quantity, text: str) -> bool:
    between = text[before.end : quantity.start]
    opens = between.strip() == "(" or (before.hedge in _BOUNDS and _OPENS.fullmatch(between))
    return bool(opens) and _CLOSES.match(text, quantity.end) is not None
