"""Words that say one thing brings about, prevents or helps another.

On 3,177 sentences of public health pages a list with "because" and "due to" flagged one sentence in twelve, and
hardly one was worth a look. So these are left out. What is asked for are words of proof and of risk, effects that are
stated of a cause ("lowers the risk of", "linked to", "prevents"), and verbs of effect: "harms", "makes it worse".
"""

import re
from functools import lru_cache

_EFFECT = (
    r"(?:risks?|chances?|odds|likelihood|symptoms?|pain|inflammation|blood\s+pressure|blood\s+sugar|cholesterol|anxiety|depression"
    r"|mood|sleep|swelling|fatigue|relapses?|flare-?ups?|attacks?|mortality|deaths?|survival|recovery|infections?)"
)
_HEDGED = (
    r"(?:can|may|might|could|will|does|do|help(?:s|ed)?(?:\s+to)?|seems?\s+to|appears?\s+to|tends?\s+to"
    r"|(?:is|are)\s+known\s+to)"
)
_CHANGE = r"(?:reduce|lower|cut|raise|increase|double|halve|boost|improve|worsen|relieve|shorten|prolong|affect)"
_BARE = (
    r"(?:cause|harm|damage|worsen|thin|dry|narrow|harden|weaken|trigger|inflame|thicken|clog|increase|raise|reduce"
    r"|lower)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:has|have)\s+(?:not\s+)?been\s+(?:shown|found)\s+to\b|\b(?:clinically|scientifically|medically)\s+(?:proven|tested|shown)\b|\b(?:is|are|was|were|been|has|have)\s+(?:not\s+)?(?:been\s+)?"
        r"proven\b|\b(?:proves|proved)\s+(?:to|that|more|less)\b",
        r"(?<!\bto\sbe\s)\b(?:linked|tied|associated|correlated)\s+(?:to|with)\b",
        rf"\b(?:{_HEDGED}\s+(?:\w+ly\s+|also\s+)?{_CHANGE}|{_CHANGE}(?<=e)[sd]|lowers|lowered|cuts|boosts|boosted|worsens|worsened|relieves"
        rf"|affects|affected)\s+(?:(?!if\b)[\w’'-]+\s+){{0,4}}?{_EFFECT}\b",
        rf"\b(?={_BARE}\s)(?<!\bthis\s)(?<!\bas\s)(?<!\bto\s)"
        r"(?:(?<=[a-z]s\s)|(?<=\bchildren\s)|(?<=\bpeople\s)|(?<=\bteeth\s)|(?<=\bcan\s)|(?<=\bmay\s)|(?<=\bmight\s)|(?<=\bcould\s)|(?<=\balso\s)|(?<=\boften\s))"
        r"\w+\s+(?!of\b|for\b|and\b|or\b|is\b|are\b|to\b|in\b)[a-z]+"
        r"|\b(?:harms|thins|narrows|hardens|clogs|starves|inflames|stiffens|slows|worsens|soothes|relaxes|dries|blocks|raises|increases|decreases|lowers|strengthens|thickens|speeds)\s+(?!of\b|(?:the|your)\s+(?:bed|arms?|legs?|head|hands?|rails?|seat|chair)\b|down\b|up\b(?!\s+(?:the|your|healing|recovery)))[a-z]{2,}\b",
        r"(?<!\bwhat\s)(?<!\bwhatever\s)(?<!\banything\sthat\s)\b(?:makes?|made)\s+(?!sure\b|it\s+(?:clear|easy|easier|possible)|an?\b|the\s+most|no\b|up\b|time\b|note\b|friends\b)(?:[\w’'-]+\s+){1,3}?(?:worse|better|weaker|stronger|drowsy|sleepy|sick|dizzy|tired|thirsty|swell|itch|ache|pass|feel|bleed|more\s+likely|less\s+likely|harder|stiffer|thinner|thicker|sore|dry|cough|wheeze|sneeze|sweat)\b"
        r"|\bleads?\s+to\s+(?!the\s+(?:ward|car|lift|exit|clinic|main)|a\s+(?:diagnosis|clinic|page))[a-z]|\b(?:stops?|keeps?)\s+[^.;,]{1,40}?\s+from\s+(?:work|grow|clott|heal|spread|form|reach|absorb)\w*|\bturns?\s+(?:your|the)\s+(?:stools?|urine|skin|teeth|poo)\s",
        r"\b(?:prevents|cures|reverses)\b(?=\s+\w)|"
        rf"\b{_HEDGED}\s+(?:\w+ly\s+|also\s+)?(?:prevent|cure|reverse|protect\s+(?:you\s+|people\s+)?(?:against|from)|ward\s+off)\b",
        r"\b(?:can|may|might|could)\s+(?:\w+ly\s+|also\s+)?(?:trigger|lead\s+to|damage|irritate|weaken|bring\s+on|set\s+off)\b"
        r"|^\W*(?:[A-Z][a-z]+\s+)?[A-Za-z]+s\s+(?:prevent|damage|weaken|trigger)\b|\b(?:damages|weakens|triggers|irritates)\s+(?:the|your)\b"
        r"|^\W*(?:[\w-]+\s+){1,3}(?:protects?|damages|weakens)\s+(?:your|the|[a-z]+ing)\b",
        r"\b(?:saves?|saved)\s+(?:many\s+|more\s+)?lives\b|\b(?:can|may|might|could|will|does|do)\s+(?:also\s+|often\s+)?make\s+(?:[\w’'-]+\s+){1,4}?(?:worse|better)\b",
        r"\bprotects?\s+(?:you\s+|people\s+|them\s+)?against\b",
        r"\b(?:is|are|was|were|be|been|as|more|less|most|very|highly|equally)\s+(?:(?:not|also|very|highly|more|less|most|just\s+as)\s+){0,3}"
        r"(?:in)?effective\s+(?:for|in|at|against|treatments?|medicines?|drugs?|way|than|as|remed\w+|therap\w+)\b",
        r"(?<!\bpossible\s)(?<!\bcommon\s)(?<!\bthe\s)(?<!\bmany\s)(?<!\bother\s)(?<!\bof\s)(?<!\bmain\s)(?<!\bwhat\s)(?<!\bits\s)"
        r"(?<!\bno\s)(?<!\bit\s)(?<!\bthat\s)(?<!\bwhich\s)\bcauses\s+(?!of\b|for\b|and\b|include\b|are\b|you\b|your\b)[\w’'-]+",
        r"\b(?:is|are)\s+(?:not\s+|often\s+|usually\s+|mostly\s+)?caused\s+by\b|\bleads?\s+to\s+(?:an?\s+)?(?:higher|lower|increased?|reduced|decreased?|fewer|less|more|better|worse)\b",
        r"\b(?:a|the)\s+(?:proven|known|leading|major|main)\s+(?:cause|risk\s+factor)\s+(?:of|for)\b|\brisk\s+factors?\s+for\b",
    )
)


@lru_cache(maxsize=8192)
def find_causal_wording(sentence: str) -> tuple[int, str] | None:
    """Return the first words of cause and effect, and their offset; what is asked or told to do claims nothing."""
    if sentence.rstrip().endswith("?"):
        return None
    matches = [match for pattern in _PATTERNS if (match := pattern.search(sentence))]
    first = min(matches, key=lambda match: match.start(), default=None)
    return (first.start(), first[0]) if first else None
