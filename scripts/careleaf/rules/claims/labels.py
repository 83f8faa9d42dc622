"""The words and figures that may say whose a figure is, in order, and the slot that each stands in."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from careleaf.model.figures import single_units_in
from careleaf.model.quantity import Hedge, Kind, Quantity
from careleaf.rules.claims.vocabulary import PHRASES, token_of

Slots = Mapping[str, frozenset[str]]


Span = tuple[int, int]


Label = tuple[int, str, str]
"""Where it stands, what it is, and the slot it opens."""


_WORD = re.compile(
    r"(?P<named>\b(?:stage|type|grade|phase|group|step|dose|class|tier|level|category|arm|trimester|spf)\s+(?:\d{1,2}|one|two|three|four|five|[IVX]+)\b(?!\s?%|[.,]\d))"
    r"|(?P<untreated>\b(?:not|never)\s+(?:taking|on|given|having|using|receiving|treated|offered|vaccinated|take|took|used?|screened|wear|wearing|receive|attend|join)\b|\bnon-?users\b"
    r"|\bwithout(?=\s*(?:[.,;:)]|\Z)|\s+(?:it|them|this|these|that|(?:any\s+)?treatment)\b))"
    r"|\bnon-[^\W\d_]+|[^\W\d_]+(?:['’][^\W\d_]+)?|[,:;](?=\s)",
    re.IGNORECASE,
)


_SLOTS = {
    "on": "in", "with": "with", "without": "with", "in": "in", "at": "in", "of": "of", "after": "after",
    "before": "after", "for": "for",
    "among": "of", "amongst": "of", "by": "by", "from": "from", "to": "to", "during": "in",
    "within": "in", "since": "in",
    "following": "after",
}  # fmt: skip


_VERBS = frozenset("was were is are had has have did does do will would could can may reported said felt".split())


_NO_LABEL = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO, Kind.P_VALUE, Kind.CONTACT})


def labels_in(text: str, figures: Sequence[Quantity], own: Sequence[Quantity], mine: Sequence[Span]) -> list[Label]:
    """Return the words of a text and its figures of other scales, in order; also the nouns within 17 deaths in 100."""
    whole = [(figure.start, figure.end) for figure in own]
    quiet = own[0].kind not in {Kind.COUNT, Kind.SHARE}
    hedges = [_hedge_span(figure, text) for figure in figures]
    tokens: list[Label] = []
    for figure in figures:
        if (
            figure not in own
            and figure.kind not in _NO_LABEL
            and not _within((figure.start, figure.end), whole if figure.kind is Kind.COUNT else mine)
        ):
            tokens.append((figure.start, _name_of(figure), ""))
            if figure.unit == "years" and figure.tacit is not Hedge.NONE:  # from the age of 70, for 70 or older
                tokens.append((figure.start, f"{_name_of(figure)}{_SIDES[figure.tacit]}", ""))
    firsts = [one for one in single_units_in(text) if not one.text.lower().startswith(("the", "a ", "an "))]
    tokens += [(one.start, _name_of(one), "") for one in firsts if own[0].kind is not Kind.DURATION]
    blanked = [
        *(mine if quiet else ()),
        *hedges,
        *((figure.start, figure.end) for figure in figures if figure.kind not in {Kind.COUNT, Kind.SHARE}),
        *((one.start, one.end) for one in firsts),
    ]
    numbers = [(figure.start, figure.end) for figure in figures]
    for span, token, opens in _words(text):
        in_number = token.isdigit() and any(start <= span[0] < end for start, end in numbers)
        if not in_number and not _within(span, blanked):
            tokens.append((span[0], token, opens))
    return _negated(sorted(tokens))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[Span, str, str], ...]:
    found = []
    matches = [(match, match[0].lower()) for match in _WORD.finditer(text)]
    end = 0
    for index, (match, word) in enumerate(matches):
        if match.start() < end:
            continue
        count, name = _phrase(word, [other for _, other in matches[index + 1 : index + 5]])
        if count:
            end = matches[index + count][0].end()
            found.append(((match.start(), end), name, ""))
            continue
        token, opens = _token(match, word), _SLOTS.get(word, "V" if word in _VERBS else "")
        if token or opens:
            found.append((match.span(), token, opens))
    return tuple(found)


def labelled_words(text: str, start: int, end: int) -> frozenset[str]:
    """Return the labels of a stretch of a text."""
    tokens = [(span[0], token, opens) for span, token, opens in _words(text) if start <= span[0] < end]
    return frozenset(token for _, token, _ in _negated(tokens) if token not in {"", _COMMA})


def first_label(text: str) -> str:
    """Return the label that a text begins with, before any preposition; nothing where it begins with one."""
    for _, token, opens in _words(text):
        if opens in _HEADLESS or token == _COMMA:
            return ""
        if token and token != _NO:
            return token
    return ""


_HEADLESS = frozenset(_SLOTS.values())


def _phrase(word: str, following: Sequence[str]) -> tuple[int, str]:
    """Return how many words behind this one belong to an expression of the register, and its name: heart attack."""
    for rest, name in PHRASES.get(word, ()):
        if len(following) >= len(rest) and all(
            given == part or given == f"{part}s" for given, part in zip(following, rest, strict=False)
        ):
            return len(rest), name
    return 0, ""


def _token(match: re.Match[str], word: str) -> str:
    if match["named"]:
        return "#".join(word.split())
    if word == "second" and _ORDINAL.search(match.string[: match.start()]):
        return "2"
    if word.startswith("non-"):
        return f"no {token_of(word[4:])}"
    return "untreated" if match["untreated"] else _COMMA if word in _STOPS else token_of(word)


_ORDINAL = re.compile(r"\b(?:the|a|an|her|his|your|their|this|that|every|and|or)\s+\Z", re.IGNORECASE)
"""Before "second" as a number in an order, and no time."""


def _negated(tokens: Sequence[Label]) -> list[Label]:
    """Let "without the vaccine" be a name of its own, and not that of the vaccine."""
    found: list[Label] = []
    negative = False
    for place, token, opens in tokens:
        if token == _NO:
            negative = True
        elif token == _COMMA:
            negative = False
            found.append((place, token, opens))
        elif token and negative:
            found.append((place, f"no {token}", opens))
            negative = False
        else:
            found.append((place, token, opens))
    return found


_NO, _COMMA = "no", ","
_STOPS = frozenset(",:;")


def _within(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _hedge_span(figure: Quantity, text: str) -> Span:
    words = figure.hedge_text
    if not words:
        return figure.start, figure.start
    if words[0].isspace():
        return figure.end, figure.end + len(words)
    start = text.rfind(words, 0, figure.start)
    return (start, figure.start) if start >= 0 else (figure.start, figure.start)


def _name_of(figure: Quantity) -> str:
    if figure.unit == "times a day" and figure.value == 1:
        return "daily"
    bare = figure.kind in {Kind.COUNT, Kind.YEAR, Kind.RANK} or figure.unit == "years"
    number = f"{float(figure.value):g}"
    number += _SIDES.get(figure.hedge, "") if bare or figure.kind is Kind.MEASURE else ""
    return number if bare else f"{number} {figure.unit}"


_SIDES = {Hedge.LESS_THAN: "-", Hedge.AT_MOST: "-", Hedge.MORE_THAN: "+", Hedge.AT_LEAST: "+"}
"""Under 30 is no label of those aged 30 to 39."""


def slots_between(tokens: Sequence[Label], start: int, end: int) -> Slots:
    """Return the labels between two places, by the slot they stand in."""
    slot, found = "", dict[str, set[str]]()
    for place, token, opens in tokens:
        if start <= place < end:
            slot = "" if token == _COMMA else opens or slot
            if token not in {"", _COMMA}:
                found.setdefault(slot, set()).add(token)
    return {slot: frozenset(words) for slot, words in found.items()}


def joined(one: Slots, other: Slots) -> Slots:
    """Return the words of both, slot by slot."""
    return {slot: one.get(slot, frozenset()) | other.get(slot, frozenset()) for slot in {*one, *other}}


def words_of(slots: Slots) -> frozenset[str]:
    """Return the words of all slots."""
    return frozenset(word for words in slots.values() for word in words)
