"""Amounts in loose words, which need a source as figures do: within the hour, a piece or two daily, more than once.

Most have no exact value, so nothing is compared with the evidence: that is for the figures which
`careleaf.model.figures` reads.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from careleaf.rules.claims.things_counted import (
    A_TIME,
    DONE,
    HAPPENS,
    NUMBER,
    ORDINAL,
    SMALL_NUMBERS,
    TAKEN,
    UNIT,
)
from careleaf.rules.claims.words import small_words

_TIMES = rf"(?:once|twice|thrice|{NUMBER}\s+times)"
_HEDGED = r"(?:up\s+to|as\s+long\s+as|at\s+least|only|about|around|nearly|just|roughly|almost|much\s+of)"
_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(needed.split()))
    for pattern, needed in (
        (  # within the hour, for a full day, an hour before bed
            rf"\b(?:within|inside|in\s+under|under|over|past|beyond)\s+(?:the|an?|one)\s+(?:first\s+|next\s+|full\s+)?{UNIT}\b"
            r"(?!\s+(?:is|was|of\s+your\s+appointment|out|off)\b)"
            rf"|\b(?:for|after|lasts?|lasting|lasted|takes?|took|wait|rest|hold|holds|stays?|least|most|as)\s+(?:{_HEDGED}\s+)?an?\s+"
            r"(?:(?:full|whole|good|further|solid|single)\s+)?(?:second|minute|hour|night|week|fortnight|month|year|decade)\b"
            r"(?!\s+(?:of\s+your\s+appointment|out|off|in\s+the\s+life))"
            rf"|\ban?\s+(?:full|whole|good|clear)\s+{UNIT}\b|\bas\s+(?:long|much|little)\s+as\s+an?\s+{UNIT}\b"
            rf"|\ban?\s+{UNIT}\s+(?:or\s+(?:two|so|more|longer)|later|earlier|before|after|apart|each|every|per|a)\b"
            rf"|\bleave\s+(?:at\s+least\s+)?an?\s+{UNIT}\s+between\b|\b(?:best|better)\s+part\s+of\s+an?\s+{UNIT}\b"
            r"|\balternate\s+(?:days|nights|weeks|mornings)\b"
            r"|\bfor\s+a\s+day\b(?!\s+(?:out|off|trip|or\s+a\s+night))"
            rf"|\b(?:hour|day|week|month|year)-long\b|\bin\s+the\s+space\s+of\s+an?\s+{UNIT}\b|\bonce\s+an?\s+{UNIT}\b"
            rf"|\b(?:one|an?)\s+{UNIT}\s+(?:per|for\s+(?:each|every)|in\s+(?:{NUMBER}|every\s+\w+))\b"
            rf"|\b(?:{NUMBER}|\d+)-hourly\b|\bhalf\s+the\s+(?:night|day|week|month|year)\b"
            rf"|\b{NUMBER}\s+(?:straight|consecutive|whole|full|clear|working|school)\s+{UNIT}s\b",
            "second minute hour day night week fortnight month year decade hourly seconds minutes hours days nights"
            " weeks mornings months years",
        ),
        (  # more than once
            rf"\b(?:more|less|fewer|oftener)\s+(?:often\s+)?than\s+{_TIMES}\b"
            r"|\b(?:at\s+least|at\s+most|up\s+to|only|no\s+more\s+than|not\s+more\s+than)\s+(?:once|twice|thrice)\b(?!\s+you)"
            rf"|\b(?:once|twice)\s+or\s+(?:twice|more|{NUMBER}\s+times)\b|\btwice\s+the\s+(?:usual|normal|dose|amount|risk)"
            r"|\b(?:repeat|done|take|taken|use|used|given|apply|applied|vomits?|vomited|happens?|happened|fainted|fits?)\s+"
            r"(?:[\w’']+\s+){0,4}?twice\b",
            "once twice thrice times",
        ),
        (  # a double dose
            r"\b(?:double|triple|treble|half|quarter|twice)[-\s]+(?:the\s+|your\s+|an?\s+)?(?:usual\s+|normal\s+|adult\s+|daily\s+)?"
            r"(?:doses?|dosage|strength)\b|\b(?:trebles|trebled|quintuple[sd]?)\b|\bdouble[sd]?\s+(?:the|your|in)\b|\b(?:two|three|four|five|ten)\s+to\s+one\b|\bin\s+every\s+(?:dozen|hundred|thousand)\b"
            r"|\b(?:double|triple|treble)\s+(?:that|what|as)\b|\bby\s+a\s+factor\s+of\b|\b(?:extra|another)\s+(?:dozen|hundred|thousand|million)\b|\bfifty-fifty\b"
            r"|\bin\s+(?:single|double|treble)\s+figures\b",
            "double doubles doubled triple treble trebles trebled half quarter twice quintuple dozen hundred thousand"
            " million one factor fifty figures",
        ),
        (  # a piece or two daily, under a teaspoon, a single tablet
            rf"\ban?\s+(?:\w+\s+)?{TAKEN}\s+(?:or\s+two|or\s+more|(?:of\s+\w+\s+){{0,2}}{A_TIME})\b"
            rf"|\b(?:under|over|above|below|half|than|up\s+to|at\s+most|at\s+least|exceed\w*|beyond|past)\s+(?:an?|one)\s+"
            rf"(?:level\s+|heaped\s+|single\s+|small\s+|large\s+|standard\s+)?{TAKEN}\b"
            rf"|\b(?:an?\s+single|one|one\s+single|just\s+one|only\s+one|a\s+(?:level|heaped|rounded))\s+"
            rf"(?:(?:small|large|extra|more|level|full|white|adrenaline|fingertip|standard|alcoholic)\s+)?{TAKEN}\b(?!-|\s+of\s+(?:paper|card|advice|news)\b)",
            "a an one",
        ),
        (  # take one at night, five a day
            rf"\b(?:take|takes|taking|give|gives|giving|swallow|chew|suck|inhale|insert|drink|drinks|apply)\s+(?:up\s+to\s+)?(?:one|{NUMBER})"
            rf"(?:\s+(?:or|to)\s+{NUMBER})?(?=\s+(?:at\s+(?!a\s+time)|in\s+the|with|every|each|before|after|twice|once|daily|nightly|a\s+(?!time)|per|when"
            rf"|as\s+soon|if|now|again|more|straight)|\s*[.,;])|\b{NUMBER}\s+(?:or\s+more\s+)?{A_TIME}",
            f"one {SMALL_NUMBERS}",
        ),
        (  # ten heel raises, three courses, two scoops
            rf"(?<!\bthe\s)(?<!\bthese\s)(?<!\bthose\s)\b{NUMBER}(?:\s+(?:to|or)\s+{NUMBER})?\s+(?!of\b|to\b|or\b|and\b|in\b|the\b|kinds?\b|types?\b|sorts?\b|ways?\b|forms?\b)"
            rf"(?:[\w-]+\s+){{0,2}}?(?:{HAPPENS}|{DONE}|{TAKEN})\b(?!\s+(?:below|above|on\s+this)|\s*:)"
            rf"|\b(?:do|repeat|breathe|count|hold|inhale|exhale|swallow)\s+(?:\w+\s+)?{NUMBER}\s+(?:more|slow|deep|gentle|full|[\w-]+s)\b",
            SMALL_NUMBERS,
        ),
        (  # breathe in for four
            rf"\b(?:to|of|for)\s+(?:{NUMBER}|twenty|thirty|sixty)(?=\s*[.,;]|\s+(?:and|then|before|while|as)\b|\s+seconds?\b)",
            "squeeze tense relax rest breath breathe breathing hold holding count counts counting inhale exhale",
        ),
        (  # past their fiftieth birthday, by age two, the over-fifties
            r"\b(?:before|after|past|from|until|till|by|on|since|reach\w*|around|near\w*|beyond)\s+(?:(?:your|their|his|her|the|a|an?\s+\w+[’']s"
            rf"|child[’']s|baby[’']s|my|our)\s+){{0,3}}{ORDINAL}\s+birthday\b(?!\s+(?:cake|party|card|present))"
            rf"|\b(?:by|at|before|until|from|after|since|around|of|past|over|under)\s+(?:the\s+)?age\s+(?:of\s+)?(?:one|{NUMBER})\b"
            r"|\b(?:over|under)-?(?:ones|twos|threes|fours|fives|sixes|sevens|eights|nines|tens|elevens|twelves|eighteens|thirties|forties|fifties"
            r"|sixties|seventies|eighties)\b",
            "birthday age over under",
        ),
        (  # every second person, second only to, the number one cause, the 10th centile
            r"\b(?:every|each)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?!time\s+you|line|box)[a-z]+\b|\bsecond\s+only\s+to\b"
            r"|\b(?:comes?|came|ranks?|ranked|finishe[sd])\s+(?:second|third|fourth|fifth)\b|\bin\s+(?:second|third|fourth|fifth)\s+place\b"
            r"|\bnumber[-\s](?:one|two|three|1|2|3)\s+(?:cause|killer|reason|risk|source|complaint|symptom|trigger|health|concern)\b"
            r"|\b(?:\d{1,2}(?:st|nd|rd|th)|third|fifth|tenth|ninetieth|ninety-fifth)\s+(?:per)?centiles?\b",
            "every each second comes come came ranks rank ranked place number centile percentile centiles",
        ),
        (  # eight degrees, below four
            rf"\bbetween\s+{NUMBER}\s+and\s+{NUMBER}\b|\bmore\s+than\s+one\s+\w+\s+(?:an?|per|every|each)\s+{UNIT}\b|\bas\s+(?:young|old|late|early)\s+as\s+{NUMBER}\b"
            rf"|\b(?:of|aged)\s+{NUMBER}\s+(?:and|or)\s+(?:under|over|older|younger|above|below)\b"
            rf"|\b{NUMBER}\s+(?:degrees|points|stone|inches|per\s?cent)\b"
            rf"|\b(?:above|below|under|over|minus|at\s+least|exceeds?)\s+{NUMBER}(?=\s*[.,;]|\s+(?:is|or|on|means|needs|in)\b)",
            f"one {SMALL_NUMBERS}",
        ),
        (
            r"\ban?\s+(?:good|full|whole|mere|bare)\s+(?:third|quarter|half|fifth|tenth)\b",
            "third quarter half fifth tenth",
        ),
    )
)
"""Each pattern, and words of which one must stand in the text."""
_NO_AMOUNT = re.compile(
    rf"\b(?:here|there|below|these|following)\s+(?:are\s+)?(?:the\s+|some\s+|all\s+)?{NUMBER}\s+(?:\w+\s+)?(?:exercises|{DONE}|ideas|meals|snacks)\b"
    r"|\bone\s+(?:day|step|thing|person|bite|piece|drop|cup|can|card|stick|pen|measure|strip)\s+at\s+a\s+time\b"
    r"|\bit\s+takes\s+two\b(?=\s*[.,!])|\bonce\s+in\s+a\s+(?:while|blue\s+moon)\b|\b(?:wait|just|hang\s+on)\s+a\s+(?:second|minute)\b(?!\s+(?:between|before|after))"
    r"|\bin\s+a\s+day\b|\bsecond\s+(?:nature|hand|opinion|thoughts?|to\s+none)\b|\bthink\s+twice\b|\btwo\s+or\s+three\s+words\b"
    r"|\bone\s+piece\s+of\s+(?:paper|advice|card|news|furniture|clothing)\b|\bhappy\s+hour\b|\bat\s+the\s+end\s+of\s+the\s+day\b"
    r"|\b(?:year|month|week|day|hour)\s+after\s+(?:year|month|week|day|hour)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WordedAmount:
    """Such words, and where they stand."""

    text: str
    start: int


@lru_cache(maxsize=4096)
def worded_amounts(text: str) -> tuple[WordedAmount, ...]:
    """Return the first such words of each kind, in reading order."""
    words = small_words(text)
    asked = [pattern for pattern, needed in _PATTERNS if not needed.isdisjoint(words)]
    if not asked:
        return ()
    visible = _NO_AMOUNT.sub(lambda match: "\x01" * len(match[0]), text)
    found = sorted((match for pattern in asked if (match := pattern.search(visible))), key=lambda match: match.start())
    apart: list[re.Match[str]] = []
    for match in found:
        if not apart or match.start() >= apart[-1].end():
            apart.append(match)
    return tuple(WordedAmount(match[0].strip(), match.start()) for match in apart)
