"""What stands directly around a figure: from or to, a day or a week, the next word, other figures of its part."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Kind, Quantity, RangeEnd

_CHANGE = (
    r"\b(?:r[io]s(?:e|es|ing|en)|f[ae]ll(?:s|en|ing)?|drop\w*|increas\w*|decreas\w*|went|go(?:es)?|gr[eo]w\w*|improv\w*|reduc\w*|chang\w*"
    r"|declin\w*|lower(?:s|ed|ing)?|rais\w*|cuts?|cutting|climb\w*|halv\w*|doubl\w*|tripl\w*|shorten\w*|shrink\w*|shr[au]nk|lengthen\w*|widen\w*|slow\w*|extend\w*|gain\w*|lost|took|takes|brought|push\w*"
    r"|down|up(?=\s+by\b))\b"
    r"(?:[^.;:]|\.(?=\d))*?"
)
_ROLE = re.compile(
    rf"{_CHANGE}(?:\bfrom\b(?:[^.;:]|\.(?=\d))*?)?\b(?P<role>from|to|by)\s+(?:(?:an?\s+)?(?:mean|median|average|baseline|level)\s+(?:of\s+)?|(?:[\w-]+\s+){{0,2}}?)\Z",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?P<side>before|after)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?\Z", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?<!\bfor\s)(?<!\bafter\s)(?<!\bwithin\s)(?<!\bof\s)(?<!\bthan\s)(?<!\bover\s)\b(?:an?|per|each|every|(?<=\bin\s)the|(?<=\bduring\s)the)\s+(?P<unit>second(?=\s*(?:[.,;:)]|\Z))|minute|hour|day|night|week|month|year)\b|\b(?P<adverb>hourly|daily|nightly|weekly|monthly"
    r"|yearly|annually)\b|\b(?:in|per|every)\s+(?P<span>24\s+hours|one\s+day|(?:(?:the|a|their|his|her|your|our)\s+)?(?:life|lives|lifetimes?))\b",
    re.IGNORECASE,
)
_SAME = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "24 hours": "day", "one day": "day",
}  # fmt: skip
_LEVEL = re.compile(
    r"\b(?:risk|chance|rate|odds|likelihood|share)s?\b[^.,;:]*\b(?:is|was|are|were|stands?\s+at|stood\s+at)\s+(?:then\s+|now\s+|still\s+)?\Z",
    re.IGNORECASE,
)
LEVEL = "is"
"""The role of a share that a risk is, and not of one by which it changed."""
_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 70


def role_of(figure: Quantity, text: str) -> str:
    """Return from, to or by where a value changes, before or after where it is a time; else nothing."""
    if figure.range_end is not RangeEnd.NONE:
        return ""
    before = text[max(0, figure.start - _REACH) : figure.start].removesuffix(" ").rstrip("−-").rstrip()
    if figure.hedge_text and before.endswith(figure.hedge_text):
        before = before.removesuffix(figure.hedge_text).rstrip()
    if side := _SIDE.search(f"{before} "):
        return side["side"].lower()
    if figure.kind is Kind.SHARE and figure.also is None and _LEVEL.search(f"{before} "):
        return LEVEL
    match = _ROLE.search(f"{before} ")
    near = match and _FILLER.fullmatch(before[match.end("role") :])
    return match["role"].lower() if match and near else ""


_FILLER = re.compile(r"\s*(?:an?|the)?\s*(?:(?:mean|median|average|baseline|level)(?:\s+of)?)?\s*", re.IGNORECASE)
_SPEAKS_OF_CHANGE = re.compile(
    r"\b(?:low|less|few|high|more|great|reduc|decreas|increas|drop|f[ae]ll|r[io]se|risen|rising|rais|cut|gain|los[est]|improv|wors|better|declin|gr[eo]w|halv|doubl"
    r"|tripl|length|long|short|shr[aiu]nk|sav|prevent|avert|avoid|protect|differ|chang|(?:went|go(?:es|ing)?)\s+(?:back|on|off|away|from)\b|up\b|down\b|eas[ei]|benefit|effect|effic|rare|common|likel|climb|off\b|slow"
    r"|delay|add|extra|heav|light|soon|earl|late|fast|smaller|larg|big|away|extend|widen|by\b|relative|help|relief|reliev|strong|weak|far\b|further|fall|cost|allow)",
    re.IGNORECASE,
)


_NO_CHANGE = re.compile(
    r"\bf[ae]ll(?:s|ing|en)?\s+(?:asleep|ill|sick|pregnant|over|down)\b"
    r"|\b(?:end(?:s|ed)?|wakes?|woken?|gets?|got|gives?|gave|made|turn(?:s|ed)?|follow|grown|took|picks?|up\s+to)[\s-]up\b|\bup\s+to\b",
    re.IGNORECASE,
)
"""What people do, and no change of a value."""


@lru_cache(maxsize=4096)
def speaks_of_change(text: str) -> bool:
    """Tell whether a text has any word for one thing becoming or being more or less than another."""
    return _SPEAKS_OF_CHANGE.search(_NO_CHANGE.sub("", text)) is not None


def period_of(following: str) -> str:
    """Return the time a figure is counted by: a day in 14 units a day."""
    match = _PERIOD.search(following)
    if match is None:
        return ""
    return _named(match)


def _named(match: re.Match[str]) -> str:
    word = (match["unit"] or match["adverb"] or " ".join(match["span"].split())).lower()
    return "life" if "li" in word else _SAME.get(word, word)


@lru_cache(maxsize=4096)
def sole_period(text: str) -> str:
    """Return the time that a text counts by, where it counts by one alone."""
    periods = {_named(match) for match in _PERIOD.finditer(text)}
    return periods.pop() if len(periods) == 1 else ""


def period_of_figure(figure: Quantity, before: str, following: str) -> str:
    """Return the time a figure is counted by, from its own words, from those behind it, or from how its part opens."""
    if figure.kind is Kind.FREQUENCY:
        return figure.unit.rpartition(" ")[2]
    opening = _OPENING.match(before) if figure.kind is not Kind.DURATION else None
    return period_of(following) or (opening["unit"].lower() if opening else "")


_OPENING = re.compile(r"\s*(?:each|every|per)\s+(?P<unit>minute|hour|day|night|week|month|year)\b", re.IGNORECASE)


def compares(figure: Quantity, text: str) -> bool:
    """Tell whether a figure says how much more or less something is: 19 minutes sooner, 2 fewer, 202 m further."""
    if figure.kind is Kind.SHARE:
        return _CHANGED.match(text, figure.end) is not None
    counted = figure.kind in {Kind.COUNT, Kind.DURATION, Kind.MEASURE} and figure.range_end is RangeEnd.NONE
    match = _COMPARATIVE.match(text, figure.end) if counted else None
    return match is not None and not (figure.kind is Kind.COUNT and match["how"].lower() == "more")


_CHANGED = re.compile(
    r"\s+(?:clearer|better|worse|cleaner|stronger|weaker|shorter|longer|slower|faster|smaller|bigger|heavier|lighter)\b",
    re.IGNORECASE,
)
"""75% clearer skin."""
_COMPARATIVE = re.compile(
    r"\s+(?P<how>sooner|earlier|faster|quicker|slower|longer|shorter|less|more|fewer|extra|additional|further|farther|higher|lower|heavier|lighter|taller"
    r"|wider|deeper)\b(?!\s+(?:than\s+(?:\d|one\b|two\b|three\b)|or\b))",
    re.IGNORECASE,
)


def nouns_of(figure: Quantity) -> Iterator[str]:
    """Yield the words within a figure: deaths of 17 deaths."""
    for word in _LETTERS.findall(figure.text):
        if not find_quantities(f"{word} tablets"):
            yield word


def others_beside(
    figure: Quantity, figures: Sequence[Quantity], spans: Sequence[tuple[int, int]]
) -> frozenset[Quantity]:
    """Return the figures of other kinds in the same part: over 65 beside 1 in 3."""
    return frozenset(
        other
        for other in figures
        if (other.kind, other.unit) != (figure.kind, figure.unit) and any(a <= other.start < b for a, b in spans)
    )
