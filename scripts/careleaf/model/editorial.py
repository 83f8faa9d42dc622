"""What may change on a page without a clinician: punctuation, the target of a link, a misspelt word.

Two canonical texts are held against each other, token by token. Anything beside numbers, any word that was right
before, emphasis, structure, citations, pictures and evidence are out of reach: a comma in "1,5" is a dose.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from careleaf.model.edit_distance import edit_distance

Knows = Callable[[str], bool]
"""Tells whether a dictionary holds a word, given in small letters."""

_TOKEN = re.compile(
    r"(?P<link><link [^>]*>)"
    r"|(?P<mark><[^>]*>|\[[^\]]*\]|\*+)"
    r"|(?P<number>(?:\\.|[^\s<>\[\]*\\])*\d(?:\\.|[^\s<>\[\]*\\])*)"
    r"|(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
    r"|(?P<sign>\\?\S)"
)
_PUNCTUATION = frozenset(".,;:!?…'’‘\"“”–—()")
_FARTHEST = 2
"""Letters in which a misspelt word may differ from the right one."""
_SHORTEST = 4
"""Letters a corrected word needs: in shorter ones a slip and another word look alike."""
_WEIGHTY = frozenset(
    "not never none cannot neither nor without unless except only always must should avoid stop start before after "
    "more less half twice double daily weekly hourly monthly milligram milligrams microgram micrograms gram "
    "grams".split()
)
"""Words that turn a sentence round or set a dose: a clinician reads them again, however they were misspelt."""
_CALLS = ("tel:", "sms:", "mailto:")
_SIGNED_WHOLE = frozenset({"evidence"})


@dataclass(frozen=True, slots=True)
class Correction:
    """One word, or one link's target, before and after."""

    before: str
    after: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Editorial:
    """What changed between two texts, as far as it is editorial, and why the rest is not."""

    corrections: tuple[Correction, ...]
    has_punctuation: bool
    refusals: tuple[str, ...]
    """Each says, in a sentence, what a clinician has to read again; empty when everything is editorial."""


def editorial(before: str, after: str, knows: Knows) -> Editorial:
    """Hold two canonical texts against each other."""
    found = list(_compared(before.splitlines(), after.splitlines(), knows))
    refusals = tuple(one for one in found if isinstance(one, str))
    corrections = tuple(dict.fromkeys(one for one in found if isinstance(one, Correction)))
    return Editorial(corrections, _signs(before) != _signs(after), refusals)


def _compared(old: list[str], new: list[str], knows: Knows) -> Iterator[Correction | str]:
    if len(old) != len(new):
        yield "Blocks were added or removed."
        return
    for one, other in zip(old, new, strict=True):
        if one == other:
            continue
        what = one.partition(" ")[0]
        if what != other.partition(" ")[0] or what in _SIGNED_WHOLE:
            yield f"“{_short(one)}” became “{_short(other)}”."
            continue
        yield from _changed_tokens(one, other, knows)


def _changed_tokens(one: str, other: str, knows: Knows) -> Iterator[Correction | str]:
    old, new = (_weighty_tokens(line) for line in (one, other))
    for left, right in zip_longest(old, new, fillvalue=("", "")):
        if left != right:
            yield _judged(left, right, knows)
            if left[0] != right[0]:
                return  # what follows is only shifted


def _judged(left: tuple[str, str], right: tuple[str, str], knows: Knows) -> Correction | str:
    (kind, before), (other, after) = left, right
    if kind == other == "link" and not _is_call(before) and not _is_call(after):
        return Correction(_target(before), _target(after), is_link=True)
    if kind == other == "word" and _is_slip(before, after, knows):
        return Correction(before, after)
    return f"“{before or '(nothing)'}” became “{after or '(nothing)'}”."


def _is_slip(before: str, after: str, knows: Knows) -> bool:
    """Tell whether a word was misspelt and is right now."""
    wrong, right = before.casefold(), after.casefold()
    return (
        before[:1].isupper() == after[:1].isupper()
        and min(len(wrong), len(right)) >= _SHORTEST
        and right not in _WEIGHTY
        and not right.replace("’", "'").endswith("n't")
        and not knows(wrong)
        and knows(right)
        and edit_distance(wrong, right, _FARTHEST) <= _FARTHEST
    )


def _weighty_tokens(line: str) -> list[tuple[str, str]]:
    return [token for token in _tokens(line) if not _is_punctuation(token)]


def _tokens(line: str) -> list[tuple[str, str]]:
    return [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(line)]


def _is_punctuation(token: tuple[str, str]) -> bool:
    return token[0] == "sign" and token[1] in _PUNCTUATION


def _signs(text: str) -> list[str]:
    return [token[1] for line in text.splitlines() for token in _tokens(line) if _is_punctuation(token)]


def _is_call(link: str) -> bool:
    return _target(link).casefold().startswith(_CALLS)


def _target(link: str) -> str:
    return link.removeprefix("<link ").removesuffix(">").replace("\\", "")


def _short(line: str) -> str:
    return line if len(line) <= 80 else f"{line[:79]}…"
