"""Whether words fit one figure of the evidence better than another: those in which the two differ."""

import re

from careleaf.rules.claims.binding import Bound
from careleaf.rules.claims.labels import joined, words_of
from careleaf.rules.claims.polarity import is_untreated
from careleaf.rules.claims.vocabulary import GROUPS, PEOPLE, USERS


def fits_better(said: frozenset[str], own: Bound, rival: Bound) -> bool:
    """Tell whether words contrast with what the evidence says of their figure, and are those of another.

    One word is enough where both figures have the same slot for it; elsewhere it may have been left out as known.
    """
    near = own.text == rival.text and (own.sentence, own.clause) == (rival.sentence, rival.clause)
    its, others = (own.own, rival.own) if near else (joined(own.own, own.shared), joined(rival.own, rival.shared))
    differing = [slot for slot in its.keys() & others.keys() if its[slot] != others[slot]]
    known = words_of(own.shared) | words_of(rival.shared) if near else frozenset()
    alone, alone_there = apart(words_of(its) - known, words_of(others) - known)
    paired, paired_there = apart(*(words_of({slot: each[slot] for slot in differing}) for each in (its, others)))
    if _WHICH & said & alone or _WHICH & said & alone_there:
        return not _WHICH & said & alone
    paired, paired_there = paired & alone, paired_there & alone_there
    swapped = said & paired_there if paired and not said & paired else frozenset()
    together = own.text == rival.text and own.sentence == rival.sentence
    elided = together and own.figures[0].start < rival.figures[0].start
    known_topic = together and not near and not elided and len(swapped) == 1 and not swapped & GROUPS
    if swapped and not known_topic and (elided or len(swapped) > len(said & alone) - near):
        return True
    denied = frozenset(word.removeprefix("no ") for word in said if word.startswith("no "))
    if denied & alone and is_untreated(alone_there) and not is_untreated(alone):
        return True
    without = GROUPS & said or denied & words_of(others)
    if without and is_untreated(alone) and not is_untreated(alone_there):
        return False
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
