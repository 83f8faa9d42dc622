"""Who a statement is put down to: works, professions, bodies and organisations, told by their last word."""

import re
from enum import Enum

from careleaf.rules.claims.names import is_in_name
from careleaf.rules.claims.speaker_words import (
    BODIES,
    CLINICIAN_ENDINGS,
    CLINICIANS,
    FROM_SOMEWHERE,
    HEADS,
    IN_NAMES,
    JOINED,
    JOINED_RESEARCHERS,
    JOINED_WORKS,
    NAMES,
    NO_CLINICIANS,
    RESEARCHERS,
    WORKS,
)
from careleaf.rules.claims.words import Word, small_words


class Speaker(Enum):
    """Who speaks, since each does so in other words."""

    WORK = "a study, a guideline, evidence"
    RESEARCHER = "somebody whose work is research, or to be asked"
    CLINICIAN = "a profession that also gives care: what it does in care is no statement"
    BODY = "a charity, a regulator, a committee"
    ORGANISATION = "a body by its name"


_OWN = frozenset("your our my his her their".split())
_COMPOUND = re.compile(
    r"\s+(?:nurses?|fellows?|teams?|staff|cent(?:re|er)s?|visits?|rooms?|units?|doctors?|sites?|drugs?|medicines?|offices?|officers?|coordinators?|wards?|days?|labs?"
    r"|leaflets?|protection|forms?|cards?|periods?|numbers?|dates?|meetings?|letters?|entry|desks?|notes|packs?|appointments?|protocols?|participants?|volunteers?|checks?|apps?|websites?|logos?|badges?|fund\w*)\b"
)
"""Behind "study", "research" or "review": part of another name."""
_RESEARCH_FOR = re.compile(r"\s+for\b")


def may_name_somebody(text: str) -> bool:
    """Tell quickly whether a text has a word that can end a speaker's name."""
    words = small_words(text)
    return not HEADS.isdisjoint(words) or any(word.endswith(CLINICIAN_ENDINGS) for word in words)


def speaker_at(words: tuple[Word, ...], index: int, text: str) -> Speaker | None:
    """Return who the words up to this one name, if they name somebody a statement can be put down to."""
    word = words[index]
    before = words[index - 1].small if index else ""
    if before in _OWN or (before == "local" and index > 1 and words[index - 2].small in _OWN):
        return None
    if word.text in NAMES:
        return None if _COMPOUND.match(text, word.end) else Speaker.ORGANISATION
    if word.text in IN_NAMES and is_in_name(words, index):
        return Speaker.ORGANISATION
    return _common(word, before, text)


def _common(word: Word, before: str, text: str) -> Speaker | None:
    small = word.small
    if before in JOINED.get(small, "").split():
        return _joined(small)
    if small in WORKS:
        is_other = before == "to" or _COMPOUND.match(text, word.end)
        is_meant_for = small == "research" and _RESEARCH_FOR.match(text, word.end)
        return None if is_other or is_meant_for else Speaker.WORK
    if small in RESEARCHERS:
        return Speaker.RESEARCHER
    if small in CLINICIANS or (small.endswith(CLINICIAN_ENDINGS) and small not in NO_CLINICIANS):
        return None if before in _ONE_DAY or before in _EMPLOYED else Speaker.CLINICIAN
    if small in FROM_SOMEWHERE and _from_somewhere(word, text):
        return Speaker.RESEARCHER
    return Speaker.BODY if small in BODIES else None


def _joined(small: str) -> Speaker:
    if small in JOINED_WORKS:
        return Speaker.WORK
    return Speaker.RESEARCHER if small in JOINED_RESEARCHERS else Speaker.BODY


_FROM_SOMEWHERE = re.compile(
    r"\s+(?:at|from|in|of|led\s+by|by)\s+(?:the\s+)?(?:\w+\s+)?(?:[A-Z][a-z]+|researchers|scientists)"
)


def _from_somewhere(word: Word, text: str) -> bool:
    """Tell whether a team is one of research: a team at Oxford, a Dutch group."""
    return _FROM_SOMEWHERE.match(text, word.end) is not None or _ADJECTIVE.search(text[: word.start]) is not None


_ADJECTIVE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ne)\s+[A-Z][a-z]+\s+\Z")


_ONE_DAY = frozenset("the if when once until unless before after".split())
"""Before a profession: those who give this care, and what they may find."""
_EMPLOYED = frozenset("research study trial".split())
