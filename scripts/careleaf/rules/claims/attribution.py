"""Words that put a statement down to somebody: "a survey found", "experts advise", "according to"."""

import re
from functools import lru_cache

_ORGANISATIONS = (
    r"(?:WHO|CDC|NHS|NICE|NIH|FDA|EMA|NHLBI|NINDS|AASM|AAN|AAFP|ACP|USPSTF|AHA|ADA|IRLSSG|MHRA|SIGN|Cochrane)"
    r"|[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|of|for|and|on|the))*?\s(?:Academy|Society|Association|Institutes?|Foundation"
    r"|College|Organi[sz]ation|Agency|Administration|Department|Clinic|School|University|Service|Group|Council|Federation|Trust|Charity|Alliance|UK|USA|Britain|Scotland|Wales|England|Ireland|Australia|Canada|International)"
    r"|(?:[Tt]he\s)?(?:[A-Z][\w’'-]+\s)*(?:Academy|Society|Association|Institutes?|Foundation|College|Organi[sz]ation)\sof"
    r"(?:\s[A-Z][\w’'-]+)+"
)
_WORKS = (
    r"(?<!\bto\s)(?<!\byour\s)(?:stud(?:y|ies)|research(?!\sfor\b)|trials?|evidence|surveys?|polls?|reviews?(?!\syour)|meta-analys[ei]s"
    r"|analys[ei]s|experiments?|guidelines?|guidance|findings|statistics|data|reports?(?!\s(?:to|any|it|them|your)\b)"
    r"|estimates|manual|textbooks?)"
)
_PEOPLE = (
    r"(?<!\byour\s)(?:researchers?|scientists|experts?|specialists|doctors|physicians|clinicians|nurses|pharmacists|midwives|dentists"
    r"|investigators|authors|surgeons|[a-z]{3,}ologists|[a-z]{3,}iatrists|obstetricians|[a-z]{3,}icians|physios|[a-z]*therapists|dietitians|dieticians"
    r"|nutritionists|opticians|optometrists|podiatrists|paramedics|health\s+visitors|medical\s+officers|health\s+officials|officials"
    r"|campaigners|professionals|practitioners|(?:care|clinic|hospital|ward|nursing)\s+staff)"
)
_BODIES = (
    r"(?<!\byour\s)(?<!\byour\slocal\s)(?:charit(?:y|ies)|regulators?|societ(?:y|ies)|associations?|foundations?|colleges?|institutes?|academ(?:y|ies)"
    r"|agenc(?:y|ies)|ministr(?:y|ies)|governments?|authorit(?:y|ies)|federations?|councils?|committees?|panels?|commissions?|networks?|boards?"
    r"|task\s?force|public\s+health|(?:ambulance|health|emergency)\s+services?|helplines?|audits?|health\s+department|(?<!\bthe\s)(?<!\bour\s)(?<!\ba\s)clinics|hospitals)"
)
_VERBS = (
    r"(?:shows?|showed|shown|finds?|found|suggest(?:s|ed)?|recommend(?:s|ed)?|says?|said|report(?:s|ed)?|conclude[sd]?"
    r"|estimate[sd]?|advise[sd]?|warn(?:s|ed)?|state[sd]|notes|noted|indicate[sd]?|link(?:s|ed)|point(?:s|ed)?\s(?:to|out)|reveal(?:s|ed)?"
    r"|confirm(?:s|ed)?|demonstrate[sd]?|prove[sdn]?|believe[sd]?|think|thought|agrees?\s(?:that|on)|agreed\s(?:that|on)|list(?:s|ed)|names|named|gives|gave"
    r"|endorse[sd]?|urge[sd]?|observed|saw|seen|describe[sd]?|call(?:s|ed)?\s(?:for|it)|prefer(?:s|red)?|support(?:s|ed)?"
    r"|stopped\sadvising|accept(?:s|ed)?|back(?:s|ed)|argue[sd]?|claim(?:s|ed)?|measured|counts?|sets?|defines?|hint(?:s|ed)?"
    r"|have\s(?:long\s)?known|disagree[sd]?(?=\s+(?:about|on|over|that|whether)\b)|doubt(?:s|ed)?|expect(?:s|ed)?)"
)
_SAYS = rf"(?:(?:seem|appear|tend)s?\sto\s|(?<!\bto\s))\b{_VERBS}"
_RANKS = (
    r"(?:(?:calls|called)(?=\s+(?!you\b|me\b|us\b|back\b|your\b)\w)|ranks|ranked|classes|classed|regards|regarded"
    r"|labels|labelled|classifie[sd])"
)
"""How a body says what a thing is, without saying that it says so."""
_ADVISES = (
    r"(?:says?|said|states?|stated|advises?|advised|recommends?|recommended|reports?|reported|warns?|warned|estimates?|estimated|urges?"
    r"|urged|suggests?|suggested|notes|noted|points?\s+out|pointed\s+out|believes?|argues?|argued|claims?|claimed|found|concludes?"
    r"|concluded|endorses?|endorsed|supports?|agrees?|agreed|approve[sd]?|wants?|calls?\s+(?:for|it)|considers?|counts?|lists?)"
)
_NEAR = r"(?:\s+(?:(?!\b(?:you|your|to|can|may|will|who|that)\b)[\w’'-]+)){0,5}?"
_GAP = r"(?:(?!\b(?:you|your|yours|we|our)\b|,\s+(?:so|but|and|yet)\b)[^.;:?!()]){0,70}?"
"""What may stand between who and what they say: no second clause, and nobody who reads or writes this."""

_CLAIMS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            r"\baccording\s+to\b(?!\s+(?:you|your|how|when|what|whether)\b"
            r"|\s+the\s+(?:label|leaflet|packet|package|instructions|directions|plan|time|day)\b)",
            re.IGNORECASE,
        ),
        (
            r"\b(?:approved|recommended|advised|endorsed|backed|supported|suggested|estimated)\s+by\b"
            r"(?!\s+(?:your|a|an|the)\s+(?:doctor|pharmacist|nurse|clinician|clinic)\b|\s+your\b)",
            re.IGNORECASE,
        ),
        (rf"\b(?:{_WORKS}|{_PEOPLE})\b{_GAP}{_SAYS}\b", re.IGNORECASE),
        (rf"\b{_BODIES}{_NEAR}\s+{_ADVISES}\b", re.IGNORECASE),
        (
            rf"\b(?:believed|thought|known|agreed|accepted|recogni[sz]ed|seen|held|preferred)\s+by\s+(?:\w+\s+){{0,3}}?(?:{_PEOPLE}|{_BODIES})\b",
            re.IGNORECASE,
        ),
        (rf"\b(?:{_ORGANISATIONS})\b{_GAP}(?:{_SAYS}|(?<!\bto\s)\b(?:{_RANKS}))\b", 0),
        (
            rf"\bin\s+(?:an?|the|one|another|this|that|some|several|most)\s+(?:[\w-]+\s+){{0,3}}?{_WORKS}\b{_GAP},",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:view|opinion|judge?ment|experience|advice|consensus|agreement)\s+(?:of|among|from|between)\s+(?:\w+\s+){{0,2}}?{_PEOPLE}\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:official|national|current|government|international|expert|UK|US)\s+(?:advice|guidance|guidelines?|recommendations?)\s+(?:is|are)\b",
            re.IGNORECASE,
        ),
        (
            rf"\bas\s+(?:the\s+|one\s+)?(?:{_ORGANISATIONS}|{_BODIES}|{_PEOPLE})\s+(?:puts?|says?|notes?|explains?)\s+it\b",
            re.IGNORECASE,
        ),
        (r"\bthere\s+is\s+(?!no\b)(?:[\w-]+\s+){0,3}?evidence\s+(?:that|for|of)\b", re.IGNORECASE),
        (
            r"\b(?:linked|shown|seen|found|reported|observed|associated)\s+in\s+(?:[\w-]+\s+){0,2}?"
            r"(?:studies|trials|surveys|reviews|research)\b",
            re.IGNORECASE,
        ),
        (r"\b(?:it\s+is|are|is)\s+(?:estimated|reported|recommended|thought)\s+(?:that|to)\b", re.IGNORECASE),
    )
)
_OWN_SEARCH = re.compile(
    r"\b(?:no|nor\s+(?:was|were)\s+an?|not\s+one)\s+[^.;,:?!]{0,90}?\bfound\b"
    r"[^.;]*?(?=,\s+(?:but|yet|although|though)\b|[.;]|\Z)"
    r"|\bwe\s+(?:found|know\s+of)\s+no\b[^.;]*"
    rf"|\b(?:what|how|why)\s+(?:(?:do|does|did|the|these|recent|new|current)\s+)*{_WORKS}\s+{_VERBS}\b",
    re.IGNORECASE,
)
"""What the editor looked for and did not find, and what a heading promises: nobody can be cited for that."""


@lru_cache(maxsize=8192)
def find_attribution(sentence: str) -> tuple[int, str] | None:
    """Return the first words that put a statement down to somebody, and their offset."""
    visible = _OWN_SEARCH.sub(lambda match: " " * len(match[0]), sentence)
    matches = [match for pattern in _CLAIMS if (match := pattern.search(visible))]
    first = min(matches, key=lambda match: match.start(), default=None)
    return (first.start(), sentence[first.start() : first.end()]) if first else None
