"""Words that turn a figure round when they are swapped: better and worse, more and less, women and men."""

import re
from collections.abc import Iterator
from functools import lru_cache

_PAIRS = (
    (
        r"better|improv\w*|eas(?:e|es|ed|ier|ing)|help(?:s|ed|ing|ful)?|reliev\w*|relief|benefit\w*|good|positive\w*|recover\w*|harmless|benign",
        r"worse\w*|worsen\w*|harm(?!less)\w*|bother\w*|aggravat\w*|bad|badly|negative\w*|deteriorat\w*",
    ),
    (
        r"increas\w*|rise|rises|rose|risen|rising|higher|more|greater|raise[sd]?|raising|grew|grow\w*|gain\w*|longer|lengthen\w*|prolong\w*|likelier",
        r"decreas\w*|lower\w*|fewer|less|fell|fall|falls|falling|drop\w*|reduc\w*|cuts?|cutting|declin\w*|shorter|shorten\w*|los[et]",
    ),
    (r"women|woman|females?|girls?|mothers?", r"men|man|males?|boys?|fathers?"),
    (r"child|children|kids|babies|infants?|toddlers?|teens?|teenagers?|adolescents?", r"adults?|grown-?ups?"),
    (r"young|younger|youth", r"old|older|elderly"),
    (
        r"placebo|sham|dummy|control|controls|untreated",
        r"treated|treatment|drug|medicine|medication|active|intervention",
    ),
    (r"before|baseline", r"after|afterwards|later"),
    (r"mild\w*", r"severe\w*|serious\w*"),
    (r"morning\w*", r"evening\w*|night\w*"),
    (r"low", r"high"),
    (r"alive|survived?|surviving|survival", r"dead|die[sd]?|death|deaths|mortality"),
    (r"diagnosed", r"undiagnosed"),
)
_NAMES = tuple(
    (re.compile(words), f"{index}{side}")
    for index, pair in enumerate(_PAIRS)
    for words, side in zip(pair, "+-", strict=True)
)
_OTHER_SIDE = {"+": "-", "-": "+"}
_TURNING = 4
"""How many of the pairs, from the first, contradict each other wherever they stand."""


@lru_cache(maxsize=4096)
def class_of(word: str) -> str:
    """Return the class of a word that has an opposite, or nothing."""
    return next((name for pattern, name in _NAMES if pattern.fullmatch(word)), "")


def opposite_of(name: str) -> str:
    """Return the class of the opposite words, or nothing for any other word."""
    return f"{name[:-1]}{_OTHER_SIDE[name[-1]]}" if name[-1:] in _OTHER_SIDE else ""


def contradictions(words: frozenset[str], others: frozenset[str]) -> Iterator[str]:
    """Yield each direction of these words that the others turn round: better against worse, more against less."""
    for index in range(_TURNING):
        up, down = f"{index}+", f"{index}-"
        for one, opposite in ((up, down), (down, up)):
            if one in words and opposite not in words and opposite in others and one not in others:
                yield one
