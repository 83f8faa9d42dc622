"""Whether a sentence turns round what the evidence says of a figure: a level for a change, a day for a week."""

import re

from careleaf.model.quantity import Hedge, Kind, Quantity, RangeEnd
from careleaf.rules.claims.attachment import Attached, attached_figures, stems_of
from careleaf.rules.claims.beginnings import is_of_another_time
from careleaf.rules.claims.complement import turns_in
from careleaf.rules.claims.direction import contradictions
from careleaf.rules.claims.evidence import Reported
from careleaf.rules.claims.labels import labelled_words
from careleaf.rules.claims.surroundings import LEVEL, sole_period, speaks_of_change


def changes_role(claim: Attached, own: Attached, sentence: str, statement: str) -> bool:
    """Tell whether a change is said as a level, or where it began as where it ended: to 15% for by 15%."""
    changes, changed = _is_change(claim), _is_change(own)
    if LEVEL in {claim.role, own.role} and changes != changed:
        return True
    if changed and claim.role == "to" != own.role and claim.figure.kind is not Kind.RATIO:
        return True
    if claim.compares and own.role in {"from", "to"}:
        return True
    if _is_odds(own.figure) and claim.figure.kind is Kind.RATIO and _LIKELIER.search(sentence[claim.figure.start :]):
        return True
    if is_on_other_side(claim, own, sentence, statement):
        return True
    if is_of_another_time(claim, own, sentence):
        return True
    if claim.figure.kind in _LEVELS and own.figure.kind in _LEVELS:
        if changed and not changes and not speaks_of_change(_without_times(claim, own, sentence, statement)):
            return True
        if changes and not changed and not own.role and not speaks_of_change(statement):
            return True
    return bool(claim.role and own.role and claim.role != own.role and LEVEL not in {claim.role, own.role})


def _is_odds(figure: Quantity) -> bool:
    return figure.kind is Kind.RATIO and _ODDS_RATIO.match(figure.text) is not None


_ODDS_RATIO = re.compile(r"(?:odds\s+ratio|a?OR\b)")
_LIKELIER = re.compile(r"[\d.]+\s+times\s+(?:as|more)\s+(?:likely|common|often)\b", re.IGNORECASE)
"""Odds are not how likely a thing is: at a share of a half, odds of 2 are a share of two thirds."""
_BEGINS = re.compile(r"\b(?:from|since|starting)\s+(?:about\s+)?\Z", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:within|until|till|up\s+to|no\s+later\s+than|(?:in|during)\s+the\s+first)\s+(?:about\s+)?\Z", re.IGNORECASE
)
_BEHIND = re.compile(r"\bafter\s+(?:the\s+first\s+)?\Z", re.IGNORECASE)
_ORDERS = re.compile(
    r"\b(?:must|needs?|start\w*|begin\w*|eat|use|take|give|rins\w+|drink|apply|seek|assess\w*|first)\b", re.IGNORECASE
)
"""What is to be done after 24 hours is not done within them; what is seen within a year is seen after it."""
_NOT = re.compile(r"\b(?:not|never|no|avoid\w*|too|without)\b|n[’']t\b", re.IGNORECASE)


def is_on_other_side(claim: Attached, own: Attached, sentence: str, statement: str) -> bool:
    """Tell whether one text says before, within or until a time what the other says after or from it."""
    opposite = _limit_of(claim, sentence) * _limit_of(own, statement) < 0
    return opposite or _other_side(claim, own, sentence, statement)


def _sentence_of(figure: Quantity, text: str) -> str:
    start, end = text.rfind(". ", 0, figure.start) + 1, text.find(". ", figure.end)
    return text[start : end + 1 if end > 0 else len(text)]


def _limit_of(one: Attached, text: str) -> int:
    """Return 1 for a time from which on something holds, -1 for one until which it does."""
    figure = one.figure
    if figure.kind is not Kind.DURATION or figure.range_end is not RangeEnd.NONE or figure.hedge is not Hedge.NONE:
        return 0
    before = text[max(0, figure.start - _REACH) : figure.start]
    if _BEHIND.search(before):
        return int(_ORDERS.search(text) is not None and not _NOT.search(text))
    if _NOT.search(text[: figure.start]) and "first" in before:
        return 0
    return 1 if _BEGINS.search(before) else -1 if _ENDS.search(before) else 0


_REACH = 24
_SIDE = re.compile(r"\s+(?P<side>before|after)\s+(?P<what>[^.,;:()]{1,60})", re.IGNORECASE)


def _other_side(claim: Attached, own: Attached, sentence: str, statement: str) -> bool:
    """Tell whether one says before what the other says after, of the same thing: 30 minutes before a meal."""
    if claim.figure.kind is not Kind.DURATION:
        return False
    one, other = _SIDE.match(sentence, claim.figure.end), _SIDE.match(statement, own.figure.end)
    if one is None or other is None or one["side"].lower() == other["side"].lower():
        return False
    return bool(labelled_words(sentence, *one.span("what")) & labelled_words(statement, *other.span("what")))


_NAMELESS = frozenset({"", "2+", "2-", "3+", "3-"})
"""Women, men, children and adults: who they are is not what is counted."""


def _has_the_noun_of_another(claim: Attached, own: Attached, reported: Reported) -> bool:
    """Tell whether the noun counted is that of another count of the evidence: cases for deaths."""
    rivals = [one for one in attached_figures(reported.statement) if one.figure.kind is Kind.COUNT]
    return claim.next_word not in _NAMELESS and any(
        one.next_word == claim.next_word and own.next_word not in {"", *claim.words, *one.words} for one in rivals
    )


_LEVELS = frozenset({Kind.SHARE, Kind.MEASURE, Kind.COUNT, Kind.DURATION})


_DOSES = frozenset({Kind.MEASURE, Kind.COUNT, Kind.FREQUENCY, Kind.DURATION})


def _without_times(claim: Attached, own: Attached, sentence: str, statement: str) -> str:
    """Drop late and early from a share of people where the evidence changes odds: 9% of patients died."""
    odds = _ODDS.search(statement[: own.figure.start]) is not None
    return _TIMELY.sub("", sentence) if odds and _OF_PEOPLE.match(sentence, claim.figure.end) else sentence


_ODDS = re.compile(r"\b(?:odds|risk|rate|chance|hazard|likelihood|mortality)\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\s+of\s+(?:(?:the|all|these|those)\s+)?(?:patients|people|women|men|children|adults|babies|those)\b",
    re.IGNORECASE,
)
_TIMELY = re.compile(r"\b(?:late|delay\w*|early|soon|slow|fast)\b", re.IGNORECASE)


def _is_change(one: Attached) -> bool:
    return one.role == "by" or one.figure.also is not None or one.compares or _EXTRA.search(one.part) is not None


_EXTRA = re.compile(r"\d\s+(?:fewer|extra|additional)\b", re.IGNORECASE)


def _is_sleep(claim: Attached, period: str) -> bool:
    """Tell whether hours a night and hours a day are the same sleep."""
    return claim.figure.kind is Kind.DURATION and {claim.period, period} == {"day", "night"}


def turns_round(claim: Attached, own: Attached, reported: Reported) -> bool:
    """Tell whether the same figure is said the other way round: to for from, a day for a week, worse for better."""
    period = own.period or (
        sole_period(_sentence_of(own.figure, reported.statement))
        if claim.figure.kind in _DOSES and not reported.is_implied
        else ""
    )
    if claim.figure.kind is own.figure.kind is Kind.COUNT and _has_the_noun_of_another(claim, own, reported):
        return True
    if claim.period and period and claim.period != period and not _is_sleep(claim, period):
        return True
    if _is_every_time(claim, own, reported.statement):
        return True
    if _denies(own, claim) or _denies(claim, own) or _is_of_another_pace(claim, own):
        return True
    return not (claim.is_negated or own.is_negated) and any(contradictions(claim.words, own.words))


def _is_every_time(claim: Attached, own: Attached, statement: str) -> bool:
    """Tell whether a share over several years is said of each year."""
    each = claim.figure.kind is Kind.SHARE and claim.period in _TIMES and _EACH.search(claim.part)
    return bool(each and not own.period and _OVER.search(statement) and not _YEARLY.search(statement))


_TIMES = frozenset({"day", "week", "month", "year"})
_EACH = re.compile(
    r"\b(?:each|every|per|(?<!in\s)(?<!within\s)(?<!after\s)(?<!for\s)(?<!over\s)an?)\s+(?:day|week|month|year)\b|\b(?:yearly|annually|monthly)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:over|within|during|in|after|at|by)\s+(?:the\s+)?(?:first\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:years|months|weeks|days)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:an?|each|every|per)\s+(?:day|week|month|year)\b|/year\b|\b(?:annual\w*|yearly|monthly|weekly|daily|person-years)\b",
    re.IGNORECASE,
)


def _denies(one: Attached, other: Attached) -> bool:
    """Tell whether one denies what the other says: 80% never have symptoms, 80% have symptoms."""
    if one.figure.kind is not Kind.SHARE or other.is_negated or turns_in(other.part) or _ENDED.search(other.part):
        return False
    behind = one.part.partition(one.figure.text)[2]
    return any(denied in other.words for match in _DENIED.finditer(behind) for denied in stems_of(match["what"]))


_DENIED = re.compile(
    r"(?<!who\s)(?<!who\sdid\s)(?<!who\sdo\s)(?<!who\shad\s)(?<!who\swere\s)(?:\b(?:not|never|no)|n[’']t)\s+"
    r"(?:(?:to\s+)?(?:have|had|get|got|be|been|any|an?|the|develop|report|show)\s+){0,3}"
    r"(?P<what>(?!(?:longer|more|less|fewer|higher|lower|later|earlier|sooner)\b)[a-z]{4,}(?<!ing))\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:end(?:s|ed)|clear\w*|cur(?:e|es|ed)|reliev\w*|resolv\w*|gone|go(?:es)?\s+away|disappear\w*|settl\w*|heal\w*|prevent\w*|protect\w*|eas(?:e|es|ed))\b",
    re.IGNORECASE,
)


def _is_of_another_pace(claim: Attached, own: Attached) -> bool:
    """Tell whether one is sooner by what the other is later."""
    one, other = _PACE.search(claim.part), _PACE.search(own.part)
    return one is not None and other is not None and bool(one["early"]) != bool(other["early"])


_PACE = re.compile(
    r"\d\s+(?:minutes|hours|days|weeks|months|years)\s+(?:(?P<early>sooner|earlier|faster|quicker)|later|slower)\b"
    r"(?!\s+(?:they|the|it|people|patients))",
    re.IGNORECASE,
)
