"""The words of a sentence, for what is found by walking over them rather than by one long pattern."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[’'&-][^\W_]+)*")
_OWNED = re.compile(r"(?:[’']s|(?<=s)[’'])\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    text: str
    """As it is written, without the ``'s`` of an owner."""
    small: str
    """In small letters."""
    start: int
    end: int
    owns: bool
    """Whether it ends in ``'s``."""

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is all capitals: NICE, MHRA."""
        return len(self.text) > 1 and self.text.isupper() and self.text.isalpha()


_SMALL_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=256)
def small_words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, parts of joined ones too: whether one is there is quickly asked."""
    return frozenset(_SMALL_WORD.findall(text.lower()))


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """Return every word of a text, in order."""
    return tuple(_word(match) for match in _WORD.finditer(text))


def _word(match: re.Match[str]) -> Word:
    bare = _OWNED.sub("", match[0])
    return Word(bare, bare.lower().replace("’", "'"), match.start(), match.end(), bare != match[0])


def forms(lemmas: str, *endings: str) -> frozenset[str]:
    """Return verbs in these forms: ``s`` (shows), ``ed`` (showed), ``ing`` (showing), and the bare one for ``""``.

    Spelling in ``-ise`` and ``-our`` brings the American one with it.
    """
    both = {
        spelling
        for lemma in lemmas.split()
        for spelling in (lemma, lemma.replace("ise", "ize"), lemma.replace("our", "or"))
    }
    return frozenset(_inflected(lemma, ending) for lemma in both for ending in endings)


def _inflected(lemma: str, ending: str) -> str:
    if ending == "s":
        hissing = lemma.endswith(("s", "sh", "ch", "x", "z"))
        return f"{lemma[:-1]}ies" if _ends_in_y(lemma) else f"{lemma}{'es' if hissing else 's'}"
    if ending == "ed":
        return f"{lemma[:-1]}ied" if _ends_in_y(lemma) else f"{lemma}{'d' if lemma.endswith('e') else 'ed'}"
    if ending == "ing":
        return f"{lemma.removesuffix('e')}ing"
    return lemma


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeou"
