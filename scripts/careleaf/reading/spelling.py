"""Which words a language has: pyspellchecker's word lists, and the terms of the site's own glossary."""

from collections.abc import Callable
from functools import cache

from spellchecker import SpellChecker

from careleaf.model.glossary import Glossary


def known_words(language: str, glossary: Glossary) -> Callable[[str], bool]:
    """Return what tells whether a word, in small letters, is in a dictionary; the list is read at the first question.

    In a language without a list only the glossary's words are known, so that no misspelling can be corrected unseen.
    """
    own = {
        word.casefold() for term in glossary.terms.values() for form in term.value.all_forms for word in form.split()
    }

    def knows(word: str) -> bool:
        checker = _checker(language.partition("-")[0])
        return word in own or (checker is not None and word in checker)

    return knows


@cache
def _checker(language: str) -> SpellChecker | None:
    try:
        return SpellChecker(language=language)
    except ValueError:
        return None
