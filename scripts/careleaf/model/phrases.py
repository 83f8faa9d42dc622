"""Many fixed phrases, found in one walk over the words of a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from careleaf.model.body import WORD


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A phrase that stands in a text, and where."""

    phrase: str
    start: int
    end: int


class PhraseIndex:
    """Phrases by their first word: however many there are, a text is walked once.

    A phrase matches whole words in small and capital letters alike; one with a capital after its first letter, such as
    RLS, matches as it is written. Of two phrases at one place the longer one is found.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            if (first := WORD.match(phrase)) is not None:
                self._by_first_word.setdefault(first[0].casefold(), []).append(phrase)

    def find(self, text: str) -> Iterator[PhraseUse]:
        """Yield every phrase in a text, in reading order and without overlap."""
        if self._by_first_word.keys().isdisjoint(_words(text)):
            return  # most texts have none of the words that phrases begin with
        behind = 0
        for word in WORD.finditer(text):
            for phrase in self._by_first_word.get(word[0].casefold(), ()):
                end = word.start() + len(phrase)
                if word.start() >= behind and _stands_at(phrase, text[word.start() : end], text[end : end + 1]):
                    yield PhraseUse(phrase, word.start(), end)
                    behind = end
                    break


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters; several indexes ask for those of one page in turn."""
    return frozenset(map(str.casefold, WORD.findall(text)))


def _stands_at(phrase: str, text: str, following: str) -> bool:
    if following.isalnum():
        return False
    return text == phrase if phrase[1:] != phrase[1:].lower() else text.casefold() == phrase.casefold()
