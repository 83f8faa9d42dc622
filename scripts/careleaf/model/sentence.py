"""Sentences of a block of English text, each with its place.

A sentence is the unit of a claim: what needs a citation, and what the cited evidence is held against. Text of other
languages is split by the same marks, which is right for most of them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands in the text of its block."""

    text: str
    start: int
    end: int
    """The offset behind its last character, the full stop included."""

    @property
    def is_question(self) -> bool:
        """Whether it asks and does not state."""
        return self.text.rstrip("\"”’') ").endswith("?")


_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z\d])|[.!?…]+[\"”’')\]]*(?=\s*\Z)")
_NEVER_LAST = re.compile(
    r"\b(?:Drs?|Mrs?|Ms|Prof|St|Sr|Jr|[Ff]igs?|[Vv]ol|pp?|cf|vs|approx|ca|incl|esp|e\.g|i\.e|viz|et al)\.\Z"
)
"""Abbreviations that something always follows."""
_CASE = re.compile(
    r"(?!(?:[Ww]h\w+|[Hh]ow|[Ii]s|[Aa]re|[Aa]m|[Ww]as|[Ww]ere|[Dd]o|[Dd]oes|[Dd]id|[Cc]an|[Cc]ould|[Ss]hould|[Ww]ould|[Ww]ill|[Hh]a(?:ve|s|d)|[Mm]ay|[Mm]ight|[Mm]ust|[Nn]eed)\b)"
    r"(?!.*\b(?:you|your|I|my|we|it|this|that)\b)[\w'’%°.,-]+(?:\s[\w'’%°.,-]+){0,7}\?"
)
"""``On warfarin? Have a test every 12 weeks``: the case that the sentence is said of, and no question."""
_INITIAL = re.compile(
    r"(?<!vitamin )(?<!hepatitis )(?<!type )(?<!group )(?<!part )(?<!grade )(?:\b[A-Z]\.)\Z|\b(?:[A-Z]\.){2,}\Z"
)
"""``J.`` of ``J. Smith``, ``U.S.``: a full stop that may belong to the letters."""
_OPENERS = frozenset(
    {
        "a", "also", "an", "and", "as", "ask", "at", "but", "call", "do", "each", "for", "get", "he", "how", "if",
        "in", "it", "many", "most", "no", "not", "on", "or", "see", "she", "so", "some", "talk", "tell", "that",
        "the", "their", "there", "these", "they", "this", "those", "to", "try", "we", "what", "when", "with", "you",
        "your",
    }
)  # fmt: skip
"""Words that hardly ever are names: with a capital they begin a sentence."""


@lru_cache(maxsize=4096)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text; every character that is no white space lies in exactly one sentence."""
    sentences = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.end() <= start or not _ends_here(text, start, match):
            continue
        sentences.append(Sentence(text[start : match.end()], start, match.end()))
        start = _skip_space(text, match.end())
    end = len(text.rstrip())
    if start < end:
        sentences.append(Sentence(text[start:end], start, end))
    return tuple(sentences)


def sentence_before(offset: int, sentences: tuple[Sentence, ...]) -> int:
    """Return the index of the sentence that a mark at this offset belongs to: the one it stands in or behind."""
    return max(bisect_right(sentences, offset - 1, key=lambda sentence: sentence.start) - 1, 0)


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    if not text[match.end() :].strip():
        return True
    before = text[start : match.start() + 1]
    if match[0][0] == "?" and _CASE.fullmatch(before):
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    following = re.match(r"\s+[\"“‘'(\[]?(\w+)", text[match.end() :])
    if _NEVER_LAST.search(before) or (before.endswith("No.") and following and following[1].isdigit()):
        return False
    if _INITIAL.search(before):
        return following is not None and following[1].casefold() in _OPENERS
    return True


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
