"""Shares of those of whom the evidence does not say it: 70% stayed free of what 30% had.

That a sentence speaks of the others shows in words that turn it round, and that its evidence lacks: not, without,
free of, left. Where neither text has such a word more than the other, 70% is a wrong figure for 30%.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from careleaf.model.agreement import agrees, is_bounded_alike
from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd
from careleaf.rules.claims.binding import bound_figures, scale_of
from careleaf.rules.claims.evidence import Reported
from careleaf.rules.claims.labels import Slots, joined, words_of
from careleaf.rules.claims.vocabulary import PEOPLE

_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.MORE_THAN, Hedge.LESS_THAN})
_TURNING = re.compile(
    r"\b(?:no|not|nor|never|none|nobody|nothing|neither|cannot|without|free|avoid\w*|escap\w*|spared?|fail\w*|miss\w*|remain\w*|left|still"
    r"|rest|others?|stay\w*|surviv\w*|alive|short|lack\w*|normal|abnormal|well|fine|through|instead|leav(?:e|es|ing)|keeps?|kept|persist\w*|continu\w*"
    r"|un(?!it|til|less|der|ion|iver|ique)\w+|non-?\w*|in(?:complete|effective|active|visible)\w*|(?:less|more)\s+likely|resist\w*|refus\w*|relaps\w*|miss(?:ed)?|quit|stop\w*)\b"
    r"|n[’']t\b|\b\w+(?:less|-free)\b",
    re.IGNORECASE,
)
_FLIPPED = {
    Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.AT_MOST: Hedge.AT_LEAST, Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.LESS_THAN: Hedge.MORE_THAN, Hedge.NEARLY: Hedge.JUST_OVER, Hedge.JUST_OVER: Hedge.NEARLY,
    Hedge.ABOUT: Hedge.ABOUT, Hedge.NONE: Hedge.NONE,
}  # fmt: skip
_OTHER_END = {RangeEnd.LOW: RangeEnd.HIGH, RangeEnd.HIGH: RangeEnd.LOW, RangeEnd.NONE: RangeEnd.NONE}


def is_of_the_others(figure: Quantity, sentence: str, reported: Sequence[Reported], *, turned: bool = False) -> bool:
    """Tell whether a share is what the evidence leaves to those of whom it does not speak.

    With `turned`, only words that turn the evidence round show it.
    """
    if figure.kind is not Kind.SHARE or figure.also is not None:
        return False
    return any(
        agrees(figure, rest)
        and is_bounded_alike(figure, rest)
        and _speaks_of_others(figure, sentence, one, turned=turned)
        for one, rest in _rests(reported)
    )


def _speaks_of_others(figure: Quantity, sentence: str, one: Reported, *, turned: bool) -> bool:
    """Tell whether a sentence turns the evidence round, or says something else of those it counts."""
    if turns_in(_part(figure, sentence)) != turns_in(_part(one.figure, one.statement)):
        return True
    if turned:
        return False
    said = words_of({slot: words for slot, words in _slots(figure, sentence).items() if slot in {"", "V"}}) - PEOPLE
    return figure.hedge not in _BOUNDS and bool(said) and not said & words_of(_slots(one.figure, one.statement))


def _slots(figure: Quantity, text: str) -> Slots:
    """Return the words that say what is counted, and of whom."""
    bound = next((one for one in bound_figures(text, [scale_of(figure)]) if figure in one.figures), None)
    return joined(bound.own, bound.shared) if bound else {}


def is_other_side(figure: Quantity, sentence: str, one: Reported) -> bool:
    """Tell whether a limit is that of the evidence from the other side: not below 38 °C for 38 °C or higher."""
    given = one.figure.tacit if one.figure.hedge is Hedge.NONE else one.figure.hedge
    if one.figure.range_end is not RangeEnd.NONE:
        given = Hedge.AT_LEAST if one.figure.range_end is RangeEnd.LOW else Hedge.AT_MOST
    if figure.hedge is not _OPPOSITE.get(given):
        return False
    turned = one.figure.range_end is not RangeEnd.NONE or turns_in(sentence) != turns_in(one.statement)
    return turned and _WARNS.search(sentence) is not None


_OPPOSITE = {
    Hedge.AT_LEAST: Hedge.LESS_THAN, Hedge.AT_MOST: Hedge.MORE_THAN, Hedge.MORE_THAN: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.AT_LEAST,
}  # fmt: skip
_WARNS = re.compile(
    r"\b(?:not|no|never|avoid\w*|throw\w*|discard|bin|normal|abnormal|too|safe|unsafe|outside|beyond|higher\s+than|below\s+the|stop|without|unlikely|less\s+likely)\b|n[’']t\b",
    re.IGNORECASE,
)


def _rests(reported: Sequence[Reported]) -> Iterator[tuple[Reported, Quantity]]:
    for one in reported:
        share = one.figure
        if share.kind is Kind.SHARE and not share.unit and share.also is None and 0 < share.value < 1:
            yield one, rest_of(share)


def rest_of(share: Quantity) -> Quantity:
    """Return the share of all the others: fewer than 30% for more than 70%."""
    hedge, end = _FLIPPED[share.hedge], _OTHER_END[share.range_end]
    return replace(share, value=1 - share.value, hedge=hedge, range_end=end)


def _part(figure: Quantity, text: str) -> str:
    """Return the part of a sentence that a share stands in; the whole where it is the only share, or bare."""
    shares = bound_figures(text, [scale_of(figure)])
    own = next((one for one in shares if figure in one.figures), None)
    if own and own.own and len(shares) > 1:
        return f"alive {own.part}" if _ALIVE in words_of(own.shared) else own.part
    end = _END.search(text, figure.end)
    begun = max((match.end() for match in _END.finditer(text, 0, figure.start)), default=0)
    return text[begun : end.start() if end else len(text)]


_END = re.compile(r"[.?!;](?=\s)")
_ALIVE = "survival"


def turns_in(text: str) -> list[str]:
    """Return the words of a text that turn it round, by one name each."""
    found = [_SAME.get(word, word).rpartition("-")[2] for word in map(str.lower, _TURNING.findall(text))]
    return sorted(found if len(set(found)) < _TWO else set(found) - _WEAK)


_TWO = 2
_WEAK = frozenset("left still remain remained leave leaves keep keeps kept stay stays stayed".split())
"""Beside another word that turns a sentence round these say nothing: it left 52% free of pain."""


_SAME = dict.fromkeys("survive survived survives surviving survival survivors alive".split(), "alive") | dict.fromkeys(
    "no not nor never none nobody nothing neither cannot without n't n’t".split(), "not"
)
