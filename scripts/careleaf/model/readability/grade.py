"""Reading grades of a text, from counts of its sentences, words and syllables.

Flesch-Kincaid: J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975
(https://stars.library.ucf.edu/istlibrary/56/). SMOG: G. H. McLaughlin, SMOG grading, Journal of Reading 1969;12(8).
Both give a school grade of the United States. SMOG mostly stands about three grades higher, so neither is shown
alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from careleaf.model.readability.syllables import count_syllables

MIN_WORDS = 100
"""A grade of fewer words says more about chance than about the text."""

_HARD_WORD = 3
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:org|com|net|gov|edu|info|uk)\b\S*", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"://|@|\.\S")
"""What every address holds, and hardly any sentence."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'‐‑][^\W\d_]+)*|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class TextCounts:
    """What the formulas ask of a text."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    hard_words: int = 0
    """Words of three syllables or more."""

    def __add__(self, other: "TextCounts") -> "TextCounts":
        """Return the counts of both texts together."""
        return TextCounts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.hard_words + other.hard_words,
        )

    @property
    def flesch_kincaid(self) -> float:
        """The grade by Flesch-Kincaid; 0 for an empty text."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """The grade by SMOG; 0 for an empty text."""
        return 3.1291 + 1.0430 * sqrt(self.hard_words * 30 / self.sentences) if self.sentences else 0.0

    @property
    def is_gradable(self) -> bool:
        """Whether there are words enough for a grade."""
        return self.words >= MIN_WORDS


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text; addresses of pages and people are not read aloud and do not count."""
    has_address = "." in text and _IN_ADDRESS.search(text)
    return tuple(_WORD.findall(_ADDRESS.sub(" ", text) if has_address else text))


def count_sentence(text: str) -> TextCounts:
    """Return the counts of one sentence; nothing is counted for one without words."""
    syllables = [count_syllables(word) for word in words_of(text)]
    if not syllables:
        return TextCounts()
    return TextCounts(1, len(syllables), sum(syllables), sum(count >= _HARD_WORD for count in syllables))


def total(counts: Iterable[TextCounts]) -> TextCounts:
    """Return the counts of several texts together."""
    return sum(counts, TextCounts())
