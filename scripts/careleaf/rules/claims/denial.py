"""Figures of what the evidence denies, or of what only the sentence denies: 80% have symptoms, where 80% never do."""

from collections.abc import Sequence

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Kind, Quantity
from careleaf.rules.claims.binding import Bound, bound_figures, scale_of
from careleaf.rules.claims.complement import turns_in
from careleaf.rules.claims.evidence import Reported
from careleaf.rules.claims.labels import words_of

_KINDS = frozenset({Kind.SHARE, Kind.COUNT})


def is_denied(figure: Quantity, sentence: str, held: Sequence[Reported]) -> bool:
    """Tell whether one of sentence and evidence denies what the other says, in all evidence that holds the figure."""
    if figure.kind not in _KINDS or figure.unit == "people" or figure.also is not None or not held:
        return False
    if figure.kind is Kind.COUNT and any(one.kind is Kind.SHARE for one in find_quantities(sentence)):
        return False  # beside a share, a count says of what
    mine = _bound(figure, sentence)
    return mine is not None and all(_denies(mine, sentence, one) for one in held)


def _bound(figure: Quantity, text: str) -> Bound | None:
    return next((one for one in bound_figures(text, [scale_of(figure)]) if figure in one.figures), None)


def _denies(mine: Bound, sentence: str, one: Reported) -> bool:
    own = _bound(one.figure, one.statement)
    if own is None or one.is_implied:
        return False
    said, its = words_of(mine.own) | words_of(mine.shared), words_of(own.own)
    if _denied(its) & said - _denied(said):
        return not turns_in(sentence)
    return bool(_denied(words_of(mine.own)) & its - _denied(its)) and not turns_in(own.part)


def _denied(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.removeprefix("no ") for word in words if word.startswith("no "))
