"""What each figure of a text is said of: the words of its own stretch, in the slots they stand in.

Figures of one scale share a sentence out between them. "3.1% on warfarin and 2.1% on apixaban" gives each the words
behind it; what stands before the first is said of both. A slot is the preposition that leads a phrase, so that "on
warfarin" and "on apixaban" are seen to be the two sides of a contrast, whatever else stands beside either.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from careleaf.model.figures import derived_shares, find_quantities
from careleaf.model.quantity import Kind, Quantity
from careleaf.rules.claims.arms import Arms, arms_of
from careleaf.rules.claims.clusters import Role, clustered, place_of, role_in
from careleaf.rules.claims.cuts import cut_between, topic_end
from careleaf.rules.claims.labels import Label, Slots, Span, joined, labels_in, slots_between, words_of

Scale = tuple[Kind, str]


_SENTENCE_END = re.compile(r"(?<!\bvs)[.!](?=\s)")


class Frame(StrEnum):
    """What sort of time or number it is; figures of different sorts are not taken for each other."""

    PLAIN = "plain"
    AGE = "age"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Bound:
    """Figures that say one thing, and the words they say it of."""

    figures: tuple[Quantity, ...]
    own: Slots
    shared: Slots
    """What is said of its neighbours too."""
    part: str
    clause: int
    """Which of the clauses of its text it stands in."""
    sentence: int
    text: str
    frame: Frame
    role: Role


def scale_of(figure: Quantity) -> Scale:
    """Return what figures must have in common to be taken for each other."""
    apart = figure.kind is not Kind.COUNT or figure.unit in _COUNTED_APART
    return figure.kind, figure.unit if apart else ""


_COUNTED_APART = frozenset({"points", "doses", "times", "studies"})


def bound_figures(text: str, scales: Iterable[Scale]) -> tuple[Bound, ...]:
    """Return the figures of a text that have one of these scales, with their words."""
    if not 0 < len(find_quantities(text)) <= MOST:
        return ()
    return tuple(bound for scale in dict.fromkeys(scales) for bound in _of_scale(scale, text))


MOST = 40
"""No sentence has more figures: in a longer list nothing tells whose a word is."""


@lru_cache(maxsize=8192)
def _of_scale(scale: Scale, text: str) -> tuple[Bound, ...]:
    found = _by_words(scale, text)
    arms = _arms(text) if found else {}
    return tuple(_with_arm(one, arms) for one in found) if arms else found


@lru_cache(maxsize=4096)
def _arms(text: str) -> Arms:
    return arms_of(text, lambda figure: _two_before(figure, text))


def _two_before(figure: Quantity, text: str) -> list[tuple[int, frozenset[str]]]:
    """Return the last two figures before one that share a clause, and differ in words of their own."""
    before = (one for one in find_quantities(text) if one.end <= figure.start and one.kind not in _TIMES)
    scales = dict.fromkeys(map(scale_of, before))
    pairs = []
    for scale in scales:
        bounds = [one for one in _by_words(scale, text) if one.figures[0].end <= figure.start]
        for one, other in pairwise(bounds):
            words, others = words_of(one.own), words_of(other.own)
            if one.sentence == other.sentence and words - others and others - words:
                pairs.append([(one.figures[0].start, words), (other.figures[0].start, others)])
    return max(pairs, key=lambda pair: pair[1][0], default=[])


_TIMES = frozenset({Kind.DURATION, Kind.YEAR, Kind.CLOCK, Kind.FREQUENCY, Kind.RATIO, Kind.P_VALUE})
"""Times and ratios set nobody beside anybody."""


def _with_arm(bound: Bound, arms: Arms) -> Bound:
    words = next((arms[figure.start] for figure in bound.figures if figure.start in arms), None)
    if not words:
        return bound
    others = frozenset(word for labels in arms.values() for word in labels) - words
    shared = {slot: kept for slot, said in bound.shared.items() if (kept := said - words - others)}
    own = {slot: kept for slot, said in bound.own.items() if (kept := said - others)}
    return replace(bound, own=joined(own, {_ARM: words}), shared=shared)


_ARM = "arm"
"""The slot of what the order of figures says."""


@lru_cache(maxsize=8192)
def _by_words(scale: Scale, text: str) -> tuple[Bound, ...]:
    figures = find_quantities(text)
    places = {f: place_of(f, figures) for f in (*figures, *derived_shares(text)) if scale_of(f) == scale}
    if not places:
        return ()
    own = sorted(places, key=lambda f: places[f])
    clusters = clustered(own, places, text)
    taken = [(min(places[f][0] for f in c), max(places[f][1] for f in c)) for c in clusters]
    tokens = labels_in(text, figures, own, list(places.values()))
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    sentence_of = [sum(end <= span[0] for end in ends) for span in taken]
    done: list[Bound] = []
    for number in dict.fromkeys(sentence_of):
        inside = [i for i, sentence in enumerate(sentence_of) if sentence == number]
        start, end = ([0, *ends][number], [*ends, len(text)][number])
        members = [(clusters[i], taken[i]) for i in inside]
        done += _of_sentence(members, (start, end), tokens, text, number)
    return tuple(done)


def _of_sentence(
    members: Sequence[tuple[tuple[Quantity, ...], Span]],
    whole: Span,
    tokens: Sequence[Label],
    text: str,
    number: int,
) -> list[Bound]:
    cuts = [whole[0]]
    clauses = [0]
    for (_, before), (_, behind) in pairwise(members):
        cut = cut_between(text, before[1], behind[0], tokens)
        cuts.append(cut)
        clauses.append(clauses[-1] + (";" in text[before[1] : behind[0]]))
    cuts.append(whole[1])
    topic = topic_end(text, cuts[0], members)
    begun = [text.rfind(";", 0, span[0]) + 1 for _, span in members]
    ended = [text.find(";", span[1]) for _, span in members]
    leads = [
        slots_between(tokens, max(topic if i == 0 else cuts[i], begun[i]), span[0])
        for i, (_, span) in enumerate(members)
    ]
    tails = [
        slots_between(tokens, span[0], min(cuts[i + 1], ended[i]) if ended[i] > 0 else cuts[i + 1])
        for i, (_, span) in enumerate(members)
    ]
    theme = slots_between(tokens, cuts[0], topic)
    found: list[Bound] = []
    for clause in dict.fromkeys(clauses):
        inside = [i for i, one in enumerate(clauses) if one == clause]
        first, rest = inside[0], inside[1:]
        shared: Slots = {}
        silent = rest and all(not leads[i] and not tails[i] for i in rest)
        changes = rest and _CHANGE.fullmatch(text[members[first][1][1] : members[rest[0]][1][0]])
        if rest and not any(leads[i] for i in rest) and (tails[first] or silent or changes):
            alike = {slot for i in rest for slot in tails[i]} - {"", "V"}
            shared = {slot: words for slot, words in leads[first].items() if slot not in alike}
        for i in inside:
            mine = {slot: words for slot, words in leads[i].items() if i != first or slot not in shared}
            own = joined(mine, tails[i])
            part = text[cuts[i] : cuts[i + 1]].strip(" ,;.")
            said, frame = joined(shared, theme), _frame(members[i][1], text)
            role = role_in(members[i][0], text)
            found.append(Bound(members[i][0], own, said, part, clause, number, text, frame, role))
        if not leads[inside[-1]]:
            _share_tail(found, len(inside))
        _inherit(found, len(inside))
    return found


_AGE = re.compile(r"\b(?:age[sd]?|ages?\s+of)\s+(?:from\s+|between\s+|about\s+)?\Z", re.IGNORECASE)


_OLD = re.compile(r"[\s-]*(?:years?[\s-])?(?:olds?\b|of\s+age\b)|s\b", re.IGNORECASE)


_EVERY = re.compile(r"\b(?:every|each|per)\s+\Z", re.IGNORECASE)


def _frame(span: Span, text: str) -> Frame:
    before = text[max(0, span[0] - 24) : span[0]]
    if _EVERY.search(before):
        return Frame.EVERY
    return Frame.AGE if _AGE.search(before) or _OLD.match(text, span[1]) else Frame.PLAIN


_CHANGE = re.compile(r"\s+to\s+(?:about\s+|around\s+|just\s+|only\s+)?", re.IGNORECASE)


def _share_tail(found: list[Bound], count: int) -> None:
    """Let what stands behind the last figure alone be said of all: 46% on one and 33% on the other had relief."""
    last, others = found[-1], found[-count:-1]
    before = {slot for one in others for slot in one.own}
    more = {slot: words for slot, words in last.own.items() if slot not in before}
    if "V" in more and len(last.own) > 1:
        more = {"V": more["V"]}
    lone = others and not any(one.own for one in others)
    if others and more and not {"V"} & before and (lone or len(more) < len(last.own)):
        own = {slot: words for slot, words in last.own.items() if slot not in more}
        found[-1] = replace(last, own=own)
        for index in range(len(found) - count, len(found)):
            found[index] = replace(found[index], shared=joined(found[index].shared, more))


def _inherit(found: list[Bound], count: int) -> None:
    """Give the figures of a clause without words of their own those of the clause before, one by one."""
    last, before = found[-count:], found[-2 * count : -count]
    if len(before) == count > 1 and not any(one.own for one in last) and all(one.own for one in before):
        for index, (one, other) in enumerate(zip(last, before, strict=True)):
            found[len(found) - count + index] = replace(one, own=other.own)
