"""What each figure of a text is said of: the words of its own stretch, in the slots they stand in.

Figures of one scale share a sentence out between them. "3.1% on warfarin and 2.1% on apixaban" gives each the words
behind it; what stands before the first is said of both. A slot is the preposition that leads a phrase, so that "on
warfarin" and "on apixaban" are seen to be the two sides of a contrast, whatever else stands beside either.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from careleaf.model.figures import derived_shares, find_quantities
from careleaf.model.quantity import Hedge, Kind, Quantity
from careleaf.rules.claims.vocabulary import token_of

Slots = Mapping[str, frozenset[str]]
Scale = tuple[Kind, str]
_Span = tuple[int, int]
_Token = tuple[int, str, str]
"""Where it stands, what it is, and the slot it opens."""

_SENTENCE_END = re.compile(r"(?<!\bvs)[.?!](?=\s)")
_STRONG = re.compile(
    r";|\b(?:while|whereas|but|versus|vs\.?|compared\s+(?:with|to)|as\s+against|against(?=\s+(?:\w+\s+)?\d)|although|though|in\s+contrast)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(r"[,:()\[\]–—]|(?<!-)\b(?:and|or)\b(?!-)", re.IGNORECASE)
_WORD = re.compile(
    r"(?P<named>\b(?:stage|type|grade|phase|group|step|dose|class|tier|level|category|arm|trimester)\s+(?:\d{1,2}|one|two|three|four|five|[IVX]+)\b)"
    r"|(?P<untreated>\b(?:not|never)\s+(?:taking|on|given|having|using|receiving|treated|offered|vaccinated|take|took|used|screened)\b|\bnon-?users\b)"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?|,(?=\s)",
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
_SAME = re.compile(
    r"\s*(?:[–-]|/|to|and|out\s+of|of(?:\s+(?:the|all|these|those|every))?|in(?:\s+every)?|(?:(?:people|patients|women|men|children|adults|participants|babies)\s+)?[(\[]"
    r"(?:IQR|range|median|mean|SD|95|CI|from|n\s*=|interquartile\s+range|or|about|,|\s|:)*)\s*",
    re.IGNORECASE,
)
"""What may stand between two figures that say one thing: 9 days (IQR 6 to 14), 26 of 100."""
_NO_LABEL = frozenset({Kind.SHARE, Kind.POINTS, Kind.RATIO, Kind.P_VALUE, Kind.CONTACT})


class Role(StrEnum):
    """What a count is to a share: its part, its whole, or nothing."""

    PART = "part"
    WHOLE = "whole"
    NONE = "none"


class Frame(StrEnum):
    """What sort of time or number it is; figures of different sorts are not taken for each other."""

    PLAIN = "plain"
    AGE = "age"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Bound:
    """Figures that say one thing, and the words they say it of."""

    figures: tuple[Quantity, ...]
    own: Slots
    shared: Slots
    """What is said of its neighbours too."""
    part: str
    clause: int
    """Which of the clauses of its text it stands in."""
    sentence: int
    text: str
    frame: Frame
    role: Role


def scale_of(figure: Quantity) -> Scale:
    """Return what figures must have in common to be taken for each other."""
    apart = figure.kind is not Kind.COUNT or figure.unit in _COUNTED_APART
    return figure.kind, figure.unit if apart else ""


_COUNTED_APART = frozenset({"points", "doses", "times", "studies"})


def bound_figures(text: str, scales: Iterable[Scale]) -> tuple[Bound, ...]:
    """Return the figures of a text that have one of these scales, with their words."""
    if not 0 < len(find_quantities(text)) <= MOST:
        return ()
    return tuple(bound for scale in dict.fromkeys(scales) for bound in _of_scale(scale, text))


MOST = 40
"""No sentence has more figures: in a longer list nothing tells whose a word is."""


@lru_cache(maxsize=8192)
def _of_scale(scale: Scale, text: str) -> tuple[Bound, ...]:
    figures = find_quantities(text)
    places = {f: _place(f, figures) for f in (*figures, *derived_shares(text)) if scale_of(f) == scale}
    if not places:
        return ()
    own = sorted(places, key=lambda f: places[f])
    clusters = _clustered(own, places, text)
    taken = [(min(places[f][0] for f in c), max(places[f][1] for f in c)) for c in clusters]
    tokens = _tokens(text, figures, own, list(places.values()))
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    sentence_of = [sum(end <= span[0] for end in ends) for span in taken]
    done: list[Bound] = []
    for number in dict.fromkeys(sentence_of):
        inside = [i for i, sentence in enumerate(sentence_of) if sentence == number]
        start, end = ([0, *ends][number], [*ends, len(text)][number])
        members = [(clusters[i], taken[i]) for i in inside]
        done += _of_sentence(members, (start, end), tokens, text, number)
    return tuple(done)


def _place(figure: Quantity, figures: Sequence[Quantity]) -> _Span:
    """Return where a figure stands; for a share of two counts, where its part does."""
    counts = [one for one in figures if one.kind is Kind.COUNT and figure.start <= one.start and one.end <= figure.end]
    if figure.kind is not Kind.SHARE or figure in figures or not counts:
        return figure.start, figure.end
    whole = max(one.value for one in counts)
    part = next((one for one in counts if one.value == figure.value * whole), counts[-1])
    return (figure.start, figure.end) if part.start == figure.start else (part.start, part.end)


def _clustered(figures: Sequence[Quantity], places: Mapping[Quantity, _Span], text: str) -> list[tuple[Quantity, ...]]:
    clusters: list[list[Quantity]] = []
    for figure in figures:
        start = places[figure][0]
        reach = max(places[one][1] for one in clusters[-1]) if clusters else 0
        if clusters and (start < reach or _is_same(clusters[-1], text[reach:start], figure)):
            clusters[-1].append(figure)
        else:
            clusters.append([figure])
    return [tuple(cluster) for cluster in clusters]


def _is_same(cluster: Sequence[Quantity], gap: str, figure: Quantity) -> bool:
    if gap.strip().lower() in {"and", "to", "–", "-", "or"}:
        return figure.range_end != "none" and cluster[-1].range_end != "none"
    if _SAME.fullmatch(gap) is not None:
        return True
    repeats = any(one.value == figure.value and one.kind is figure.kind for one in cluster)
    return repeats and re.fullmatch(r"[^.;,()]{0,60}\(", gap) is not None


def _tokens(text: str, figures: Sequence[Quantity], own: Sequence[Quantity], mine: Sequence[_Span]) -> list[_Token]:
    """Return the words of a text and its figures of other scales, in order; also the nouns within 17 deaths in 100."""
    whole = [(figure.start, figure.end) for figure in own]
    quiet = own[0].kind not in {Kind.COUNT, Kind.SHARE}
    hedges = [_hedge_span(figure, text) for figure in figures]
    tokens: list[_Token] = []
    for figure in figures:
        if (
            figure not in own
            and figure.kind not in _NO_LABEL
            and not _within((figure.start, figure.end), whole if figure.kind is Kind.COUNT else mine)
        ):
            tokens.append((figure.start, _name_of(figure), ""))
    blanked = [
        *(mine if quiet else ()),
        *hedges,
        *((figure.start, figure.end) for figure in figures if figure.kind not in {Kind.COUNT, Kind.SHARE}),
    ]
    numbers = [(figure.start, figure.end) for figure in figures]
    for span, token, opens in _words(text):
        in_number = token.isdigit() and any(start <= span[0] < end for start, end in numbers)
        if not in_number and not _within(span, blanked):
            tokens.append((span[0], token, opens))
    return _negated(sorted(tokens))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[_Span, str, str], ...]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        token, opens = _token(match, word), _SLOTS.get(word, "V" if word in _VERBS else "")
        if token or opens:
            found.append((match.span(), token, opens))
    return tuple(found)


def _token(match: re.Match[str], word: str) -> str:
    if match["named"]:
        return "#".join(word.split())
    return "untreated" if match["untreated"] else word if word == "," else token_of(word)


def _negated(tokens: Sequence[_Token]) -> list[_Token]:
    """Let "without the vaccine" be a name of its own, and not that of the vaccine."""
    found: list[_Token] = []
    negative = False
    for place, token, opens in tokens:
        if token == _NO:
            negative = True
        elif token and negative:
            found.append((place, f"no {token}", opens))
            negative = False
        else:
            found.append((place, token, opens))
    return found


_NO, _COMMA = "no", ","


def _within(span: _Span, others: Sequence[_Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _hedge_span(figure: Quantity, text: str) -> _Span:
    words = figure.hedge_text
    if not words:
        return figure.start, figure.start
    if words[0].isspace():
        return figure.end, figure.end + len(words)
    start = text.rfind(words, 0, figure.start)
    return (start, figure.start) if start >= 0 else (figure.start, figure.start)


def _name_of(figure: Quantity) -> str:
    bare = figure.kind in {Kind.COUNT, Kind.YEAR, Kind.RANK} or figure.unit == "years"
    number = f"{float(figure.value):g}"
    return f"{number}{_SIDES.get(figure.hedge, '')}" if bare else f"{number} {figure.unit}"


_SIDES = {Hedge.LESS_THAN: "-", Hedge.AT_MOST: "-", Hedge.MORE_THAN: "+", Hedge.AT_LEAST: "+"}
"""Under 30 is no label of those aged 30 to 39."""


def _of_sentence(
    members: Sequence[tuple[tuple[Quantity, ...], _Span]],
    whole: _Span,
    tokens: Sequence[_Token],
    text: str,
    number: int,
) -> list[Bound]:
    cuts = [whole[0]]
    clauses = [0]
    for (_, before), (_, behind) in pairwise(members):
        cut = _cut(text, before[1], behind[0], tokens)
        cuts.append(cut)
        clauses.append(clauses[-1] + (";" in text[before[1] : behind[0]]))
    cuts.append(whole[1])
    topic = _topic(text, cuts[0], members)
    begun = [text.rfind(";", 0, span[0]) + 1 for _, span in members]
    ended = [text.find(";", span[1]) for _, span in members]
    leads = [
        _slots(tokens, max(topic if i == 0 else cuts[i], begun[i]), span[0]) for i, (_, span) in enumerate(members)
    ]
    tails = [
        _slots(tokens, span[0], min(cuts[i + 1], ended[i]) if ended[i] > 0 else cuts[i + 1])
        for i, (_, span) in enumerate(members)
    ]
    theme = _slots(tokens, cuts[0], topic)
    found: list[Bound] = []
    for clause in dict.fromkeys(clauses):
        inside = [i for i, one in enumerate(clauses) if one == clause]
        first, rest = inside[0], inside[1:]
        shared: Slots = {}
        silent = rest and all(not leads[i] and not tails[i] for i in rest)
        changes = rest and _CHANGE.fullmatch(text[members[first][1][1] : members[rest[0]][1][0]])
        if rest and not any(leads[i] for i in rest) and (tails[first] or silent or changes):
            alike = {slot for i in rest for slot in tails[i]} - {"", "V"}
            shared = {slot: words for slot, words in leads[first].items() if slot not in alike}
        for i in inside:
            mine = {slot: words for slot, words in leads[i].items() if i != first or slot not in shared}
            own = joined(mine, tails[i])
            part = text[cuts[i] : cuts[i + 1]].strip(" ,;.")
            said, frame = joined(shared, theme), _frame(members[i][1], text)
            role = _role(members[i][0], text)
            found.append(Bound(members[i][0], own, said, part, clause, number, text, frame, role))
        if not leads[inside[-1]]:
            _share_tail(found, len(inside))
        _inherit(found, len(inside))
    return found


_AGE = re.compile(r"\b(?:age[sd]?|ages?\s+of)\s+(?:from\s+|between\s+|about\s+)?\Z", re.IGNORECASE)
_OLD = re.compile(r"[\s-]*(?:years?[\s-])?(?:olds?\b|of\s+age\b)|s\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each|per)\s+\Z", re.IGNORECASE)


def _frame(span: _Span, text: str) -> Frame:
    before = text[max(0, span[0] - 24) : span[0]]
    if _EVERY.search(before):
        return Frame.EVERY
    return Frame.AGE if _AGE.search(before) or _OLD.match(text, span[1]) else Frame.PLAIN


def _role(figures: Sequence[Quantity], text: str) -> Role:
    counts = [one for one in find_quantities(text) if one.kind is Kind.COUNT]
    for share in derived_shares(text):
        if figures[0].kind is Kind.COUNT and share.start <= figures[0].start and figures[0].end <= share.end:
            most = max(one.value for one in counts if share.start <= one.start and one.end <= share.end)
            return Role.WHOLE if all(one.value == most for one in figures) else Role.PART
    return Role.NONE


def _topic(text: str, start: int, members: Sequence[tuple[tuple[Quantity, ...], _Span]]) -> int:
    """Return where a topic ends that a colon sets before several figures: ``Failure: implant 0.05%, pill 9%``."""
    colon = text.find(":", start, members[0][1][0])
    return colon + 1 if len(members) > 1 and colon > 0 else start


_CHANGE = re.compile(r"\s+to\s+(?:about\s+|around\s+|just\s+|only\s+)?", re.IGNORECASE)


def _share_tail(found: list[Bound], count: int) -> None:
    """Let what stands behind the last figure alone be said of all: 46% on one and 33% on the other had relief."""
    last, others = found[-1], found[-count:-1]
    before = {slot for one in others for slot in one.own}
    more = {slot: words for slot, words in last.own.items() if slot not in before}
    lone = others and not any(one.own for one in others)
    if others and more and not {"V"} & before and (lone or len(more) < len(last.own)):
        own = {} if lone else {slot: words for slot, words in last.own.items() if slot in before}
        found[-1] = replace(last, own=own)
        for index in range(len(found) - count, len(found)):
            found[index] = replace(found[index], shared=joined(found[index].shared, more))


def _inherit(found: list[Bound], count: int) -> None:
    """Give the figures of a clause without words of their own those of the clause before, one by one."""
    last, before = found[-count:], found[-2 * count : -count]
    if len(before) == count > 1 and not any(one.own for one in last) and all(one.own for one in before):
        for index, (one, other) in enumerate(zip(last, before, strict=True)):
            found[len(found) - count + index] = replace(one, own=other.own)


def _cut(text: str, start: int, end: int, tokens: Sequence[_Token]) -> int:
    """Return where the words between two figures part."""
    if strong := _STRONG.search(text, start, end):
        return strong.start()
    weak = [match.span() for match in _WEAK.finditer(text, start, end)]
    for after in (after for after in weak if not _slots(tokens, after[1], end)):
        return after[0]
    for before in (before for before in weak if not _slots(tokens, start, before[0])):
        return before[1]
    return weak[-1][0] if weak else end


def _slots(tokens: Sequence[_Token], start: int, end: int) -> Slots:
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
