"""The words before and behind a figure that bound it: about, at least, do not take more than, or older."""

import re

from careleaf.model.quantity import Hedge, Kind

_MORE, _LESS = (
    r"(?:more|greater|higher|longer|larger|older|later|heavier|faster|hotter|warmer|bigger|louder|brighter|steeper|taller|deeper|wider|further|farther|stronger|thicker)",
    r"(?:less|fewer|lower|smaller|shorter|younger|lighter|cooler|colder|slower|earlier|sooner|thinner|weaker|narrower|quieter|softer|milder|dimmer|nearer|closer|quicker)",
)
_TOP, _BOTTOM = r"(?:maximum|max\.?|ceiling|cap)", r"(?:minimum|min\.?|floor)"
_HIGHEST, _LOWEST = (
    rf"(?:the|an?|your|its|their)\s+(?:{words})(?:\s+\w+){{0,4}}?\s+(?:is|was|are|were|of)"
    for words in (
        "highest|largest|longest|greatest|oldest|latest|(?:top|upper)\\s+(?:dose|limit|level|end)",
        "lowest|smallest|shortest|youngest|earliest|lower\\s+(?:limit|end)",
    )
)
_MOST, _LEAST = (
    rf"the\s+{word}\s+(?:you|anyone|anybody|they|people|adults|children|an?\s+\w+)\b(?:\s+\w+){{0,6}}?\s+(?:is|was|are|were)"
    for word in ("most", "least")
)
_HEDGES = (
    (
        Hedge.AT_MOST,
        rf"(?:at\s+least|no\s+less\s+than)(?=\s+every\b)|up\s+to|(?:not|never|n[’']t)\s+(?:go|be|rise|get)\s+(?:over|above|beyond)|at\s+or\s+(?:below|under)|limit(?:\s+(?:is|was|of))?|at\s+(?:the\s+)?(?:very\s+)?most(?!\s+every\b)|(?:no|not)\s+{_MORE}\s+than|no\s+later\s+than|as\s+(?:many|much|long|high)\s+as"
        rf"|a?\s*{_TOP}(?:\s+(?:\w+\s+)?(?:dose|amount|number|level|value|age|speed|weight|time|wait|limit))?(?:\s+(?:of|is|was|should\s+be|must\s+be))?|{_TOP}\s+(?:\w+\s+){{1,4}}?(?:is|was|are|were)|{_HIGHEST}|{_MOST}|at\s+the\s+latest|(?:not|never|n[’']t)\s+exceed|[≤]|<="
        r"|(?:limit|limits|limited|capped|restricted)\s+(?:\w+\s+){0,3}?to(?:\s+at\s+most)?",
    ),
    (
        Hedge.AT_LEAST,
        rf"at\s+most(?=\s+every\b)|at\s+or\s+(?:above|over)|at\s+(?:the\s+)?(?:very\s+)?least|(?:no|not)\s+{_LESS}\s+than|as\s+(?:few|little)\s+as|a?\s*{_BOTTOM}(?:\s+(?:\w+\s+)?(?:dose|amount"
        rf"|number|level|value|age|speed|weight|time|gap))?(?:\s+(?:of|is|was|should\s+be|must\s+be))?|{_BOTTOM}\s+(?:\w+\s+){{1,4}}?(?:is|was|are|were)|{_LOWEST}|{_LEAST}|at\s+the\s+earliest|upwards?\s+of|[≥]|>=",
    ),
    (
        Hedge.NEARLY,
        r"nearly|almost|not\s+quite|(?:just\s+)?(?:short|shy)\s+of|close\s+on|approaching|getting\s+on\s+for|(?:just|slightly|a\s+little|a\s+bit)\s+(?:under|below|less\s+than|fewer\s+than)",
    ),
    (Hedge.JUST_OVER, r"(?:just|slightly|a\s+little|a\s+bit)\s+(?:over|above|more\s+than|past)"),
    (Hedge.LESS_THAN, rf"(?:not|n[’']t)\s+(?:yet\s+)?(?:turned|reached)|{_LESS}\s+than|under|below|<"),
    (Hedge.MORE_THAN, rf"{_MORE}\s+than|over|above|in\s+excess\s+of|exceed(?:s|ed|ing)?|outlast(?:s|ed|ing)?|>"),
    (
        Hedge.ABOUT,
        r"about|around|close\s+to|roughly|approximately|approx\.?|some|circa|ca\.|an?\s+estimated|estimated\s+at|[~≈]"
        r"|in\s+the\s+region\s+of|or\s+about|somewhere\s+near",
    ),
)
_EDGE = r"(?:(?<!\w)|(?=[<>≤≥~≈]))"
_BEFORE = tuple(
    (
        hedge,
        re.compile(
            rf"(?:(?<!\w)|(?=[<>≤≥~≈]))(?P<words>{words})\s*(?:an?|the|every|between|only)?\s*(?:first\s*)?\Z",
            re.IGNORECASE,
        ),
    )
    for hedge, words in _HEDGES
)
_CLOSING = frozenset(
    "than to limit most least as maximum minimum dose amount of is was are were be number level value age"
    " speed weight time wait gap max max. min min. ceiling cap floor exceed exceeds exceeded exceeding nearly almost"
    " turned reached latest earliest outlast outlasts outlasted outlasting"
    " quite under below over above about around roughly"
    " shy short on for approaching past beyond approximately approx approx. some circa ca. estimated at near"
    " < > ≤ ≥ = ~ ≈".split()
)
"""The last words of all hedges: most figures follow none of them."""
_LAST = re.compile(r"(?P<last>[\w.]+|[<>≤≥=~≈])\s*(?:(?<=\s)(?:an?|the|every|between|only)\s*)?(?:(?<=\s)first\s*)?\Z")
_NEGATED = re.compile(
    r"(?:\bnot|\bnothing|\bnobody|\bnever|n[’']t|\bno\s+one\s+should|\bavoid)\b[^.,;:]{0,40}\Z", re.IGNORECASE
)
_FLIPPED = {Hedge.MORE_THAN: Hedge.AT_MOST, Hedge.LESS_THAN: Hedge.AT_LEAST}
_BETWEEN = (
    r"(?:\s+of\s+[\w-]+|\s+old)?(?:\s+(?:an?|per|each|every)\s+\w+|\s+(?:daily|nightly|weekly|monthly|yearly))?"
    r"(?:\s*\([^()]{1,24}\)|\))?,?\s+"
)
"""What may stand between a figure and its limit: 7 hours of sleep or more, 38 °C (100.4 °F) or more."""
_THE_END = r"(?=\s*(?:[.,;)]|\Z)|\s+(?:before|after|an?|per|each|every|in|for|daily|and|but|to|on)\b)"
_OF_WHAT, _STOP = (
    r"(?:\s+[^\W\d_]+){1,2}",
    r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:on|in|at|by|of|for|after|before|with|were|was|are|is|had|have|and|but)\b)",
)
"""``60% alcohol or more`` at the end of a clause or before a preposition; else the word may begin what follows."""
_OR_A_BIT = (
    r",?\s+(?:or\s+)?(?:perhaps\s+|maybe\s+)?(?:(?:just\s+)?a\s+(?:little|touch|bit|shade|fraction|tad)|slightly|just)"
)
_NO_MORE = r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:of|in)\b)"
_AFTER = (
    (Hedge.AT_MOST, re.compile(
        r"(?:\s+[^\W\d_]+){0,4}?\s+(?:is|was|are)\s+(?:the|your)\s+(?:upper\s+|safe\s+|daily\s+|top\s+)?"
        r"(?:limit|maximum|most|ceiling|cap)\b",
        re.IGNORECASE,
    )),
    (Hedge.AT_LEAST, re.compile(
        r"(?:\s+[^\W\d_]+){0,6}?\s+(?:is|was|are)\s+the\s+(?:minimum|least|(?:lower|lowest)\s+limits?)\b", re.IGNORECASE
    )),
    (Hedge.NEARLY, re.compile(rf"{_OR_A_BIT}\s+(?:less|under|fewer){_NO_MORE}", re.IGNORECASE)),
    (Hedge.JUST_OVER, re.compile(rf"{_OR_A_BIT}\s+(?:more|over){_NO_MORE}", re.IGNORECASE)),
    (Hedge.ABOUT, re.compile(
        rf",?\s+(?:or\s+(?:so|thereabouts)\b|(?:roughly|approximately|more\s+or\s+less|near\s+enough|give\s+or\s+take)\b{_STOP})"
        r"|(?:\s+[^\W\d_]+){1,6},\s+(?:roughly|approximately|near\s+enough|more\s+or\s+less|give\s+or\s+take|or\s+thereabouts)\s*[,.]",
        re.IGNORECASE,
    )),
    (Hedge.AT_LEAST, re.compile(r"(?:\s+[^\W\d_]+){1,6},\s+or\s+(?:more|longer)\s*(?:[.;]|\Z)", re.IGNORECASE)),
    (Hedge.AT_LEAST, re.compile(rf"{_OF_WHAT}\s+or\s+(?:{_MORE}|over|above){_STOP}", re.IGNORECASE)),
    (Hedge.AT_MOST, re.compile(rf"{_OF_WHAT}\s+or\s+(?:{_LESS}|under|below){_STOP}", re.IGNORECASE)),
    (Hedge.AT_LEAST, re.compile(
        rf"\+(?!\w)|{_BETWEEN}(?:(?:(?:or|and)\s+(?:{_MORE}|over|above|up|upwards?)\b(?!\s+(?:than|\d))|upwards\b|onwards\b)|(?:at\s+(?:the\s+)?(?:very\s+)?(?:least|shortest|earliest)|minimum){_THE_END})",
        re.IGNORECASE,
    )),
    (Hedge.AT_MOST, re.compile(
        rf"{_BETWEEN}(?:(?:or|and)\s+(?:{_LESS}|under|below)\b(?!\s+(?:than|\d))|(?:at\s+(?:the\s+)?(?:very\s+)?(?:most|longest|latest)|maximum){_THE_END})",
        re.IGNORECASE,
    )),
)  # fmt: skip
_INSIDE = re.compile(r"\bor\s+(?:(?P<more>more)|less|fewer)\b", re.IGNORECASE)
"""``3 or more days``: the limit stands before the unit."""
_NEAR_INSIDE = re.compile(r"\b(?:for|in|of|per)\s+(?:about|around|roughly|approximately)\b", re.IGNORECASE)
"""``one in about 200``: the limit stands before the whole."""
_DURING = re.compile(r"\bover\s*(?:an?|the)?\s*\Z", re.IGNORECASE)
_OVER = (
    r"\b(?:for|lasts?|lasted|lasting|takes?|took|well|is|are|was|were|be|of|just|and|or"
    r"|wait|waited|waits|waiting|cost|costs)\s+over\s*(?:an?|the)?\s*\Z"
)
_LASTING = re.compile(_OVER, re.IGNORECASE)
_LONGER = re.compile(
    rf"{_OVER}"
    r"|\b(?:the|people|adults?|patients|men|women|anyone|everyone|those|persons|children|they|you)\s+over\s*\Z",
    re.IGNORECASE,
)
_REACH = 60


def hedge_of(text: str, start: int, end: int, kind: Kind) -> tuple[Hedge, str]:
    """Return how the words around a figure bound it, and those words; a space first when they stand behind it."""
    for hedge, pattern in _AFTER:
        if match := pattern.match(text, end):
            return hedge, match[0] if match[0][0].isspace() or match[0][0] == "+" else f" {match[0]}"
    if _NEAR_INSIDE.search(text, start, end):
        return Hedge.ABOUT, ""
    if inside := _INSIDE.search(text, start, end):
        return (Hedge.AT_LEAST if inside["more"] else Hedge.AT_MOST), ""
    before = text[max(0, start - _REACH) : start]
    before = f"{before[:-1]} " if before.endswith("-") else before  # the over-70s
    last = _LAST.search(before)
    if last is None or last["last"].lower() not in _CLOSING:
        return Hedge.NONE, ""
    return _before(before, kind, has_article=text[start:end].lower().startswith(("a ", "an ")))


def _longer(before: str, has_article: bool) -> bool:
    """Tell whether "over" means more: for over a week, people over 65, but not "among women over a decade"."""
    return (_LASTING if has_article else _LONGER).search(before) is not None


def _before(before: str, kind: Kind, *, has_article: bool) -> tuple[Hedge, str]:
    for hedge, pattern in _BEFORE:
        match = pattern.search(before)
        if match is None:
            continue
        if (
            kind is Kind.DURATION
            and hedge is Hedge.MORE_THAN
            and _DURING.search(before)
            and not _longer(before, has_article)
        ):
            return Hedge.NONE, ""  # "it grew over 12 weeks": in that time
        if hedge in _FLIPPED and (negated := _NEGATED.search(before[: match.start("words")])):
            return _FLIPPED[hedge], before[negated.start() :].strip()
        return hedge, match["words"].strip()
    return Hedge.NONE, ""
