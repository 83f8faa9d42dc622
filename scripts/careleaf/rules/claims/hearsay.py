"""Statements put down to somebody without one who says them: "it is thought that", "on the advice of", "per NICE"."""

import re

from careleaf.rules.claims.speakers import may_name_somebody

_WORKS = (
    r"(?:stud(?:y|ies)|research|trials?|evidence|surveys?|polls?|reviews?|meta-analys[ei]s|guidelines?|guidance|data|experiments?"
    r"|reports?|audits?|statistics|findings|papers?|standards?|criteria|figures|science|literature|recommendations)"
)
_PEOPLE = (
    r"(?:researchers?|scientists|experts?|specialists|doctors|physicians|clinicians|nurses|pharmacists|midwives|dentists|officials"
    r"|surgeons|[a-z]{3,}(?:ologists|iatrists|icians|therapists)|dietitians|professionals|practitioners|campaigners|authors)"
)
_BODIES = (
    r"(?:charit(?:y|ies)|regulators?|boards?|councils?|hospitals|unions?|authorit(?:y|ies)|associations?|societ(?:y|ies)|colleges?|committees?|agenc(?:y|ies)|governments?|watchdogs?"
    r"|panels?|foundations?|organi[sz]ations?|bodies|(?-i:[A-Z]{2,8}\b|WHO))"
)
_WHO = (
    r"(?:the\s+|some\s+|most\s+|many\s+|all\s+|one\s+|an?\s+|its\s+)?"
    rf"(?:(?!your\b)[\w’'-]+\s+){{0,3}}?(?:{_PEOPLE}|{_BODIES}|{_WORKS})\b"
)
_HELD = (
    r"(?:shown|found|established|proved|proven|reported|estimated|recommended|thought|believed|said|claimed|suggested|accepted"
    r"|agreed|assumed|argued|held|considered|recogni[sz]ed|observed|acknowledged|suspected|documented|demonstrated|predicted"
    r"|reckoned|advised|feared|hoped|alleged|rumoured|known|understood)"
)
_ADVERBS = r"(?:(?!not\b|never\b)(?:\w+ly|now|also|still|often|long|well|sometimes|been|once|so|far)\s+){0,3}"
_NO_SPEAKER = (
    r"(?:you|your|how|when|what|whether|where|which)\b|(?:the\s+)?(?:\w+\s+)?(?:label|leaflet|packet|package|instructions|directions|plan|time|day|schedule|weather|mood"
    r"|need|needs|age|weight|size|taste|season|rules)\b"
)
_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), pieces, "ologists" in pattern or "meta-analys" in pattern)
    for pattern, pieces in (
        (rf"\baccording\s+to\b(?!\s+(?:{_NO_SPEAKER}))", ("according",)),
        (
            r"\b(?:approved|recommended|advised|endorsed|favou?red|licen[sc]ed|authori[sz]ed|cleared|suggested|estimated|championed|accredited"
            r"|discouraged|preferred|criticised)\s+by\b(?!\s+(?:your|our|a|an|the)\s+(?:\w+\s+)?(?:doctor|pharmacist|nurse|clinician|clinic|team|midwife|surgeon|dentist)\b"
            r"|\s+(?:your|our|us|friends|family|e-?mail|phone|text|post)\b)",
            (" by ",),
        ),
        (
            rf"\b(?:set|defined|drawn\s+up|laid\s+down|issued|backed|supported|echoed|borne\s+out|confirmed|shown|proved|proven|established|underpinned|informed)\s+by\s+{_WHO}",
            (" by ",),
        ),
        (
            rf"\b(?:believed|thought|known|agreed|accepted|recogni[sz]ed|seen|held|regarded|considered|used|favou?red|preferred|praised|viewed|deemed|rated|judged|classed|called|hailed|dismissed|questioned|disputed|described|listed|named|ranked|promoted|discouraged|opposed)\s+(?:[\w-]+\s+){{0,5}}?"
            rf"(?:by|among|amongst|across)\s+(?!your\b|our\b|the\s+(?:nurses?|doctors?|midwives|team)\b)(?:[\w’'-]+\s+){{0,4}}?(?:{_PEOPLE}|{_BODIES}|(?-i:[A-Z]\w+(?:\s[A-Z]\w+)+))\s*(?=that\b|to\b|as\b|[.,;:]|\Z)",
            (" by ", " among", " across"),
        ),
        (
            rf"\bin\s+(?:an?|the|one|another|this|that|some|several|most|two|three|recent|large|small|early|clinical|many|\d+)\s+(?:[\w-]+\s+){{0,3}}?(?:{_WORKS})\b(?:(?!\b(?:you|your|we|our)\b)[^.;:?!()]){{0,70}}?,",
            ("in ",),
        ),
        (
            rf"\b(?:view|opinion|judge?ment|experience|advice|consensus|agreement|verdict|position|recommendation|guidance|conclusion|warning|stance|message"
            rf"|words?|eyes|findings?|estimates?|belief|call|doubt|debate|agreement|disagreement|backing|blessing|approval|endorsement|rules|limits|targets)\s+(?:of|among|amongst|from|between|by)\s+(?!your\b|our\b){_WHO}",
            (
                "view",
                "opinion",
                "judg",
                "experience",
                "advice",
                "consensus",
                "agreement",
                "verdict",
                "position",
                "recommendation",
                "guidance",
                "conclusion",
                "warning",
                "stance",
                "message",
                "word",
                "eyes",
                "finding",
                "estimate",
                "belief",
                "call",
                "doubt",
                "debate",
                "agreement",
                "backing",
                "blessing",
                "approval",
                "endorse",
                "rules",
                "limits",
                "targets",
            ),
        ),
        (
            rf"(?<!your\s)\b(?:{_PEOPLE}|{_BODIES})(?:[’']s?)\s+(?:(?:own|current|latest|official|firm|general|main|standing)\s+)*(?:view|opinion|judge?ment|advice|verdict|position|recommendations?|guidance"
            r"|conclusion|warning|stance|message|criteria|definition|estimate|rule|guidelines?|target|limit|figures)\b",
            ("’", "'"),
        ),
        (
            r"\b(?:official|national|current|government|international|expert|medical|clinical|public\s+health|the\s+latest|standard|UK|US|British|American|European)\s+(?:advice|guidance|guidelines?|recommendations?|opinion|thinking)\s+(?:is|are)\b"
            r"|\b(?:the\s+)?(?:(?:current|general|usual|standard|official|latest|best|clear|expert|medical|prevailing|common)\s+)+(?:advice|consensus|thinking|recommendation|view|wisdom|teaching|guidance)\s+(?:now\s+)?(?:is|has\s+it|holds|says|goes)\b"
            r"|\bthe\s+(?:consensus|jury|verdict|guidance|evidence|science|thinking)\s+(?:is|has\s+it)\s+(?:now\s+)?(?:that|to|still\s+out|clear)\b",
            (
                "advice",
                "guidance",
                "guideline",
                "recommendation",
                "opinion",
                "thinking",
                "consensus",
                "view",
                "wisdom",
                "teaching",
                "jury",
                "verdict",
                "evidence",
                "science",
            ),
        ),
        (
            rf"\bas\s+{_WHO}\s+(?:puts?|says?|notes?|explains?|points?|recommends?|advises?|suggests?|shows?|found|has|have|states?|stands)\b",
            ("as ",),
        ),
        (
            r"\bthere(?:[’']s|\s+is)\s+(?!no\b)(?:[\w-]+\s+){0,3}?evidence\s+(?:that|for|of\s+(?:an?\s+)?(?:benefits?|harms?|effects?|links?)|to\s+(?:suggest|show|support))\b"
            r"|\bthere\s+(?:is|are)\s+(?!no\b)(?:[\w-]+\s+){0,2}?(?:stud(?:y|ies)|trials?|research|data|reports|signs)\s+(?:that\s+(?:show|suggest)|showing|suggesting|linking|to\s+(?:suggest|show))\b",
            ("there",),
        ),
        (
            r"\b(?:linked|shown|seen|found|reported|observed|associated|tested|proved|proven|described|confirmed)\s+(?:in|by|across)\s+(?!your\b)(?:[\w-]+\s+){0,3}?"
            r"(?:studies|trials|surveys|reviews|research|experiments|meta-analys[ei]s|papers)\b",
            ("stud", "trial", "survey", "review", "research", "experiment", "meta", "papers"),
        ),
        (
            rf"\bit(?:\s+(?:is|was|has|had)|[’']s)\s+{_ADVERBS}{_HELD}\s+(?:{_ADVERBS})(?:that|to\s+be|to\s+have)\b"
            r"|\b(?:it\s+is|it[’']s|are|is)\s+(?:estimated|reported|recommended|thought|believed|said)\s+(?:that|to)\b",
            ("it is", "it was", "it has", "it had", "it’s", "it's", " to "),
        ),
        (  # a report whose study is left out
            r"(?<!\byou\s)\b(?:(?:has|have|had)\s+(?:(?:\w+ly|also|now|long|since|repeatedly|never|once|not)\s+){0,2}been|was|were)\s+(?:(?:\w+ly|also|well|long|once)\s+){0,2}"
            r"(?:(?:linked|associated|tied|connected|correlated)\s+(?:to|with)|(?:shown|found|proven|proved|demonstrated|seen|observed|reported|estimated|suggested|established|known)\s+(?:to|that)"
            r"|(?:reported|observed|documented|implicated|described)\s+(?:in|with|after|as|among|by|for)|found\s+between|disproved|debunked|(?:approved|licen[sc]ed)\s+(?:in|for)|blamed\s+(?:for|on)|credited\s+with|attributed\s+to)\b",
            (" been ", " was ", " were "),
        ),
        (
            r"\b(?:is|are|was|were)\s+(?:(?:\w+ly|now|also|still|often|once|long|no\s+longer)\s+){0,2}(?:thought|believed|said|estimated|reported|considered|held|reckoned|assumed|claimed|alleged|rumou?red|predicted|suspected)\s+to\b",
            (" to ",),
        ),
        (
            r"\b(?:per|as\s+per|citing|pace)\s+(?:the\s+)?(?:(?:current|latest|national|new)\s+)*(?-i:(?:[A-Z]{2,8}|[A-Z][a-z]+\s[A-Z][a-z]+))\b(?!\s+(?:day|week))",
            ("per ", "citing", "pace"),
        ),
        (
            r"\b(?:follows|in\s+line\s+with|in\s+keeping\s+with|based\s+on|going\s+by|following|under|by|drawing\s+on|going\s+on|judging\s+by|in\s+the\s+light\s+of|against)\s+(?:the\s+)?(?!your\b|our\b|these\b)(?:(?:current|latest|national|new|international|recent|early|several|large|UK|US|European|official|good|strong|the|(?-i:[A-Z]\w+))\s+){0,3}"
            r"(?:guidelines?|guidance|recommendations|studies|trials|evidence|research|criteria|definitions?|reckoning|estimates|standards)\b(?!\s+(?:on\s+the|of\s+(?:an?|the|your|our)|below|above|nurse|your|our|we)\b)",
            (
                "guid",
                "recommend",
                "stud",
                "trial",
                "evidence",
                "research",
                "criteria",
                "definition",
                "reckoning",
                "estimates",
                "standards",
            ),
        ),
        (
            rf"[,”\"’'—–-]\s*(?:so\s+)?(?:say|says|said|warns?|warned|advises?|advised|argues?|argued|reports?|reported|explains?|according|writes?|wrote|finds?|found|believes?|suggests?|suggested|concludes?|concluded)\s+(?:the\s+|its\s+|some\s+|many\s+|most\s+)?(?:[\w’'-]+\s+){{0,2}}?(?:{_PEOPLE}|{_BODIES}|{_WORKS})\b",
            (",", "”", '"', "—", "–"),
        ),
        (
            r"\b(?:reportedly|supposedly|allegedly)\b|\bby\s+(?:all|most)\s+accounts\b|\bso\s+the\s+theory\s+goes\b|\b(?:experience|history)\s+(?:shows|suggests|teaches|tells\s+us)\b",
            ("edly", "accounts", "theory", "experience", "history"),
        ),
        (
            r"\b(?:one|another|a|the)\s+(?:(?:main|leading|popular|common|older|newer|current)\s+)?(?:theory|hypothesis|school\s+of\s+thought)\s+(?:is|holds|says|goes)\b",
            ("theory", "hypothesis", "school"),
        ),
        (
            r"\A\W*in\s+(?:[\w-]+\s+){0,3}?(?:studies|trials|surveys|experiments)\b(?!\s+(?:you|we|like)\b)(?=,?\s+(?!you|we)\w)",
            ("in ",),
        ),
        (
            r"\b(?:figures?|targets?|limits?|numbers?|advice|evidence|data|definitions?|estimates?|recommendations?)\s+(?:for\s+\w+\s+)?comes?\s+(?:\w+ly\s+)?from\b"
            r"|\bopinions?\s+(?:differs?|var(?:y|ies)|(?:is|are)\s+(?:divided|split))\b|\bdebate\s+(?:continues|goes\s+on)\b"
            r"|\bthere(?:[’']s|\s+is)\s+(?:an?\s+)?(?:(?:\w+ing|broad|wide|general|strong|clear)\s+)*(?:consensus|agreement)\s+(?:that|on|about)\b",
            ("come", "opinion", "debate", "consensus", "agreement"),
        ),
        (
            r"(?<!\bpart\s)(?<!\binterest\s)(?<!\brole\s)(?<!\bplace\s)(?<!\benrol\s)(?<!\bused\s)\bin\s+(?:[\w-]+\s+){0,2}?(?:trials|studies|experiments)(?=\s*(?:[.;]|\Z))",
            ("trials", "studies", "experiments"),
        ),
        (r"(?-i:\b[A-Z]{2,8})-(?:approved|recommended|endorsed|backed|licensed|accredited)\b", ("-",)),
    )
)
"""Each pattern, pieces of words of which one must stand there, and whether it needs a word that names somebody."""
_OWN_SEARCH = re.compile(
    r"\b(?:no|nor\s+(?:was|were)\s+an?|not\s+one)\s+[^.;,:?!]{0,90}?\bfound\b"
    r"[^.;]*?(?=,\s+(?:but|yet|although|though)\b|[.;]|\Z)"
    r"|\bwe\s+(?:found|know\s+of)\s+no\b[^.;]*"
    rf"|\b(?:what|how|why)\s+(?:(?:do|does|did|the|these|recent|new|current)\s+)*{_WORKS}\s+[a-z]+\b"
    rf"|\A(?:Ask|Find\s+out|Check|Look\s+up|Read|See)\b[^.;:]{{0,60}}?\b(?:whether|if|what|why|how)\s+[^.;:]*"
    rf"|\b(?:what|how|do|does|did)\s+(?:(?:the|these|recent|new|current|most|other)\s+)*(?:{_PEOPLE}|(?-i:[A-Z]{{2,8}}))\s+[a-z]+\b(?=[^.]*\?)",
    re.IGNORECASE,
)
"""What the editor looked for and did not find, what a heading promises, what a reader shall ask: nobody is cited."""


_ACRONYM = re.compile(r"[A-Z]{2}")


def without_own_search(sentence: str) -> str:
    """Blank what puts nothing down to anybody, though it names somebody."""
    return _OWN_SEARCH.sub(lambda match: " " * len(match[0]), sentence)


def find_hearsay(text: str) -> tuple[int, int] | None:
    """Return the first span of such words."""
    small = f"{text.lower()} "
    names_somebody = may_name_somebody(text) or _ACRONYM.search(text) is not None
    matches = (
        match
        for pattern, pieces, of_somebody in _PATTERNS
        if (names_somebody or not of_somebody)
        and any(piece in small for piece in pieces)
        and (match := pattern.search(text))
    )
    return min((match.span() for match in matches), default=None)
