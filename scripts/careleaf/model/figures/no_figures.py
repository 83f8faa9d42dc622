"""What has digits in it and is no figure: names, telephone numbers, addresses, dates.

Each pattern's match is blanked out before figures are looked for.
"""

import re

from careleaf.model.figures.ranks import RANKED
from careleaf.model.figures.units import COUNTED, UNIT

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WHOLE = r"(?:every\s+)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|a\s+hundred)\b)"
_COUNTED = (
    r"\s*(?:%|per\s?cent|people|adults|men|women|children|patients|participants|volunteers|mg|mcg|g|ml|hours?|days?"
    r"|weeks?|months?|years?|of\b)"
)

_RANGED = rf"\s?(?:to|or|and|–|-)\s?\d[\d.,]*\s?(?:%|{UNIT}|{COUNTED})"
"""The rest of a range with its unit: Salmonella 6 to 72 hours."""
NO_FIGURES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"https?://\S+|www\.\S+|\S{1,64}@[^\s@]+\.\S+", 0),
        (
            r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.(?:org|com|gov|net|edu|int|info|uk|ca|au|eu|nz|ie)\b(?:/\S*)?",
            re.IGNORECASE,
        ),
        (r"\b10\.\d{4,9}/\S+|\bPM(?:ID:?\s?|C)\d+|\b(?:ISBN|ISSN)[\s:]*[\d-]+X?", 0),
        (r"(?<!\w)\+?\d{0,3}[\s.-]?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|(?<!\w)\+\d[\d\s-]{6,}\d", 0),  # telephone
        (
            r"(?<!\d[\s\u2009\u202f])(?<!\w)\(?0\d{2,5}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b0800[\s-]\d{4}\b|\b1[38]00[\s-]\d{2,3}[\s-]\d{3,4}\b|\b13[\s-]\d\d[\s-]\d\d\b"
            r"|\b116[\s-]?\d{3}\b",
            0,
        ),
        (
            rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,\s+|\s+(?:and|or|to)\s+|\s?[–-]\s?)){{1,5}}\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}(?![\w%])",
            0,
        ),
        (
            rf"(?<![\d.,/])(?<!\d[\s\u2009\u202f])(?<!\bof\s)(?<!\bin\s)(?<!of\sthe\s)\b(?:911|988|112|999|111|000)\b(?!{_COUNTED}|\s+(?:thousand|million|billion)\b|\s?[°/]|[\s-](?:{UNIT}|{COUNTED}|degrees)|\s*(?:to|[–-])\s*\d|\s+(?:or|and)\s+(?:more|above|over|higher|less|below|under|lower)\b)(?![\d,.]\d|[\s\u2009\u202f]\d\d\d\b)",
            0,
        ),
        (r"\b24/7\b|\b24\s+hours\s+a\s+day\b(?:,?\s+(?:7|seven)\s+days\s+a\s+week\b)?", re.IGNORECASE),
        (rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}(?:,?\s+\d{{4}})?\b", 0),
        (rf"\b{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*\d{{4}})?\b(?![\d%])", 0),
        (r"\b[Pp]age\s\d{1,3}\sof\s\d{1,3}\b", 0),
        (r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b", 0),
        (
            r"\b\d{1,5}[A-Za-z]?\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Drive|Lane|Boulevard|Square)"
            r"|\b(?:[Rr]oom|[Ff]loor|PO\s[Bb]ox)\s\d+",
            0,
        ),
        (r"(?:(?<=\.\s)|\A)\d{1,2}[.)](?=\s+[A-Z]|\s*\Z)", 0),  # the number of a step
        (r"\b5-HTP?\d?\w*|\b\d-?D\b", 0),
        (r"[$£€]\s?\d[\d,.]*(?:\s(?:million|billion|thousand))?", 0),
        (  # a name, whatever is counted behind it: a phase 2 trial, a stage 3 patient
            rf"(?<!this\s)(?<!that\s)(?<!which\s)\b(?:phase|type|stage|grade|trisomy|monosomy|chromosome|category)\s\d{{1,2}}[A-Za-z]?\b(?!\s*(?:%|per\s?cent)|[-\s](?:{UNIT}))",
            re.IGNORECASE,
        ),
        (
            r"\b(?:charity|company|registration|registered|account|policy|membership|licen[cs]e|hospital|patient|serial|batch|order|ticket|booking)"
            r"\s+(?:number|no\.?|ID)\s*:?\s*(?:is\s+)?[A-Z]{0,3}\d[\d\s-]{0,20}\d\b",
            re.IGNORECASE,
        ),
        (  # a number that labels a thing with a name: Lot 4, Terminal 2
            rf"(?<=[a-z,]\s)(?!(?:Apgar|Glasgow|Gleason|Day|Week|Month|Year|Age|Aged|Over|Under|About|Take|Give)\b)[A-Z][a-z]+\s\d{{1,3}}[A-Z]?(?:(?:,\s|\s(?:and|or|to)\s|[–-])\d{{1,3}}[A-Z]?)*\b(?!\s*(?:%|per\s?cent|°)|[-\s](?:{UNIT}|{COUNTED}|(?:in|out\s+of)\s+{_WHOLE}|or\s+(?:more|above|over))|[.,]\d|{_RANGED})",
            0,
        ),
        (  # what a reader dials
            r"\b(?i:call|ring|phone|dial|text|fax)(?:\s+(?!(?:if|when|over|above|under|below|within|after|before|for|every|about|in|at)\b)[^\W\d][\w’'-]*){0,4}\s+(?:on\s+)?\d{3,6}\b"
            rf"(?!\s*(?:%|per\s?cent|°)|[-\s](?:{UNIT}|{COUNTED})|[.,/]\d)",
            0,
        ),
        (  # what a book, a form or a building has
            r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:[a-z]+\s+)?(?:questions|items|pages|forms|leaflets|videos|boxes|chapters|sections|languages|pictures|rooms|floors|seats"
            r"|spaces|stops|branches|shops|buses|desks|lifts|doors|windows|tokens|stamps|car\s+parks|entrances|wards|cubicles)\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:\d{1,2}|two|three|four|five|ten|fifteen|twenty)(?:-|\s+)minutes?[’']?(?:\s+(?:walk|drive|ride|bus\s+ride|journey))?\s+(?:from|away)\b(?=[^.;]{0,60})",
            re.IGNORECASE,
        ),
        (  # common anatomy, and things that come as a set
            r"\b(?:has|have|your|our)\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty-four|thirty-three)\s+(?:[a-z]+\s+){0,2}?(?:chambers|valves|kidneys|lungs|eyes|ears|hands|arms|legs|ovaries|testicles|tonsils|lobes"
            r"|vertebrae|bones|ribs|fingers|toes|sinuses|chromosomes|hemispheres|nostrils|thumbs|heels|knees|hips|shoulders|wrists|elbows|ankles)\b"
            r"|\b(?:\d|two|three|four)\s+sets\s+of\s+(?!\d|(?:ten|twelve|eight|six|five|fifteen|twenty)\b|[a-z-]*(?:ups|lifts|raises|squats|exercises|reps|repetitions|curls|presses|stretches|lunges|steps)\b)[a-z]+",
            re.IGNORECASE,
        ),
        (  # who works here, and who may come along
            r"\b(?:has|have|our)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:\w+\s+)?(?:doctors|nurses|midwives|dentists|physiotherapists|pharmacists|consultants"
            r"|members\s+of\s+staff)\b|\b(?:one|two|three|four)\s+(?:nurses?|doctors?|people|friends|visitors|adults|parents|carers?|relatives?)\s+(?:will|can|may)\s+(?:\w+\s+)?(?:visit|come|stay|be\s+with|check|see|help|greet|join)\b",
            re.IGNORECASE,
        ),
        (  # idioms
            r"\b(?:are|you’re|you're)\s+one\s+in\s+a\s+million\b|\ba\s+(?:hundred|thousand|million)(?:\s+and\s+one)?\s+(?:times|things|questions|words|reasons|miles)\b(?!\s+(?:as|more|less|higher|lower|greater|stronger|the|a\s+day))|\b(?:two|three|four)\s+of\s+(?:you|us)\b|\bin\s+two\s+minds\b|\btwo\s+and\s+two\b|\btwo\s+birds\b|\bsquare\s+one\b"
            r"|\bcloud\s+nine\b|\bsixes\s+and\s+sevens\b|\bforty\s+winks\b|\btwo\s+heads\s+are\b|\bsix\s+of\s+one\b|\b(?:100|a\s+hundred)\s?(?:%|per\s?cent)\s+(?:sure|certain|behind|you|yourself|well|safe\s+to\s+say)\b"
            r"|\beleventh\s+hour\b|\btwo-way\b|\btwo\s+left\s+feet\b|\btwo\s+wrongs\b|\b(?:your|their|the)\s+(?:other|better)\s+half\b|\bthird\s+time\s+lucky\b|\bnine\s+to\s+five\b|\bfive\s+senses\b|\bin\s+one\s+piece\b|\bhigh\s+five\b|\b(?:third|fourth|second|first)[-\s]degree\b",
            re.IGNORECASE,
        ),
        (  # the keys of a telephone
            r"\bpress(?:ing)?\s+(?:the\s+)?\d\b(?!\s*(?:mm|cm|times))(?:[^.;\d]{0,40}(?:,|\band|\bor)\s+\d(?=\s+(?:for|to|if)\b))*",
            re.IGNORECASE,
        ),
        (r"\b(?:pack|packet|box|strip|bottle|set)s?\s+of\s+\d{1,4}\b(?=[^.;]{0,40}[$£€\x01])", re.IGNORECASE),
        (  # a count of what follows on the page
            r"\A\s*(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:[^\W\d_][\w-]*\s+)?(?:ways|tips|steps|reasons|things|questions|ideas|facts|myths"
            r"|rules|mistakes|stretches|recipes|signs|habits)\b(?=\s+(?:to|for|that|about|you|of|why|your|from)\b|\s*\Z)",
            re.IGNORECASE,
        ),
        (
            r"\b(?:types?|stages?|phases?|steps?|grades?|class|levels?|figures?|fig\.|tables?|part|chapters?|sections?"
            r"|questions?|tips?|version|pages?|appendix|schedule|tier|group|vitamins?|SPF|factor|omega|number|no\.|ward|bus|tram|train"
            r"|sizes?|bands?|gates?|desks?|clinic|beds?|bays?|rooms?|floors?|lifts?|platforms?|zones?|doors?|suite|box|form|channel"
            r"|ext(?:ension)?|routes?|building|block|entrance|exit|windows?|counter|rows?|seats?|locker|model|edition|issue|bells?|strips?|lockers?|recipes?|lots?|parks?|halls?|terminals?|piers?|carriages?|trays?|drawers?|shelf|shelves|corridors?|staircases?|wings?|pods?|cubicles?|lanes?|stop|junctions?|cameras?|tracks?|volumes?|pots?|bins?|flats?|paragraphs?|examples?|clips?|videos?|sheets?|maps?|signs?|hotspots?|chairs?|lesson|module|picture|photo|image|slide|card|diagram|chart"
            r"|session|exercise|option|item|activity|leaflet|line|key|button|junction)"
            r"\s(?:[A-Z]?\d{1,4}(?:\.\d)?[A-Z]?|one|two|three|four|five)\b(?:\s?(?:,|and|or|to|–|-)\s?\d{1,3}[A-Z]?\b)*"
            rf"(?!\s+(?:to|or|and)\s+\d{{1,3}}\s+(?:{UNIT}|{COUNTED}))(?!\s*(?:%|per\s?cent)|[-\s](?:{UNIT}|{COUNTED}|(?:in|out\s+of)\s+{_WHOLE}))",
            re.IGNORECASE,
        ),
        (
            r"\b(?:text(?:\s+(?:the\s+word\s+)?[‘’“”'\"]?[A-Z]+[‘’“”'\"]?)?\s+to|reference|ref\.?|code|pin|quote|dial|ends?\s+(?:in|with)|(?:starts?|begins?)\s+with|numbered?(?:\s+\w+){0,3})\s+(?:number\s+)?"
            rf"[A-Z]{{0,3}}\d[\d\s-]*(?<=\d)(?:\s(?:to|and|or)\s\d+)?\b(?!\s+(?:per|in|of|out\s+of)\s+\d)(?!\s*(?:%|per\s?cent)|[-\s](?:{UNIT}|{COUNTED}|(?:in|out\s+of)\s+{_WHOLE})|[.,]\d|\s?(?:–|-|to)\s?\d)",
            re.IGNORECASE,
        ),
        (
            r"\b\d{1,4}[-\s](?:digits?|pages?)\b|\b\d{1,4}-(?:pack|packs|item|question|letter|piece|seat|lead|panel|bed|bedded|storey|channel|gauge|part)\b|\b(?:6|six)-minute\s+walk(?:ing)?\s+test\b|\b(?:24|48|72)-hour\s+(?:\w+\s+){0,2}?(?:line|helpline|service|care|shop|pharmacy|cover|support|number|tape|monitor|ECG|urine|recording)\b|\b20/20\b|\b\d{1,2}[-\s]?(?:point|pt)\s(?:type|print|font|text)\b"
            r"|\b(?:print|type|font|text)\b:?[^.;]{0,20}?\b\d{1,2}[-\s]?(?:point|pt)\b|\b\d-in-\d\b|\b\d-[Pp]ak\b|\b(?:your|my|our|her|his|an?)\s(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[-\s](?:year|month|week)[-\s]old\b(?!s)"
            r"|\b0(?:\.0)?\s?%\s(?:beer|lager|wine|cider|spirits?|drinks?)\b|\bthe\s\d{1,4}\s(?:tablet|capsule|patch)\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?!(?:[Oo]ver|[Uu]nder|mid|pre|post|sub|aged|early|late|day|week|month|to|or|and)-)[A-Za-z]+(?:-[A-Za-z]+){0,6}-\d+(?:-[A-Za-z]+){0,6}\b(?!%|\.\d)",
            0,
        ),  # COVID-19, ICD-10-CM, omega-3
        (r"\b(?!p0?\.|[cm]?m[23]\b)[A-Za-z]+\d+(?:\.\d+)?[A-Za-z\d]*\b", 0),  # B12, HbA1c, G25.81, H1N1
        (rf"\b\d+(?:st|nd|rd|th)\b(?![-\s]+(?:{RANKED}|week|month|year|trimester)\b)", 0),
        (
            r"\b(?:no|any|some|every|each|this|that|which|another|the|only)\s+one\b(?!\s+(?:in|out\s+of)\s)|\bone(?:-on|-to)?-one\b|\bone\s+another\b"
            r"|\bone\s+or\s+more\b|\bone\s+by\s+one\b|\bone\s+(?:day|night)\s+(?:you|it|they|may|might|soon)\b",
            re.IGNORECASE,
        ),
    )
)


_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"\b(?:one|two|hundred|ten|type|https)\b")
_IN_WORDS = tuple(pattern for pattern in NO_FIGURES if _WORDS.search(pattern.pattern))
"""Those that a text without any digit can match."""
BLANK = "\x01"
"""A character that no pattern matches and no text holds."""


def blank_no_figures(text: str) -> str:
    """Put a character that nothing matches in the place of everything that is no figure."""
    for pattern in NO_FIGURES if _DIGIT.search(text) else _IN_WORDS:
        text = pattern.sub(lambda match: BLANK * len(match[0]), text)
    return text
