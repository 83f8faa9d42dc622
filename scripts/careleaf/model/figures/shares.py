"""Shares: 54%, 1 in 10, 3 per 1,000, two thirds."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from careleaf.model.figures.figure import POINT, RANGE, TO, Figure, at_numbers, compiled, figure_at, figures_in_range
from careleaf.model.figures.numbers import NUMBER, parse_number
from careleaf.model.figures.units import COUNTED, UNIT
from careleaf.model.quantity import Kind, RangeEnd

_PARTS_OF = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
             "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
             "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000}  # fmt: skip
_PART = "|".join(part for part in _PARTS_OF if not part.startswith("hal"))
_WHOLE = rf"(?:{NUMBER}|(?:hundred\s+)?(?:hundred|thousand|million)\b)"
_NO_UNIT = rf"(?!\s*%|[-\s](?:{UNIT}))"
_NO_PART = r"(?!(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|points?|parts)\b)"
"""Twelve hours in every 24, 36 points out of 48, 1,000 parts per million are no shares."""
_IN = compiled(
    rf"(?:between\s+(?P<first>{NUMBER})\s+and\s+|(?P<low>{NUMBER})(?:{TO}))?(?P<part>{NUMBER})\s+(?:in|out\s+of|of|per|for|from)\s+"
    rf"(?:(?:about|around|roughly|every|each)\s+)?(?P<whole>{_WHOLE}){_NO_UNIT}"
)
_LOW = rf"(?:between\s+(?P<first>{NUMBER})\s+and\s+|(?P<low>{NUMBER})(?:{TO}))?"
_NOUN_IN = compiled(
    rf"{_LOW}(?P<part>{NUMBER})\s+{_NO_PART}(?:[^\W\d_]+\s+){{1,2}}?(?:in|out\s+of)\s+(?:every\s+)?(?P<whole>{NUMBER})"
    rf"{_NO_UNIT}(?!\s+(?:[^\W\d_]+\s+)?{COUNTED})"
)
_PER = compiled(
    rf"{_LOW}(?P<part>{NUMBER})\s+(?:{_NO_PART}[^\W\d]\w*\s+){{0,6}}?(?:per|(?:in|for|of|out\s+of|among)\s+(?:about\s+|around\s+|roughly\s+)?(?:every|each))\s+(?P<whole>{_WHOLE})"
)
_OF_EVERY = compiled(
    rf"\b(?:in|of|for|among|out\s+of|from)\s+every\s+(?P<whole>{_WHOLE}){_NO_UNIT}(?:\s+[^\W\d_][\w’'-]*){{0,5}}?,?\s+"
    rf"(?:(?:about|around|roughly|only|just|some|nearly|almost|fewer\s+than|more\s+than|over|up\s+to|at\s+least)\s+)?(?P<part>{NUMBER})"
    rf"(?!\s*%|[-\s](?:{UNIT}|(?:in|of|out)\b)|\d)"
)


def shares_in(text: str) -> Iterator[Figure]:
    """Find 1 in 10, nine out of ten, one woman in three, 1 of every 5, 5 per 1,000, 5 cases per hundred people."""
    taken: list[tuple[int, int]] = []
    for pattern in (_IN, _NOUN_IN, _PER):
        for match in at_numbers(pattern, text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            part, whole = parse_number(match["part"]), _whole(match["whole"])
            if _is_share(match, part.value, whole):
                taken.append(match.span())
                yield from _shares(match, part.value, whole)
    for match in _OF_EVERY.finditer(text):
        part, whole = parse_number(match["part"]), _whole(match["whole"])
        if (
            not part.in_digits
            and part.value < whole
            and not any(start < match.end() and match.start() < end for start, end in taken)
        ):
            step = small_step((2 if part.value == 1 else 4) * POINT, part.value / whole)
            yield replace(figure_at(Kind.SHARE, part.value / whole, "", step, match), taken_from=match.start("part"))


def _shares(match: re.Match[str], part: Fraction, whole: Fraction) -> Iterator[Figure]:
    high = figure_at(
        Kind.SHARE,
        part / whole,
        "",
        small_step((2 if part == 1 else 4) * POINT, part / whole),
        match,
        match.start("part"),
    )
    lower = match["first"] or match["low"]
    low = parse_number(lower).value / whole if lower else None
    if low is None or low > 1:
        yield high
        return
    if low >= high.value:  # from 14.1 to 9.8 per 100,000
        yield replace(
            high, value=low, step=small_step(2 * POINT, low), start=match.start("low"), taken_from=match.start()
        )
        yield replace(high, taken_from=high.start)
        return
    step = small_step(2 * POINT, low)
    yield replace(
        high, value=low, step=step, start=match.start("first" if match["first"] else "low"), range_end=RangeEnd.LOW
    )
    yield replace(high, range_end=RangeEnd.HIGH)


def small_step(step: Fraction, value: Fraction) -> Fraction:
    """Return the step of a share: for small ones a fifth of it, so that about 1 in 900 is not about 1 in 90."""
    return min(step, value / 5)


def _whole(text: str) -> Fraction:
    bare = " ".join(text.lower().split())
    return _BARE[bare] if bare in _BARE else parse_number(text).value


_BARE = {
    "hundred": Fraction(100), "thousand": Fraction(1000), "hundred thousand": Fraction(10**5),
    "million": Fraction(10**6),
}  # fmt: skip


def _is_share(match: re.Match[str], part: Fraction, whole: Fraction) -> bool:
    between = match[0][match.end("part") - match.start() : match.start("whole") - match.start()].lower()
    if not 0 < part <= whole or whole < 2:  # nothing is shared by one
        return False
    if re.search(r"\b(?:every|each|out)\b", between):
        return True
    is_round = whole.denominator == 1 and whole in {10**power for power in range(2, 7)}
    if re.search(r"\b(?:per|for|from)\b", between):
        return is_round
    if re.search(r"\bof\b", between):
        return False
    return (
        is_round
        or whole <= 100
        or (match["part"].strip().lower() in {"1", "one"} and not _is_year(match["whole"], whole))
    )


def _is_year(text: str, value: Fraction) -> bool:
    return "," not in text and 1900 <= value <= 2100


_PERCENT = compiled(
    rf"{RANGE}(?:\s?%|[-\s]per\s?cent(?:age)?\b)(?P<points>[-\s]+points?\b(?!(?<=%\spoints)\s+(?:to|out|at|toward)))?"
    r"(?:\s+(?:(?:relative\s+)?(?P<less>lower|less|fewer|rarer|reduction|decrease|drop|cut|fall|smaller|reduced)"
    r"|(?:relative\s+)?(?P<more>higher|more|greater|commoner|increase|rise|larger|increased|extra))\b)?"
)


_FELL_BY = compiled(
    r"\b(?:cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|shr[aiu]nk|down|halv(?:es?|ed)|reduction|decrease)"
    r"\b[^.,;:%]*?\b(?:by|(?:reduction|decrease)\s+of)\s+(?:(?:about|around|nearly|almost|roughly|up\s+to|more\s+than|at\s+least|over|some|only|just|as\s+much\s+as)\s+)?\Z"
)
"""``cut the risk by 27%`` is a ratio of 0.73; of a rise nobody says so before it is compared."""
_REACH = 80


def percentages(text: str) -> Iterator[Figure]:
    """Find 54%, 5 to 10 percent, between 40% and 90%, 3 percentage points."""
    for match in at_numbers(_PERCENT, text):
        if match["points"]:
            yield from figures_in_range(match, Kind.POINTS, "", Fraction(1))
            continue
        for figure in figures_in_range(match, Kind.SHARE, "", POINT):
            five = figure.value % (5 * POINT) == 0
            step = small_step(4 * POINT, figure.value) if five else figure.step
            before = text[max(0, match.start() - _REACH) : match.start()]
            fell = match["less"] or _FELL_BY.search(before) or _MINUS.search(before)
            sign = -1 if fell else 1 if match["more"] else 0
            also = 1 + sign * figure.value if sign else None
            kind = Kind.RATIO if _OF_BEFORE.match(text, match.end()) else figure.kind
            yield replace(figure, kind=kind, step=step, also=None if kind is Kind.RATIO else also)


_MINUS = re.compile(r"(?:\s|\A|\()[−–-]\Z")
"""``changed by −14.9%``: a ratio of 0.851."""
_OF_BEFORE = compiled(
    r"\s+of\s+(?:(?:what|that\s+which|the\s+\w+)\s+(?:it|they|he|she)\s+(?:was|were|had\b[^.;,]{0,20}\bbefore|used\s+to|weighed)"
    r"|(?:the|its|their|your)\s+(?:usual|normal|original|former|earlier|previous|starting)\b)"
)
"""``13% of what it was`` is how many times as much."""
_PART_WORDS = compiled(
    rf"\b(?:(?P<count>one|two|three|four|five|six|seven|eight|nine)[-\s](?P<part>(?:{_PART})s?|half)"
    rf"|(?:a|an|the)\s+(?P<single>{_PART})(?=\s+(?:of|as|more|less|fewer)\b)"
    rf"|\b(?P<short>an?)\s+(?P<ending>{_PART})(?=\s*(?:[.;)]|\Z)|\s+(?:within|after|by|at|had|have|has|were|are|did|do|got|get)\b)"
    rf"|(?:about|over|nearly|almost|around|roughly|under|than|least|by|from|between|to)\s+(?P<article>an?)\s+(?P<hedged>{_PART})"
    r"|(?<!\bin\s)(?<!and\sa\s)(?<!first\s)(?<!second\s)(?<!other\s)(?<!better\s)(?<!last\s)(?<!\bearly\s)(?<!later\s)(?<!latter\s)"
    r"(?<!-)(?P<half>half)(?![-\s](?:li(?:fe|ves)|way|brothers?|sisters?|siblings?|time|hearted\w*|asleep|awake"
    r"|past|the\sbattle|moon|full|empty|measures?|marathons?)\b)(?!-))\b(?!\s+(?:times|party|person|trimester))"
)
_AS_MUCH_AGAIN = compiled(r"\s+as\s+(?:much|many|long|high|far|likely|often)\s+again\b")
"""Half as much again is a rise by half."""
_PART_SIGNS = re.compile(r"(?<![\w.])(?P<sign>[½⅓⅔¼¾])(?=\s+of\b)")


def parts(text: str) -> Iterator[Figure]:
    """Find half, two thirds, a quarter of."""
    for match in _PART_WORDS.finditer(text):
        word = (match["part"] or match["single"] or match["ending"] or match["hedged"] or "half").lower()
        count = parse_number(match["count"]).value if match["count"] else Fraction(1)
        value = count / _PARTS_OF[word.removesuffix("s")]
        start = match.start("article") if match["article"] else match.start()
        fell = _FELL_BY.search(text[max(0, start - _REACH) : start])
        step = small_step(4 * POINT, value)
        again = _AS_MUCH_AGAIN.match(text, match.end())
        also = 1 - value if fell else 1 + value if again else None
        kind = Kind.RATIO if _OF_BEFORE.match(text, match.end()) else Kind.SHARE
        yield Figure(kind, value, "", step, start, match.end(), start, also=also if kind is Kind.SHARE else None)
    for match in _PART_SIGNS.finditer(text):
        yield figure_at(Kind.SHARE, parse_number(match["sign"]).value, "", 4 * POINT, match)


_COUNTED_OUT_OF = compiled(
    rf"\b(?:in|of|per|for|from)\s+(?:(?:about|around|roughly|every|each)\s+)?(?P<whole>{_WHOLE})\Z"
)


def denominator(share: str) -> str:
    """Return what a share is counted out of: 100 for 54%, 1,000 for 5 per 1,000; nothing for half or two thirds."""
    if "%" in share or "cent" in share.lower():
        return "100"
    match = _COUNTED_OUT_OF.search(share)
    return f"{int(_whole(match['whole'])):,}" if match else ""
