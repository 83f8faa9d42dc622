"""Which words of a sentence belong to which of its figures: the noun and the direction beside each.

A sentence falls into parts at commas, brackets, "and", "but", "while". What stands in a figure's part belongs to it. A
part without a figure carries on the one before, unless it opens the one behind it ("among men, 8%").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Quantity
from careleaf.rules.claims.direction import class_of

_BOUNDARY = re.compile(
    r"[;:()\[\]—]|,|\.(?=\s)|\s[–-]\s|\b(?:and|(?<!nothing\s)but|while|whereas|though|although|yet|versus|vs|compared|against|than|or)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:among|amongst|in|of|for|with|at|on|after|before|during|when)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_EMPTY = frozenset(
    "a an the this that these those it its they them their theirs he she his her we our you your i who which what"
    " there of in on at by for from to into with as than about over under up out off per each every all any some"
    " most many much only just also too so very still even then now when while where if because is are was were be"
    " been being has have had having do does did done can could may might will would should must and or but nor"
    " not no yes people person persons patient patients participant participants adult adults individual"
    " individuals percent cent percentage points times time year years month months week weeks day days hour hours"
    " minute minutes said say says saying reported report reports found find finds got get gets one two three"
    " other others another such between least almost nearly around roughly both".split()
)
"""Words that say nothing of a figure."""
_PRONOUN = re.compile(
    r"\b(?:it|its|them|they|their|so|did|do|does|this|that|these|those|same|ones?|others?|rest)\b", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:no|not|nor|never|without|neither|none|cannot|hardly)\b|n[’']t\b", re.IGNORECASE)
_COMMENT = re.compile(r"\b(?:only|just|the\s+only)\s*0", re.IGNORECASE)
"""``only 4%``: the writer finds it little; it limits nothing."""
_ONLY = re.compile(r"(?<!\bthe\s)\b(?:only|solely|exclusively|purely|nothing\s+but|always)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attached:
    """A figure with what is said of it."""

    figure: Quantity
    part: str
    """Its part of the sentence, as it stands."""
    words: frozenset[str]
    """Stems of the words that count there; words with an opposite by the name of their class."""
    is_limited: bool
    """Whether it says "only" of what the figure is said of: 54% said that it only improves."""

    @property
    def is_negated(self) -> bool:
        """Whether its part says no or not."""
        return _NEGATION.search(self.part) is not None

    @property
    def refers_back(self) -> bool:
        """Whether a pronoun in its part may stand for words of another."""
        return _PRONOUN.search(self.part) is not None


@lru_cache(maxsize=4096)
def attached_figures(text: str) -> tuple[Attached, ...]:
    """Return the figures of a text in their order, each with its words."""
    figures = find_quantities(text)
    if not figures:
        return ()
    parts = _owned(_parts(text, figures), figures, text)
    return tuple(_attached(figure, spans, figures, text) for figure, spans in zip(figures, parts, strict=True))


_Span = tuple[int, int]


def _parts(text: str, figures: Sequence[Quantity]) -> list[_Span]:
    """Cut a text at every boundary that lies in no figure, and between two figures of one part."""
    cuts = [match.span() for match in _BOUNDARY.finditer(text) if not _in_figure(match.span(), figures)]
    parts = []
    start = 0
    for cut, end in [*cuts, (len(text), len(text))]:
        inside = [figure for figure in figures if start <= figure.start < cut]
        for before, behind in pairwise(inside):
            if before.kind is behind.kind and behind.start >= before.end:
                parts.append((start, behind.start))
                start = behind.start
        parts.append((start, cut))
        start = end
    return [part for part in parts if text[slice(*part)].strip()]


def _in_figure(span: _Span, figures: Sequence[Quantity]) -> bool:
    return any(figure.start - len(figure.hedge_text) - 1 <= span[0] and span[1] <= figure.end for figure in figures)


def _owned(parts: Sequence[_Span], figures: Sequence[Quantity], text: str) -> list[list[_Span]]:
    owned: list[list[_Span]] = [[] for _ in figures]
    last: list[int] = []
    for index, part in enumerate(parts):
        holders = [i for i, figure in enumerate(figures) if part[0] <= figure.start < part[1]]
        if not holders and _OPENS.match(text, part[0]):
            following = parts[index + 1] if index + 1 < len(parts) else part
            holders = [
                i
                for i, f in enumerate(figures)
                if following[0] <= f.start < following[1] and _begins(f, following, text)
            ]
        elif not holders:
            holders = last
        else:
            last = holders
        for holder in holders:
            owned[holder].append(part)
    return owned


def _begins(figure: Quantity, part: _Span, text: str) -> bool:
    before = text[part[0] : figure.start].replace(figure.hedge_text, "")
    return not before.strip()


def _attached(figure: Quantity, spans: Sequence[_Span], figures: Sequence[Quantity], text: str) -> Attached:
    spans = spans or [(figure.start, figure.end)]
    free = _without_figures(text, figures)
    words = frozenset(stem for span in spans for stem in _stems(free[slice(*span)]))
    turn = frozenset(_stems(figure.text)) if figure.also is not None else frozenset()  # 25% lower
    own = next((span for span in spans if span[0] <= figure.start < span[1]), spans[0])
    part = text[own[0] : max(end for start, end in spans if start >= own[0])].strip(" ,;.")
    limited = any(_ONLY.search(_COMMENT.sub("", free[slice(*span)])) for span in spans)
    return Attached(figure, part, words | turn, limited)


def _without_figures(text: str, figures: Sequence[Quantity]) -> str:
    """Blank every figure with the words that bound it."""
    for figure in figures:
        start, end = figure.start, figure.end
        if figure.hedge_text[:1].isspace():
            end += len(figure.hedge_text)
        elif figure.hedge_text:
            start = max(text.rfind(figure.hedge_text, 0, start), start - len(figure.hedge_text) - _GAP, 0)
        text = f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"
    return text


_BLANK = "0"
_GAP = 12
"""What stands between a hedge and its figure, as in "about every"."""


def _stems(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if name := class_of(word):
            yield name
        elif word not in _EMPTY and len(word) > 2:
            yield _stem(word)


def _stem(word: str) -> str:
    """Cut the commonest endings, so that headache and headaches, smoke and smoked are one word."""
    for ending in ("ies", "ing", "ed", "es", "s", "ly", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
