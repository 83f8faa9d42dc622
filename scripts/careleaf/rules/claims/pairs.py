"""Two figures of a sentence taken together: a range of two halves, and two figures that changed places."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from careleaf.model.agreement import agrees
from careleaf.model.figures import derived_shares, find_quantities
from careleaf.model.quantity import Kind, Quantity, RangeEnd
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.binding import Bound, Frame, bound_figures, scale_of
from careleaf.rules.claims.clusters import Role
from careleaf.rules.claims.contrast import apart
from careleaf.rules.claims.evidence import Reported
from careleaf.rules.claims.labels import words_of
from careleaf.rules.claims.rivals import bears_out, everything_in


def mixed_ranges(sentence: str, reported: Sequence[Reported]) -> Iterator[tuple[Attached, Attached, Attached | None]]:
    """Yield each range that begins as one of the evidence does and ends as another."""
    ranges = list(_ranges(sentence))
    statements = dict.fromkeys(one.statement for one in reported if one.statement) if ranges else {}
    known = [pair for text in statements for pair in _ranges(text)]
    for low, high in ranges:
        alike = [(pair, agrees(low.figure, pair[0].figure), agrees(high.figure, pair[1].figure)) for pair in known]
        halves = [pair for pair, begins, ends in alike if begins or ends]
        if halves and not any(begins and ends for _, begins, ends in alike):
            yield high, *halves[0]


def exchanged(sentence: str, reported: Sequence[Reported]) -> Iterator[tuple[Attached, Attached, Attached | None]]:
    """Yield two figures of a sentence that together fit the evidence better the other way round."""
    counted = Counter(scale_of(figure) for figure in find_quantities(sentence))
    scales = [scale for scale, count in counted.items() if count > 1]
    everything = everything_in(reported, scales)
    for one, other in combinations(bound_figures(sentence, scales)[:_MOST], 2):
        if scale_of(one.figures[0]) != scale_of(other.figures[0]) or not _judged(one, sentence):
            continue
        if Role.WHOLE in {one.role, other.role} or _far_apart(one.figures[0], other.figures[0]):
            continue
        firsts = [its for its in everything if bears_out(one.figures[0], its)]
        seconds = [its for its in everything if bears_out(other.figures[0], its)]
        pairs = [(a, b) for a in firsts for b in seconds if a.text == b.text and a is not b]
        if pairs and all(_fit(one, other, b, a) > _fit(one, other, a, b) for a, b in pairs):
            for claim, its in zip((one, other), pairs[0], strict=True):
                yield shown(claim), shown(its), None


def _far_apart(one: Quantity, other: Quantity) -> bool:
    """Tell whether nobody takes one time for the other: 10 minutes for four weeks."""
    low, high = sorted((one.value, other.value))
    return one.kind is Kind.DURATION and high > low * _FAR


_FAR = 100
_MOST = 12
"""Of a longer list not every two are compared."""


def _fit(one: Bound, other: Bound, its: Bound, others: Bound) -> int:
    """Return how many words two figures share with two of the evidence, of those in which the latter differ."""
    alone, alone_there = apart(words_of(its.own), words_of(others.own))
    return len(words_of(one.own) & alone) + len(words_of(other.own) & alone_there)


def shown(bound: Bound) -> Attached:
    """Return a figure as a message shows it."""
    return Attached(bound.figures[0], bound.part, frozenset(), is_limited=False)


def _judged(bound: Bound, sentence: str) -> bool:
    return bound.frame != Frame.AGE and any(is_judged(figure, sentence) for figure in bound.figures)


def _ranges(text: str) -> Iterator[tuple[Attached, Attached]]:
    for low, high in pairwise(attached_figures(text)):
        both = (low.figure.range_end, high.figure.range_end)
        if both == (RangeEnd.LOW, RangeEnd.HIGH) or (low.role, high.role) == ("from", "to"):
            yield low, high


_MAIN = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO})


_BESIDE = frozenset({Kind.DURATION, Kind.MEASURE, Kind.FREQUENCY})


def is_judged(figure: Quantity, sentence: str) -> bool:
    """Tell whether a figure is what is said; beside a share, a time or an amount says of what."""
    if figure.kind is Kind.YEAR:
        return False
    if figure.kind is Kind.COUNT and not figure.unit:
        shares = derived_shares(sentence)  # "over 65" is none
        return any(one.start <= figure.start < one.end for one in shares) or not _has_main(sentence)
    return figure.kind not in _BESIDE or not _has_main(sentence)


def _has_main(sentence: str) -> bool:
    return any(one.kind in _MAIN for one in find_quantities(sentence))
