"""Whether a figure that the evidence holds is said of what the evidence says it of."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, pairwise

from careleaf.model.agreement import agrees
from careleaf.model.figures import derived_shares, find_quantities
from careleaf.model.quantity import Kind, Quantity, RangeEnd
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.binding import Bound, Frame, Scale, bound_figures, joined, scale_of, words_of
from careleaf.rules.claims.complement import is_of_the_others
from careleaf.rules.claims.direction import contradictions
from careleaf.rules.claims.evidence import Reported, holding
from careleaf.rules.claims.surroundings import LEVEL, role_of, sole_period, speaks_of_change
from careleaf.rules.claims.vocabulary import GROUPS, PEOPLE, USERS


@dataclass(frozen=True, slots=True)
class Crossing:
    """A figure that the evidence has for something else."""

    claim: Attached
    reported: Attached
    """The same figure in the evidence."""
    rival: Attached | None
    """The figure that the evidence has for what the sentence speaks of; None when only the direction is turned."""


def find_crossings(sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield each figure whose words fit another figure of the same evidence, or turn its own words round."""
    yield from _mixed_ranges(sentence, reported)
    found = attached_figures(sentence)
    shares = (_of_counts(share, found) for share in derived_shares(sentence))
    crossed = []
    for claim in (*found, *shares):
        for crossing in _crossing(claim, sentence, reported):
            crossed.append(claim.figure)
            yield crossing
    yield from (one for one in _exchanged(sentence, reported) if not crossed)


def _crossing(claim: Attached, sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    held = [one for one in holding(claim.figure, reported) if one.statement]
    if claim.figure.value != _HALF and is_of_the_others(claim.figure, sentence, reported, turned=bool(held)):
        return
    if not _is_judged(claim.figure, sentence):
        yield from _other_side(claim, held)
        return
    turned = [_turned(claim, one, sentence) for one in held]
    if turned and all(turned):
        yield next(filter(None, turned))
    elif held and _has_rivals(claim.figure, held[0].figure, reported) and (rival := _rival(claim, sentence, reported)):
        yield Crossing(claim, _attached(held[0]), _shown(rival))


def _has_rivals(claim: Quantity, own: Quantity, reported: Sequence[Reported]) -> bool:
    """Tell whether the evidence has another figure of its kind: without one, there is nothing to take it for."""
    return any(one.figure.kind is own.kind and not agrees(claim, one.figure) for one in reported)


def _other_side(claim: Attached, held: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield a time that stands behind "before" in one text and behind "after" in the other."""
    sides = {"before", "after"}
    found = [_attached(one) for one in held]
    if found and claim.role in sides and all(one.role in sides - {claim.role} for one in found):
        yield Crossing(claim, found[0], None)


def _mixed_ranges(sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield each range that begins as one of the evidence does and ends as another."""
    ranges = list(_ranges(sentence))
    statements = dict.fromkeys(one.statement for one in reported if one.statement) if ranges else {}
    known = [pair for text in statements for pair in _ranges(text)]
    for low, high in ranges:
        alike = [(pair, agrees(low.figure, pair[0].figure), agrees(high.figure, pair[1].figure)) for pair in known]
        halves = [pair for pair, begins, ends in alike if begins or ends]
        if halves and not any(begins and ends for _, begins, ends in alike):
            yield Crossing(high, *halves[0])


def _exchanged(sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield two figures of a sentence that together fit the evidence better the other way round."""
    counted = Counter(scale_of(figure) for figure in find_quantities(sentence))
    scales = [scale for scale, count in counted.items() if count > 1]
    everything = _everything(reported, scales)
    for one, other in combinations(bound_figures(sentence, scales)[:_MOST], 2):
        if scale_of(one.figures[0]) != scale_of(other.figures[0]) or not _judged(one, sentence):
            continue
        firsts = [its for its in everything if _bears_out(one.figures[0], its)]
        seconds = [its for its in everything if _bears_out(other.figures[0], its)]
        pairs = [(a, b) for a in firsts for b in seconds if a.text == b.text and a is not b]
        if pairs and all(_fit(one, other, b, a) > _fit(one, other, a, b) for a, b in pairs):
            for claim, its in zip((one, other), pairs[0], strict=True):
                yield Crossing(_shown(claim), _shown(its), None)


_MOST = 12
"""Of a longer list not every two are compared."""


def _fit(one: Bound, other: Bound, its: Bound, others: Bound) -> int:
    """Return how many words two figures share with two of the evidence, of those in which the latter differ."""
    alone, alone_there = _apart(words_of(its.own), words_of(others.own))
    return len(words_of(one.own) & alone) + len(words_of(other.own) & alone_there)


def _shown(bound: Bound) -> Attached:
    return Attached(bound.figures[0], bound.part, frozenset(), is_limited=False)


def _judged(bound: Bound, sentence: str) -> bool:
    return bound.frame != Frame.AGE and any(_is_judged(figure, sentence) for figure in bound.figures)


def _ranges(text: str) -> Iterator[tuple[Attached, Attached]]:
    for low, high in pairwise(attached_figures(text)):
        both = (low.figure.range_end, high.figure.range_end)
        if both == (RangeEnd.LOW, RangeEnd.HIGH) or (low.role, high.role) == ("from", "to"):
            yield low, high


_HALF = Fraction(1, 2)
_MAIN = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO})
_BESIDE = frozenset({Kind.DURATION, Kind.MEASURE, Kind.FREQUENCY})


def _is_judged(figure: Quantity, sentence: str) -> bool:
    """Tell whether a figure is what is said; beside a share, a time or an amount says of what."""
    if figure.kind is Kind.YEAR:
        return False
    if figure.kind is Kind.COUNT and not figure.unit:
        shares = derived_shares(sentence)  # "over 65" is none
        return any(one.start <= figure.start < one.end for one in shares) or not _has_main(sentence)
    return figure.kind not in _BESIDE or not _has_main(sentence)


def _has_main(sentence: str) -> bool:
    return any(one.kind in _MAIN for one in find_quantities(sentence))


def _rival(attached: Attached, sentence: str, reported: Sequence[Reported]) -> Bound | None:
    """Return the figure of the evidence whose words a claim has, where it has none of those of its own value."""
    claim = attached.figure
    mine = next((one for one in bound_figures(sentence, [scale_of(claim)]) if claim in one.figures), None)
    held = [one.figure for one in holding(claim, reported) if one.statement]
    everything = _everything(reported, {scale_of(claim), *map(scale_of, held)})
    own = [one for one in everything if _bears_out(claim, one)]
    own = [one for one in own if any(scale_of(figure) == scale_of(claim) for figure in one.figures)] or own
    if mine is None or not own or mine.frame == Frame.AGE:
        return None
    roles = {one.role for one in own}
    scales = {
        (scale_of(figure), one.frame, _is_end(figure)) for one in own for figure in one.figures if agrees(claim, figure)
    }
    said = words_of(mine.own) | words_of(mine.shared)
    if _COMPARES.search(mine.part):
        said -= GROUPS
    role = role_of(claim, sentence)
    for one in everything:
        if _is_single(one) or (role and role_of(one.figures[0], one.text) not in {"", role}):
            continue
        same = any((scale_of(figure), one.frame, _is_end(figure)) in scales for figure in one.figures)
        same = same and (claim.also is None) <= any(figure.also is None for figure in one.figures)
        same = same and one.role in roles
        if same and not any(_bears_out(figure, one) for figure in mine.figures):
            if _stands_right(one, mine, sentence):
                continue
            if all(_fits_better(said, its, one) and not _stands_for(its, one, attached) for its in own):
                return one
    return None


def _is_single(bound: Bound) -> bool:
    """Tell whether it counts but one, as "one puff every hour" does."""
    return all(one.kind is Kind.COUNT and one.value == 1 for one in bound.figures)


def _is_end(figure: Quantity) -> bool:
    return figure.range_end is not RangeEnd.NONE


_COMPARES = re.compile(r"\b(?:compar\w+|than|versus|vs|against|over|beat|unlike)\b", re.IGNORECASE)


def _everything(reported: Sequence[Reported], scales: Collection[Scale]) -> list[Bound]:
    statements = dict.fromkeys(one.statement for one in reported if one.statement)
    return [one for text in statements for one in bound_figures(text, scales)]


def _bears_out(claim: Quantity, bound: Bound) -> bool:
    return any(
        agrees(claim, figure) and (not _is_end(claim) or not _is_end(figure) or claim.range_end is figure.range_end)
        for figure in bound.figures
    )


def _stands_right(rival: Bound, mine: Bound, sentence: str) -> bool:
    """Tell whether the sentence has the rival too, and with the rival's own words."""
    others = [
        one
        for one in bound_figures(sentence, map(scale_of, mine.figures))
        if one is not mine and any(_bears_out(f, rival) for f in one.figures)
    ]
    return any(words_of(one.own) & words_of(rival.own) - words_of(mine.own) for one in others)


def _stands_for(own: Bound, rival: Bound, claim: Attached) -> bool:
    """Tell whether a pronoun may stand for the rival's words: where a claim has words of its own, nobody knows."""
    known = frozenset(word for one in attached_figures(own.text) for word in one.words)
    before = own.text == rival.text and rival.figures[0].start < own.figures[0].start
    if any(word in GROUPS or word.startswith("no ") for word in words_of(own.own)):
        return False
    return before and _PRONOUN.search(own.part) is not None and not claim.words <= known


_PRONOUN = re.compile(r"\b(?:it|its|them|they|their|so|did|do|does|same|ones|this|these|which)\b", re.IGNORECASE)


def _fits_better(said: frozenset[str], own: Bound, rival: Bound) -> bool:
    """Tell whether words contrast with what the evidence says of their figure, and are those of another.

    One word is enough where both figures have the same slot for it; elsewhere it may have been left out as known.
    """
    near = own.text == rival.text and (own.sentence, own.clause) == (rival.sentence, rival.clause)
    its, others = (own.own, rival.own) if near else (joined(own.own, own.shared), joined(rival.own, rival.shared))
    differing = [slot for slot in its.keys() & others.keys() if its[slot] != others[slot]]
    known = words_of(own.shared) | words_of(rival.shared) if near else frozenset()
    alone, alone_there = _apart(words_of(its) - known, words_of(others) - known)
    paired, paired_there = _apart(*(words_of({slot: each[slot] for slot in differing}) for each in (its, others)))
    paired, paired_there = paired & alone, paired_there & alone_there
    swapped = said & paired_there if paired and not said & paired else frozenset()
    together = own.text == rival.text and own.sentence == rival.sentence
    elided = together and own.figures[0].start < rival.figures[0].start
    known_topic = together and not near and not elided and len(swapped) == 1 and not swapped & GROUPS
    if swapped and not known_topic and (elided or len(swapped) > len(said & alone) - near):
        return True
    if any(_sort(word) in {_sort(its_word) for its_word in alone - said} - {""} for word in said & alone_there - alone):
        return not any(_sort(word) for word in said & alone)
    if USERS in said and alone & GROUPS and not said & GROUPS:
        return True
    if said & alone_there & GROUPS and not said & alone & GROUPS:
        return True
    if said & alone or not alone:
        return False
    covered = said <= words_of(others) | known
    return len(said & alone_there) > (0 if covered or (near and not differing) else 1)


_MEASURED = re.compile(r"[\d.e+-]+(?: (?P<unit>.+))?|(?P<name>\w+)#\w+")


def _sort(word: str) -> str:
    """Return what sort of label a word is; two of one sort exclude each other: 2 hours and 24 hours, women and men."""
    if match := _MEASURED.fullmatch(word):
        return match["unit"] or match["name"] or "number"
    return "people" if word in PEOPLE else "group" if word in GROUPS else ""


def _apart(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that only one of the two has; who they are counts where both say it."""
    alone, alone_there = one - other, other - one
    if not (alone & PEOPLE and alone_there & PEOPLE):
        alone, alone_there = alone - PEOPLE, alone_there - PEOPLE
    return alone, alone_there


def _attached(reported: Reported) -> Attached:
    """Return a figure with its words."""
    found = attached_figures(reported.statement)
    shares = derived_shares(reported.statement)
    statement = (*found, *(_of_counts(share, found) for share in shares))
    alone = Attached(reported.figure, reported.figure.text, frozenset(), is_limited=False)
    place = (reported.figure.start, reported.figure.end)
    said = next((one for one in statement if (one.figure.start, one.figure.end) == place), alone)
    return next((one for one in statement if one.figure == reported.figure), replace(said, figure=reported.figure))


def _of_counts(share: Quantity, found: Sequence[Attached]) -> Attached:
    """Return a share with the words of both its counts: 28 of 100 with the tablet."""
    counts = [one for one in found if one.figure.start >= share.start and one.figure.end <= share.end]
    words = frozenset(word for one in counts for word in one.words)
    return replace(counts[-1], figure=share, words=words, next_word="", beside=frozenset())


def _turned(claim: Attached, reported: Reported, sentence: str) -> Crossing | None:
    own = _attached(reported)
    turned = _turns_round(claim, replace(own, period="") if reported.is_implied else own, reported)
    if turned or _changes_role(claim, own, sentence, reported.statement):
        return Crossing(claim, own, None)
    return None


def _changes_role(claim: Attached, own: Attached, sentence: str, statement: str) -> bool:
    """Tell whether a change is said as a level, or where it began as where it ended: to 15% for by 15%."""
    changes, changed = _is_change(claim), _is_change(own)
    if LEVEL in {claim.role, own.role} and changes != changed:
        return True
    if changed and claim.role == "to" != own.role:
        return True
    if _is_of_another_time(claim, own, sentence):
        return True
    if claim.figure.kind in _LEVELS and own.figure.kind in _LEVELS:
        if changed and not changes and not speaks_of_change(sentence):
            return True
        if changes and not changed and not own.role and not speaks_of_change(statement):
            return True
    return bool(claim.role and own.role and claim.role != own.role)


_NAMELESS = frozenset({"", "2+", "2-", "3+", "3-"})
"""Women, men, children and adults: who they are is not what is counted."""


def _has_the_noun_of_another(claim: Attached, own: Attached, reported: Reported) -> bool:
    """Tell whether the noun counted is that of another count of the evidence: cases for deaths."""
    rivals = [one for one in attached_figures(reported.statement) if one.figure.kind is Kind.COUNT]
    return claim.next_word not in _NAMELESS and any(
        one.next_word == claim.next_word and own.next_word not in {"", *claim.words, *one.words} for one in rivals
    )


_LEVELS = frozenset({Kind.SHARE, Kind.MEASURE, Kind.COUNT})
_DOSES = frozenset({Kind.MEASURE, Kind.COUNT, Kind.FREQUENCY, Kind.DURATION})


def _is_of_another_time(claim: Attached, own: Attached, sentence: str) -> bool:
    """Tell whether where a value began is said of the end, or the other way round: after 16 weeks it was 74."""
    if claim.role or own.role not in _OTHER_TIME or len([one for one in attached_figures(sentence) if one.role]) > 1:
        return False
    return _OTHER_TIME[own.role].search(sentence) is not None and not _OTHER_TIME[_BACK[own.role]].search(sentence)


_BACK = {"from": "to", "to": "from"}
_OTHER_TIME = {
    "from": re.compile(r"\b(?:after|afterwards|at\s+the\s+end|ended|by\s+the\s+end|later)\b", re.IGNORECASE),
    "to": re.compile(
        r"\A\s*before\b|\bbefore\s+(?:the\s+)?(?:treatment|therapy|study|trial|programme|program|course|training|it)\b|\bat\s+(?:the\s+start|baseline|first)\b"
        r"|\b(?:began|started|initially|originally)\b",
        re.IGNORECASE,
    ),
}


def _is_change(one: Attached) -> bool:
    return one.role == "by" or one.figure.also is not None or _EXTRA.search(one.part) is not None


_EXTRA = re.compile(r"\d\s+(?:fewer|extra|additional)\b", re.IGNORECASE)


def _turns_round(claim: Attached, own: Attached, reported: Reported) -> bool:
    """Tell whether the same figure is said the other way round: to for from, a day for a week, worse for better."""
    period = own.period or (
        sole_period(reported.statement) if claim.figure.kind in _DOSES and not reported.is_implied else ""
    )
    if claim.figure.kind is own.figure.kind is Kind.COUNT and _has_the_noun_of_another(claim, own, reported):
        return True
    if claim.period and period and claim.period != period:
        return True
    return not (claim.is_negated or own.is_negated) and any(contradictions(claim.words, own.words))
