"""Names of bodies in a sentence: which words with a capital belong to one, and where it begins."""

from careleaf.rules.claims.speaker_words import ILLNESSES
from careleaf.rules.claims.words import Word

_SMALL_IN_NAMES = frozenset("of for and on the in & to".split())
_LONGEST_NAME = 10


def is_in_name(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a capital belongs to a name, and not to the first word of a sentence."""
    if index and words[index - 1].is_name:
        return True
    following = words[index + 1 : index + 4]
    joined = bool(following) and following[0].small in {"of", "for"} and any(word.is_name for word in following[1:])
    return joined or (index > 0 and words[index].is_acronym)


def begins_name(words: tuple[Word, ...], index: int) -> int:
    """Return the index of the first word of the name that ends here."""
    first = index
    while (
        first
        and index - first < _LONGEST_NAME
        and (
            words[first - 1].is_name
            or (first > 1 and words[first - 1].small in _SMALL_IN_NAMES and words[first - 2].is_name)
        )
    ):
        first -= 1
    return first - 1 if first and words[first - 1].small == "the" and words[first - 1].is_name else first


def is_acronym_of_body(word: Word) -> bool:
    """Tell whether an acronym may be a body's: not that of an illness, a test or a treatment."""
    return word.is_acronym and word.text.upper() not in ILLNESSES


_NOBODY = frozenset(
    """i you he she it they we who nobody everybody everyone someone somebody this that these those mum dad nurse doctor
    sister matron people patients some many most others one what which there here and but or so if when as because while
    then also today now not no""".split()
)
_PERSON = frozenset("mr mrs ms miss mx dr nurse sister mum dad uncle aunt grandma grandad".split())


def is_name_of_somebody(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a word with a capital may end the name of a body; a pronoun and a person's name do not."""
    first = begins_name(words, index)
    return (
        words[index].small not in _NOBODY
        and (not words[index].is_acronym or is_acronym_of_body(words[index]))
        and words[first].small not in _PERSON
    )
