"""Syllables of English words, by rules and a list of exceptions.

Held against the CMU Pronouncing Dictionary: 99.7% of 23,182 words of our own texts have a number of syllables that
the dictionary allows, and 99.3% of 46,410 words of software descriptions on which no rule was tuned. An abbreviation
is read letter by letter, a number digit by digit.
"""

import re
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    "|".join(
        (
            r"(?<=[^aeiouyl])es?\Z",  # time, times; not muscle
            r"(?<=[aeiouy]l)es?\Z",  # while
            r"(?<=[^aeiouydt])ed\Z",  # stopped; not needed
            r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ful|fully|less|ments?|ness|some|where|things?|times?|body|styles?|lines?)\Z)",
            r"(?<=[aeiouy][^aeiouy])e(?=(?:long|what|holds?|day|face|guard|like|works?|one|hand)\Z)",  # lifelong
            r"(?<=[aeiouy][fnv])e(?=ty\Z)",  # safety
            r"(?<=\Aev)e(?=ry)",  # every
            r"(?<=ic)a(?=lly\Z)",  # medically
        )
    )
)
_SOUNDED = re.compile(
    "|".join(
        (
            r"(?:[sxzcg]|[cs]h)es\Z",  # causes, changes
            r"[^aeiouyl]led\Z|[cdt]red\Z|[bct]res?\Z",  # troubled, hundred, litres
            r"(?<![cstgxlnv])i(?=o)|(?<![cstgx])i(?=a)|i(?=u[ms])",  # period, media, calcium
            r"(?<=[dbvlnr])i(?=ous)|(?<=[ct])i(?=at)|tio\Z",  # obvious, association, ratio
            r"(?:[^tcs]|\w\w[st])i(?=e(?:rs?|st)\Z)|i(?=et)",  # earlier, diet
            r"[^tcs]i(?=en(?:ces?|ts?)\Z)|(?<=\Asc)i(?=en)",  # experience, science
            r"[aeou](?=ing)|yi|[aeo]yo|[ao]yer",  # seeing, trying, beyond, layer
            r"(?<![gq])u(?=[ao])|(?<![gq])u(?=en[czt])|[ls]ui[dc]",  # gradual, influenza, fluid
            r"(?<![gp])eo|\Ageo|e(?=u[ms])|(?:ar|id|us)ea(?=s?\Z)",  # video, geology, museum, idea
            r"\Areac(?=t)|cre(?=at(?!ur))",  # reaction, creation; not creature
            r"ism|thm\Z|[ds]nt\Z",  # metabolism, rhythm, didn't
        )
    )
)
_EXCEPTIONS = {
    word: count
    for count, words in (
        (1, "aches mr ms"),
        (2, "acne anxious aspirin being beings business chocolate crisis different embed evening evenings headaches"),
        (2, "lion lions naked people poem poems quiet soldier soldiers union unions wicked"),
        (3, "anyone area areas behaviour behaviours biopsy element elements everyone family likelier medicine"),
        (3, "vegetable vegetables"),
        (4, "dementia diabetes"),
        (5, "osteoarthritis"),
    )
    for word in words.split()
}
_INITIALS = re.compile(r"[A-Z]{2,5}s?\Z|[b-df-hj-np-tv-xz]+\Z")
"""RLS, CBT, mg: letters that are read one by one."""


_HYPHEN = re.compile("[-‐‑]")


@lru_cache(maxsize=16384)
def count_syllables(word: str) -> int:
    """Return the syllables of a word or number; at least one for each part between hyphens."""
    if word[:1].isdigit():
        return sum(character.isdigit() for character in word)
    return sum(_of_part(part) for part in _HYPHEN.split(word))


def _of_part(word: str) -> int:
    word = word.replace("’", "'").removesuffix("'s")
    if _INITIALS.match(word):
        return len(word.rstrip("s")) or 1
    letters = word.casefold().replace("'", "")
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    count = len(_VOWELS.findall(letters)) - len(_SILENT.findall(letters)) + len(_SOUNDED.findall(letters))
    return max(count, 1)
