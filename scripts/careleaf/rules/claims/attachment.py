"""Which words of a sentence belong to which of its figures: the noun and the direction beside each.

A sentence falls into parts at commas, brackets, "and", "but", "while". What stands in a figure's part belongs to it. A
part without a figure carries on the one before, unless it opens the one behind it ("among men, 8%").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from careleaf.model.figures import find_quantities
from careleaf.model.figures.figure import TO
from careleaf.model.quantity import Kind, Quantity
from careleaf.rules.claims.direction import class_of
from careleaf.rules.claims.surroundings import compares, nouns_of, others_beside, period_of, period_of_figure, role_of

_BOUNDARY = re.compile(
    r"[;:()\[\]—]|,|\.(?=\s)|\s[–-]\s|\b(?:and|(?<!nothing\s)but|while|whereas|though|although|yet|versus|vs|compared|against|than|or)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:among|amongst|in|of|for|with|at|on|after|before|during|when)\b", re.IGNORECASE)
_TO = re.compile(rf"{TO}(?:about\s+|around\s+|nearly\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_EMPTY = frozenset(
    "group groups arm arms a an the this that these those it its they them their theirs he she his her we our you"
    " your i who which what there of in on at by for from to into with as than about over under up out off per"
    " each every all any some most many much only just also too so very still even then now when while where if"
    " because is are was were be been being has have had having do does did done can could may might will would"
    " should must and or but nor not no yes people person persons patient patients participant participants adult"
    " adults individual individuals percent cent percentage points times time year years month months week weeks"
    " day days hour hours minute minutes said say says saying reported report reports found find finds got get"
    " gets one two three such between least almost nearly around roughly both million billion thousand".split()
)
"""Words that say nothing of a figure."""
_BY_BOTH = re.compile(
    r"(?:(?!\b(?:was|were|is|are|had|have|did|to|from)\b)[^.;:]){0,60}\s(?:and|but|or)\s+", re.IGNORECASE
)
"""Lowered it by 24% in men and 33% in women."""
_OR = re.compile(r"\A[^.;:]*\b(?:or|and)\b[^.;:]*\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|its|them|they|their|so|did|do|does|this|that|these|those|same|ones)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:no|not|nor|never|without|neither|none|cannot|hardly)\b|n[’']t\b", re.IGNORECASE)
_COMMENT = re.compile(r"\b(?:only|just|the\s+only)\s*0", re.IGNORECASE)
"""``only 4%``: the writer finds it little; it limits nothing."""
_ONLY = re.compile(
    r"(?<!\bthe\s)(?<!\bwho\s)(?<!\bhad\s)\b(?:only(?!\s+being\b)|solely|exclusive(?:ly)?|purely|nothing\s+but|always)\b",
    re.IGNORECASE,
)


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

    next_word: str = ""
    """The first word that counts behind it."""
    role: str = ""
    """Whether a value goes from it, to it, or changes by it."""
    period: str = ""
    """The time it is counted by: day in 14 units a day."""
    beside: frozenset[Quantity] = frozenset()
    """Figures of other kinds in its part."""
    compares: bool = False
    """Whether it says how much more or less: 19 minutes sooner, 2 fewer."""

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
    if not 0 < len(figures) <= MOST:
        return tuple(Attached(figure, figure.text, frozenset(), is_limited=False) for figure in figures)
    parts = _owned(_parts(text, figures), figures, text)
    found = [_attached(figure, spans, figures, text) for figure, spans in zip(figures, parts, strict=True)]
    for index, (one, other) in enumerate(pairwise(found), start=1):
        alike = one.role == "by" and not other.role and one.figure.kind is other.figure.kind
        if alike and _BY_BOTH.fullmatch(text[one.figure.end : other.figure.start]):
            found[index] = replace(other, role="by")
    return tuple(_with_period(one, found[index + 1 :], text) for index, one in enumerate(found))


def _with_period(one: Attached, following: Sequence[Attached], text: str) -> Attached:
    """Let "150 minutes of moderate or 75 of vigorous activity a week" count both by the week."""
    for other in following:
        between = text[one.figure.end : other.figure.start]
        if (
            one.period
            or not _OR.search(between)
            or (one.figure.kind, one.figure.unit) != (other.figure.kind, other.figure.unit)
        ):
            break
        one = replace(one, period=other.period)
    return one


def opens_with_limit(text: str) -> bool:
    """Tell whether "only" stands before the first figure, and so holds for all: exclusive breastfeeding was 72%."""
    figures = find_quantities(text)
    return bool(figures) and _ONLY.search(text[: figures[0].start]) is not None


MOST = 60
"""No sentence has more figures: in a longer list nothing tells whose a word is."""
_Span = tuple[int, int]


def _parts(text: str, figures: Sequence[Quantity]) -> list[_Span]:
    """Cut a text at every boundary that lies in no figure, and between two figures of one part."""
    cuts = [match.span() for match in _BOUNDARY.finditer(text) if not _in_figure(match.span(), figures)]
    parts = []
    start = 0
    for cut, end in [*cuts, (len(text), len(text))]:
        inside = [figure for figure in figures if start <= figure.start < cut]
        for before, behind in pairwise(inside):
            if (
                before.kind is behind.kind
                and not _TO.fullmatch(text[before.end : behind.start])
                and behind.start >= before.end
            ):
                parts.append((start, behind.start))
                start = behind.start
        parts.append((start, cut))
        start = end
    return [part for part in parts if text[slice(*part)].strip()]


def _in_figure(span: _Span, figures: Sequence[Quantity]) -> bool:
    return any(
        figure.start - len(figure.hedge_text) - 1 <= span[0]
        and span[1] <= figure.end + (len(figure.hedge_text) if figure.hedge_text[:1].isspace() else 0)
        for figure in figures
    )


def _owned(parts: Sequence[_Span], figures: Sequence[Quantity], text: str) -> list[list[_Span]]:
    owned: list[list[_Span]] = [[] for _ in figures]
    last: list[int] = []
    for index, part in enumerate(parts):
        holders = [i for i, figure in enumerate(figures) if part[0] <= figure.start < part[1]]
        if not holders and not last:
            following = parts[index + 1] if index + 1 < len(parts) else part
            holders = [i for i, f in enumerate(figures) if following[0] <= f.start < following[1]]
        elif not holders and _OPENS.match(text, part[0]):
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
            holders = [*holders, *_set_in(index, parts, figures, text)]
        in_brackets = index > 0 and text[parts[index - 1][1] : part[0]].strip() == "("
        for holder in holders:
            owned[holder] += (
                [parts[index - 1], part] if in_brackets and parts[index - 1] not in owned[holder] else [part]
            )
    return owned


def _set_in(index: int, parts: Sequence[_Span], figures: Sequence[Quantity], text: str) -> list[int]:
    """Return the figures of the next part that a time opens: after 25 years, 58%."""
    if index + 1 == len(parts) or not _OPENS.match(text, parts[index][0]):
        return []
    part, following = parts[index], parts[index + 1]
    inside = [figure for figure in figures if part[0] <= figure.start < part[1]]
    if text[part[1] : following[0]].strip() != "," or any(one.kind is not Kind.DURATION for one in inside):
        return []
    return [i for i, f in enumerate(figures) if following[0] <= f.start < following[1] and f.kind is not Kind.DURATION]


def _begins(figure: Quantity, part: _Span, text: str) -> bool:
    before = text[part[0] : figure.start].replace(figure.hedge_text, "")
    return not before.strip()


def _attached(figure: Quantity, spans: Sequence[_Span], figures: Sequence[Quantity], text: str) -> Attached:
    spans = spans or [(figure.start, figure.end)]
    free = _without_figures(text, figures)
    nouns = frozenset(stems_of(" ".join(nouns_of(figure)))) if figure.kind is Kind.COUNT else frozenset()
    words = nouns | frozenset(stem for span in spans for stem in stems_of(free[slice(*span)]))
    turn = frozenset(stems_of(figure.text)) if figure.also is not None else frozenset()  # 25% lower
    turn |= _LESS if _MINUS.search(text[: figure.start]) else frozenset()
    own = next((span for span in spans if span[0] <= figure.start < span[1]), spans[0])
    part = text[own[0] : max(end for start, end in spans if start >= own[0])].strip(" ,;.")
    limited = any(_ONLY.search(_COMMENT.sub("", free[slice(*span)])) for span in spans)
    following = free[figure.end : own[1]]
    behind = f"{figure.hedge_text} {following}" if figure.hedge_text[:1].isspace() else following
    next_word = next(iter((*nouns, *stems_of(following))), "")
    return Attached(
        figure=figure,
        part=part,
        words=words | turn,
        is_limited=limited,
        next_word=next_word,
        role=role_of(figure, text),
        period=period_of_figure(figure, free[min(spans)[0] : figure.start], behind)
        or _often(figure, figures, own)
        or _headed(figure, text),
        beside=others_beside(figure, figures, spans),
        compares=compares(figure, text),
    )


def _often(figure: Quantity, figures: Sequence[Quantity], own: _Span) -> str:
    """Return the time of "once a week" behind a dose in its part."""
    if figure.kind is not Kind.MEASURE:
        return ""
    behind = (one for one in figures if figure.end <= one.start < own[1])
    following = next(behind, None)
    once = following is not None and following.kind is Kind.FREQUENCY and following.unit.startswith("times")
    return following.unit.rpartition(" ")[2] if following is not None and once else ""


def _headed(figure: Quantity, text: str) -> str:
    """Return the time that a heading counts by: pauses an hour: mild 5 to 14."""
    if figure.kind is not Kind.COUNT or figure.unit:
        return ""
    sentence = text[text.rfind(". ", 0, figure.start) + 1 : figure.start]
    return period_of(sentence.partition(":")[0]) if ":" in sentence else ""


def _without_figures(text: str, figures: Sequence[Quantity]) -> str:
    """Blank every figure with the words that bound it."""
    for figure in figures:
        start, end = figure.start, figure.end
        if figure.hedge_text[:1].isspace():
            end += len(figure.hedge_text)
        elif figure.hedge_text:
            start = max(text.rfind(figure.hedge_text, 0, start), start - len(figure.hedge_text) - _GAP, 0)
        text = f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"
    return _OR_LESS.sub(lambda match: _BLANK * len(match[0]), text) if " or " in text else text


_OR_LESS = re.compile(
    r"\ban?\s+(?:minute|hour|day|night|week|month|year)\s+or\s+(?:less|more|longer|later)(?=\s*(?:[.,;)]|\Z))",
    re.IGNORECASE,
)
"""``in a month or less``: a limit of what is no figure."""


_LESS = frozenset({class_of("less")})
_MINUS = re.compile(r"\sby\s+(?:about\s+)?[−–-]\Z")
_BLANK = "0"
_GAP = 12
"""What stands between a hedge and its figure, as in "about every"."""


def stems_of(text: str) -> Iterator[str]:
    """Yield the stems of the words that count, and the classes of those that have an opposite."""
    for match in _WORD.finditer(text.lower()):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if name := class_of(word):
            yield name
        elif word not in _EMPTY and len(word) > 2:
            yield _stem(word)


def _stem(word: str) -> str:
    """Cut the commonest endings, so that headache and headaches, smoke and smoked are one word."""
    for ending in ("ation", "ations", "ated", "ates", "ating", "ies", "ing", "ed", "es", "s", "ly", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
