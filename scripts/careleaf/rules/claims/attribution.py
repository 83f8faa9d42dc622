"""Words that put a statement down to somebody: "a survey found", "experts advise", "according to".

Who speaks is in `speakers`, what they do in `saying`, and what names nobody ("it is thought that") in `hearsay`.
"""

import re
from functools import lru_cache

from careleaf.rules.claims.hearsay import find_hearsay, without_own_search
from careleaf.rules.claims.names import begins_name, is_name_of_somebody
from careleaf.rules.claims.saying import AGENTS, ON_THE_WAY, RESULTS, SAYS, SPEAKS, states
from careleaf.rules.claims.speakers import (
    Speaker,
    may_name_somebody,
    speaker_at,
)
from careleaf.rules.claims.words import Word, small_words, words_of

_BREAK = re.compile(r"[.;:?!()]|,\s+(?:so|but|and|yet)\b")
"""Where another clause begins: what follows says nothing of who stands before."""
_READERS = frozenset("you your yours we our ours".split())
_ON_SHOW = frozenset("screen wall corridor page chart shelf desk below above left".split())
"""Where signs hang that show something and say nothing."""
_FUTURE = frozenset("will would'll may might can could should must".split())
_CARE_BEGINS = frozenset("when if before after until unless to".split())
_REACH = 70
_NEAR = 6
_VERBS = {
    Speaker.WORK: SAYS | RESULTS,
    Speaker.RESEARCHER: SAYS | RESULTS,
    Speaker.CLINICIAN: SAYS,
    Speaker.BODY: SPEAKS,
    Speaker.ORGANISATION: SAYS | RESULTS,
}


@lru_cache(maxsize=8192)
def find_attribution(sentence: str) -> tuple[int, str] | None:
    """Return the first words that put a statement down to somebody, and their offset."""
    visible = without_own_search(sentence)
    spoken = _spoken(visible)
    heard = find_hearsay(visible)
    spans = [span for span in (spoken, heard) if span]
    start, end = min(spans, default=(0, 0))
    return (start, sentence[start:end]) if end else None


def _spoken(text: str) -> tuple[int, int] | None:
    """Return the span from the first speaker to what he says."""
    if not may_name_somebody(text) and _NAMING.isdisjoint(small_words(text)):
        return None
    words = words_of(text)
    for index in range(len(words)):
        speaker = speaker_at(words, index, text)
        if speaker is not None and (end := _said_by(speaker, words, index, text)):
            first = begins_name(words, index) if speaker is Speaker.ORGANISATION else index
            return words[first].start, end
        if speaker is None and (end := _said_by_name(words, index, text)):
            return words[begins_name(words, index)].start, end
    return None


def _said_by(speaker: Speaker, words: tuple[Word, ...], index: int, text: str) -> int:
    """Return where the statement's verb ends that belongs to this speaker; 0 when there is none."""
    near = speaker is Speaker.BODY
    for place in range(index + 1, len(words)):
        word = words[place]
        gap = text[words[place - 1].end : word.start]
        if word.start - words[index].end > _REACH or (gap != " " and _BREAK.search(gap + word.small)):
            return 0
        if word.small in _READERS | _ON_SHOW or (near and place - index > _NEAR):
            return 0
        if end := states(words, place, text, _VERBS[speaker]):
            return 0 if _is_behind_comma(text, words[index].end, word.start) else end
        if word.small in _FUTURE and (speaker in _GIVES_CARE or word.small in {"will", "would"}):
            return 0
        if speaker in _GIVES_CARE and word.small in _CARE_BEGINS and words[place - 1].small not in ON_THE_WAY:
            return 0
    return 0


def _is_behind_comma(text: str, start: int, end: int) -> bool:
    """Tell whether one comma parts speaker and verb: "At your review, show the nurse".

    The second comma of an aside does not: "Beat, the charity, says".
    """
    gap = text[start:end]
    return gap.count(",") == 1 and " and " not in gap.partition(",")[2] and "," not in text[:start]


_GIVES_CARE = frozenset({Speaker.CLINICIAN, Speaker.BODY})


def _said_by_name(words: tuple[Word, ...], index: int, text: str) -> int:
    """Return where the verb ends that makes a name the name of a body: Mind argues, the BASHH advises."""
    word = words[index]
    if not word.is_name or index + 1 >= len(words) or not is_name_of_somebody(words, index):
        return 0
    verbs = AGENTS | _SPEECH if word.is_acronym else AGENTS if index else _STRICT
    for place in range(index + 1, min(index + 4, len(words))):
        if text[words[place - 1].end : words[place].start] != " " or words[place].small in _READERS:
            return 0
        if end := states(words, place, text, verbs, in_turns=begins_name(words, index) < index):
            return end
        if not words[place].small.endswith("ly") and words[place].small not in _BETWEEN:
            return 0
    return 0


_STRICT = frozenset(
    "recommends recommended advises advised advocates advocated argues argued endorses endorsed insists"
    " insisted".split()
)
"""What nothing but somebody does, so that also the first word of a sentence is a name: Mind argues."""
_SPEECH = frozenset(
    "argues argued supports backs opposes says said states stated encourages encouraged reports reported"
    " considers accepts believes".split()
)
_NAMING = AGENTS | _SPEECH | {"would", "argues", "argued"}
_BETWEEN = frozenset("has have had also now still no longer not does always never guidance guidelines advice".split())
