"""The figure of the evidence whose words a sentence has, where it has none of those of the figure it states."""

import re
from collections.abc import Collection, Sequence

from careleaf.model.agreement import agrees
from careleaf.model.figures import derived_shares
from careleaf.model.quantity import Kind, Quantity, RangeEnd
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.binding import Bound, Frame, Scale, bound_figures, scale_of
from careleaf.rules.claims.contrast import fits_better, has_head_of_rival
from careleaf.rules.claims.evidence import Reported, holding
from careleaf.rules.claims.labels import labelled_words, words_of
from careleaf.rules.claims.polarity import is_untreated, names_treatment, names_untreated
from careleaf.rules.claims.surroundings import role_of
from careleaf.rules.claims.vocabulary import GROUPS


def has_rivals(claim: Quantity, own: Quantity, reported: Sequence[Reported]) -> bool:
    """Tell whether the evidence has another figure of its kind: without one, there is nothing to take it for."""
    return any(one.figure.kind is own.kind and not agrees(claim, one.figure) for one in reported)


def find_rival(
    attached: Attached,
    sentence: str,
    reported: Sequence[Reported],
    value: Quantity | None = None,
    borne_out: Sequence[Reported] = (),
) -> Bound | None:
    """Return the figure of the evidence whose words a claim has, where it has none of those of its own value.

    `value` is what the evidence says in its place, where the claim gives the share of all the others. `borne_out`
    are the figures of the evidence that may stand for it, where some that have its value say something else.
    """
    claim = value or attached.figure
    mine = next((one for one in bound_figures(sentence, [scale_of(claim)]) if attached.figure in one.figures), None)
    held = [one.figure for one in holding(claim, reported) if one.statement]
    scales = {scale_of(claim), *map(scale_of, held)}
    everything = everything_in(reported, scales | _TIMES if scales & _TIMES else scales)
    own = [one for one in everything if bears_out(claim, one)]
    own = [one for one in own if any(scale_of(figure) == scale_of(claim) for figure in one.figures)] or own
    ranged = mine is not None and _is_end(attached.figure)
    own = [one for one in own if ranged and mine and all(bears_out(figure, one) for figure in mine.figures)] or own
    places = {(one.statement, one.figure.start) for one in borne_out if not one.is_implied}
    own = [one for one in own if any((one.text, figure.start) in places for figure in one.figures)] or own
    if mine is None or not own or mine.frame == Frame.AGE:
        return None
    said = words_of(mine.own) | words_of(mine.shared) | _of_whole(attached.figure, sentence)
    if _COMPARES.search(mine.part):
        said -= GROUPS
    if value is not None:  # of the others, what is denied is what the evidence says
        its = frozenset(word for one in own for word in words_of(one.own))
        said = frozenset(word if word.removeprefix("no ") not in its else word.removeprefix("no ") for word in said)
    part = mine.part if _is_one_of(mine, sentence) else sentence
    role = role_of(attached.figure, sentence)
    for one in everything:
        if role and not {role_of(figure, one.text) for figure in one.figures} & {"", role}:
            continue
        if mine.frame is Frame.EVERY and one.frame is Frame.EVERY and all(its.frame is Frame.PLAIN for its in own):
            return one
        taken = any(bears_out(figure, one) for figure in (claim, *mine.figures))
        if taken or not _is_of_a_kind(claim, one, own) or _stands_right(one, mine, sentence):
            continue
        if all(fits_better(said, its, one) and not _stands_for(its, one, attached) for its in own):
            return one
        if all(has_head_of_rival(said, mine, its, one) for its in own):
            return one
        if all(_is_other_arm(part, mine, its, one) for its in own):
            return one
    return None


def _is_one_of(mine: Bound, sentence: str) -> bool:
    """Tell whether a sentence sets several figures side by side, so that each speaks of its own part alone."""
    whole = _of_whole(mine.figures[0], sentence)
    return not whole and len(bound_figures(sentence, [scale_of(mine.figures[0])])) > 1


def _is_other_arm(part: str, mine: Bound, own: Bound, rival: Bound) -> bool:
    """Tell whether a claim speaks of those with the treatment where its figure is that of those without."""
    its, others = words_of(own.own) - words_of(rival.own), words_of(rival.own) - words_of(own.own)
    if (own.text, own.sentence) != (rival.text, rival.sentence) or not GROUPS & its or is_untreated(others):
        return False
    if names_untreated(part) or is_untreated(words_of(mine.own) | words_of(mine.shared)):
        return False
    return names_treatment(part) or _names_what_is_treated(part, own)


def _names_what_is_treated(part: str, own: Bound) -> bool:
    """Tell whether those a claim speaks of had something that the evidence names elsewhere: who used latanoprost."""
    given = (labelled_words(part, *match.span("what")) for match in _HAD.finditer(part))
    known = labelled_words(own.text, 0, len(own.text)) - words_of(own.own)
    return any(words & known for words in given)


_HAD = re.compile(
    r"\b(?:using|us(?:e|es|ed)|took|takes?|taking|taken|given|had|having|receiv\w+|wore|wear\w*|on|offered)\s+(?P<what>(?:[\w-]+\s*){1,3})",
    re.IGNORECASE,
)


def _of_whole(figure: Quantity, sentence: str) -> frozenset[str]:
    """Return the words beside both counts of a share: of 103 people with advice, 41."""
    share = next((one for one in derived_shares(sentence) if one.start <= figure.start < figure.end <= one.end), None)
    if share is None or figure.kind is not Kind.COUNT:
        return frozenset()
    bound = next((one for one in bound_figures(sentence, [scale_of(share)]) if share in one.figures), None)
    return words_of(bound.own) | words_of(bound.shared) if bound else frozenset()


def _is_of_a_kind(claim: Quantity, rival: Bound, own: Sequence[Bound]) -> bool:
    """Tell whether a figure may be taken for those that bear a claim out: both ages, both ends of ranges."""
    borne = [(one, figure) for one in own for figure in one.figures if agrees(claim, figure)]
    kinds = {(_sort_of(figure), one.frame, _is_interval_end(figure)) for one, figure in borne}
    alike = any((_sort_of(figure), rival.frame, _is_interval_end(figure)) in kinds for figure in rival.figures)
    level = claim.also is not None or any(figure.also is None for figure in rival.figures)
    return alike and level and rival.role in {one.role for one in own} and not _is_single(rival)


def _sort_of(figure: Quantity) -> Scale:
    """Return the scale of a figure; hours and months are both times."""
    scale = scale_of(figure)
    return (Kind.DURATION, "") if scale in _TIMES else scale


_TIMES = {(Kind.DURATION, "hours"), (Kind.DURATION, "years")}


def _is_single(bound: Bound) -> bool:
    """Tell whether it counts but one, as "one puff every hour" does."""
    return all(one.kind is Kind.COUNT and one.value == 1 for one in bound.figures)


def _is_end(figure: Quantity) -> bool:
    return figure.range_end is not RangeEnd.NONE


def _is_interval_end(figure: Quantity) -> bool:
    """Tell whether it may limit a confidence interval: it says how sure another ratio is, and nothing of its own."""
    return _is_end(figure) and figure.kind is Kind.RATIO


_COMPARES = re.compile(r"\b(?:compar\w+|than|versus|vs|against|over|beat|unlike)\b", re.IGNORECASE)


def everything_in(reported: Sequence[Reported], scales: Collection[Scale]) -> list[Bound]:
    """Return the figures of these scales that the evidence has, with their words."""
    statements = dict.fromkeys(one.statement for one in reported if one.statement)
    return [one for text in statements for one in bound_figures(text, scales) if not _is_scale(one)]


def _is_scale(bound: Bound) -> bool:
    """Tell whether figures only say between what a score may lie: on a scale of 0 to 10."""
    low = bound.figures[0]
    return low.range_end is RangeEnd.LOW and low.value == 0


def bears_out(claim: Quantity, bound: Bound) -> bool:
    """Tell whether one of figures that say one thing bears a claim out; the end of a range only at its own end."""
    alone = [figure for figure in bound.figures if not _is_end(figure)]
    figures = alone if alone and not _is_end(claim) else bound.figures
    return any(
        agrees(claim, figure) and (not _is_end(claim) or not _is_end(figure) or claim.range_end is figure.range_end)
        for figure in figures
    )


def _stands_right(rival: Bound, mine: Bound, sentence: str) -> bool:
    """Tell whether the sentence has the rival too, and with the rival's own words."""
    others = [
        one
        for one in bound_figures(sentence, map(scale_of, mine.figures))
        if one is not mine and any(bears_out(f, rival) for f in one.figures)
    ]
    return any(words_of(one.own) & words_of(rival.own) - words_of(mine.own) for one in others)


def _stands_for(own: Bound, rival: Bound, claim: Attached) -> bool:
    """Tell whether a pronoun may stand for the rival's words: where a claim has words of its own, nobody knows."""
    known = frozenset(word for one in attached_figures(own.text) for word in one.words)
    before = own.text == rival.text and rival.figures[0].start < own.figures[0].start
    if any(word in GROUPS or word.startswith("no ") for word in words_of(own.own)):
        return False
    lead = own.text[rival.figures[-1].end : own.figures[0].start] if before else ""
    return _PRONOUN.search(lead) is not None and not claim.words <= known


_PRONOUN = re.compile(r"\b(?:it|its|them|they|their|so|did|do|does|same|ones|this|these|which)\b", re.IGNORECASE)
