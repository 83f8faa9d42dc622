"""Whether words fit one figure of the evidence better than another: those in which the two differ."""

import re
from dataclasses import dataclass

from careleaf.rules.claims.binding import Bound
from careleaf.rules.claims.labels import first_label, joined, words_of
from careleaf.rules.claims.polarity import is_untreated
from careleaf.rules.claims.vocabulary import GROUPS, PEOPLE, USERS


@dataclass(frozen=True, slots=True)
class _Contrast:
    """In what two figures of the evidence differ."""

    alone: frozenset[str]
    """Words that only the figure has which a claim states."""
    alone_there: frozenset[str]
    """Words that only its rival has."""
    paired: frozenset[str]
    """Those of the first that stand in a slot which both have."""
    paired_there: frozenset[str]
    known: frozenset[str]
    """What is said of both."""
    others: frozenset[str]
    """All words of the rival."""
    given: frozenset[str]
    """What the group of the figure had."""
    near: bool
    """Whether both stand in one clause."""
    together: bool
    """Whether both stand in one sentence."""
    elided: bool
    """Whether the rival stands behind the figure, so that what is true of both may be said of the figure alone."""
    compared: bool
    """Whether it is told against the figure: 21% on alternate days, compared with 16% when taken daily."""


def _contrast(own: Bound, rival: Bound) -> _Contrast:
    together = own.text == rival.text and own.sentence == rival.sentence
    near = together and own.clause == rival.clause
    its, others = (own.own, rival.own) if near else (joined(own.own, own.shared), joined(rival.own, rival.shared))
    gap = own.text[rival.figures[-1].end : own.figures[0].start] if near else ""
    if gap and _VERB not in its and not _COMPARED.search(gap):  # those of 4 cm are scanned yearly, of 5 cm monthly
        others = {slot: words for slot, words in others.items() if slot != _VERB}
    known = words_of(own.shared) | words_of(rival.shared) if near else frozenset()
    alone, alone_there = apart(words_of(its) - known, words_of(others) - known)
    differing = [slot for slot in its.keys() & others.keys() if its[slot] != others[slot]]
    paired, paired_there = apart(*(words_of({slot: each[slot] for slot in differing}) for each in (its, others)))
    start, end = own.figures[-1].end, rival.figures[0].start
    elided = together and own.figures[0].start < end
    return _Contrast(
        alone=alone,
        alone_there=alone_there,
        paired=paired & alone,
        paired_there=paired_there & alone_there,
        known=known,
        others=words_of(others),
        given=its.get(_ARM, frozenset()),
        near=near,
        together=together,
        elided=elided,
        compared=near and elided and _COMPARED.search(own.text, start, end) is not None,
    )


def fits_better(said: frozenset[str], own: Bound, rival: Bound) -> bool:
    """Tell whether words contrast with what the evidence says of their figure, and are those of another.

    One word is enough where both figures have the same slot for it; elsewhere it may have been left out as known.
    """
    two = _contrast(own, rival)
    if _WHICH & said & two.alone or _WHICH & said & two.alone_there:
        return not _WHICH & said & two.alone
    side = _by_side(said, two)
    if side is not None:
        return side
    if _is_swapped(said, two) or _is_behind(said, two):
        return True
    sorts = {_sort(word) for word in two.alone - said} - {""}
    if any(_sort(word) in sorts for word in said & two.alone_there):
        return not any(_sort(word) for word in said & two.alone)
    if said & two.alone or not two.alone:
        return False
    covered = said <= two.others | two.known
    return len(said & two.alone_there) > (0 if covered or (two.near and not two.paired) else 1)


def has_head_of_rival(said: frozenset[str], mine: Bound, own: Bound, rival: Bound) -> bool:
    """Tell whether a claim begins with what its evidence says of the rival alone, and says nothing of the other."""
    two = _contrast(own, rival)
    head, its = first_label(mine.part), first_label(own.part)
    leads = head in two.alone_there - GROUPS and head == first_label(_NEXT.sub("", rival.part))
    return two.together and leads and its in two.alone and its not in said


_NEXT = re.compile(r"\A\W*(?:and\s+)?(?:followed|then)\s+(?:by\s+)?", re.IGNORECASE)
"""Before what comes next in an order: snoring (63%), followed by dry mouth (41%)."""


def _by_side(said: frozenset[str], two: _Contrast) -> bool | None:
    """Decide by who is without the treatment, where words say it of just one of the two figures."""
    denied = frozenset(word.removeprefix("no ") for word in said if word.startswith("no "))
    its, others = is_untreated(two.alone), is_untreated(two.alone_there)
    if denied & two.alone & two.given and others and not its:
        return True
    if its and not others and (GROUPS & said or denied & two.others):
        return False
    if USERS in said and two.alone & GROUPS and not said & GROUPS:
        return True
    if said & two.alone_there & GROUPS and not said & two.alone & GROUPS:
        return True
    return None


def _is_swapped(said: frozenset[str], two: _Contrast) -> bool:
    """Tell whether words stand in a slot of the rival, and none in that of the figure."""
    swapped = said & two.paired_there if two.paired and not said & two.paired else frozenset()
    known_topic = two.together and not two.near and not two.elided and len(swapped) == 1 and not swapped & GROUPS
    return bool(swapped) and not known_topic and (two.elided or len(swapped) > len(said & two.alone) - two.near)


def _is_behind(said: frozenset[str], two: _Contrast) -> bool:
    """Tell whether words are the rival's, and the figure's only where they may be said of both."""
    return two.compared and bool(said & two.alone_there) and not said & two.paired


_COMPARED = re.compile(
    r"\b(?:compared|against|versus|vs|(?<!fewer\s)(?<!more\s)(?<!less\s)than|whereas)\b", re.IGNORECASE
)
_ARM, _VERB = "arm", "V"
_WHICH = frozenset({"both", "alone"})
"""Words that tell one arm of three from the two others."""
_MEASURED = re.compile(r"[\d.e+-]+(?: (?P<unit>.+))?|(?P<name>\w+)#\w+")


def _sort(word: str) -> str:
    """Return what sort of label a word is; two of one sort exclude each other: 2 hours and 24 hours, women and men."""
    if match := _MEASURED.fullmatch(word):
        return match["unit"] or match["name"] or "number"
    return "people" if word in PEOPLE else "group" if word in GROUPS else ""


def apart(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that only one of the two has; who they are counts where both say it."""
    alone, alone_there = one - other, other - one
    if not (alone & PEOPLE and alone_there & PEOPLE):
        alone, alone_there = alone - PEOPLE, alone_there - PEOPLE
    return alone, alone_there
