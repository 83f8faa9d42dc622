"""Turns of phrase that state something, by their first word: come down on the side of, cast doubt on."""

import re
from collections.abc import Iterator

_GIVEN = r"(?:no|little|some|good|clear|strong|weak|more|a|an|the|weight|figures|\d)"
_STANCE = (
    r"sure|unsure|certain|uncertain|divided|split|unanimous|sceptical|skeptical|cautious|wary|convinced|unconvinced|agreed"
    r"|in\s+favou?r|against|of\s+(?:one|two|the|a)\s+(?:same\s+)?(?:mind|minds|view|opinion)|in\s+(?:two\s+minds|no\s+doubt|agreement|accord|step)"
    r"|at\s+(?:odds|one)|content|comfortable|confident|puzzled|optimistic|hopeful|worried|concerned|alarmed|adamant|united|uneasy|reluctant"
    r"|unable\s+to\s+(?:find|show|confirm|say|detect|prove)|clear\s+(?:that|about|on)|calling\s+for|asking\s+for|(?:quick|keen|right|careful)\s+to\s+(?:say|point|stress|see|add)|keen\s+on"
    r"|to\s+(?:offer|avoid|start|use|give|wait|treat|test|screen|keep|stop|take)|that\b|(?:beginning|starting|coming)\s+to\s+(?:think|see|suspect|find|believe|doubt)"
    r"|(?:finding|saying|thinking|debating|arguing|moving\s+away|turning|rethinking|reconsidering|lukewarm|enthusiastic|promising|disappointing|encouraging|mounting\s+that|growing\s+that|building\s+that|on\s+the\s+side\s+of|silent|firm|blunt|frank)"
)
_OFTEN = (
    r"(?:(?:\w+ly|now|also|still|not|less|more|very|quite|long|far\s+from|all|been|broadly|always|never|often|once"
    r"|since)\s+){0,3}"
)
_PHRASES = (
    (
        "come comes came",
        r"(?:down|out)\s+(?:\w+\s+)?(?:on|against|for|in|at|as)\b|round\s+to\b|to\s+(?:the|a|similar|different|believe|see|think|doubt)\b",
    ),
    ("side sides sided", r"with\b"),
    ("lean leans leaned", r"towards?\b"),
    ("look looks looked", r"(?:promising|encouraging|favourably|back|askance)\b"),
    ("looked", r"(?:at|into)\b"),
    (
        "make makes made",
        r"(?:the|a|no)\s+(?:\w+\s+)?(?:case|recommendations?|claims?|distinction|point)\b|(?:it\s+|this\s+)?(?:very\s+)?(?:clear|plain)\b",
    ),
    ("take takes took", rf"(?:the|a)\s+{_OFTEN}(?:\w+\s+)?(?:view|line|position|stance)\b|issue\b"),
    ("cast casts", r"(?:\w+\s+){0,2}?doubts?\b"),
    ("bear bears bore", r"(?:this\s+|it\s+|that\s+|them\s+)?out\b"),
    ("fail fails failed", r"to\b"),
    ("rule rules ruled", r"(?:this\s+|it\s+)?out\b|that\b"),
    ("lend lends lent add adds added carry carries", r"(?:\w+\s+)?(?:weight|support)\b"),
    (
        "raise raises raised voice voices voiced express expresses expressed",
        r"(?:\w+\s+)?(?:doubts?|questions?|hopes?|concerns?|fears?|possibility)\b",
    ),
    ("shed sheds throw throws threw", r"(?:\w+\s+)?(?:light|doubt)\b"),
    ("understand understood", r"(?:that|\w+\s+as)\b"),
    ("known", r"(?!you|your|how\s+to)"),
    ("know knew", r"(?:that|now|this|why|of\s+no)\b"),
    ("write writes wrote", r"(?:that|in|of)\b"),
    ("speak speaks spoke", r"(?:of|out|against|in\s+favou?r|highly)\b"),
    ("admit admits admitted", r"(?:that|to)\b|(?:freely|openly)\b"),
    (
        "hold holds held",
        r"(?:\w+\s+){0,3}?(?:that|the\s+view|firm)\b|\w+\s+\w+\s+(?:responsible|safe|harmless)\b|(?:fast|firm)\b",
    ),
    (
        "put puts",
        r"[^.;]{1,60}?\s(?:at|down\s+to|above|below|first|before|near|between|on\s+a\s+par|in\s+doubt)\b|the\s+(?:figure|risk|chance|number|odds|blame)\b",
    ),
    ("tell tells told", r"(?:us|a|the|much|little|another)\b"),
    ("see sees", rf"{_OFTEN}(?:no|little|a|few|harm|benefit|[\w-]+\s+(?:as|more|less|fewer))\b"),
    ("call calls called", r"(?:for|on)\b|[^.;“\"]{1,50}?\ba\b"),
    ("name names named", r"(?:[\w-]+\s+){1,5}?(?:as|among)\b|it\b|this\b|them\b"),
    ("set sets", r"(?:a|the|out|its|limits|targets|no)\b"),
    ("count counts", r"(?:[\w-]+\s+){1,4}?(?:as|among)\b|[\d,]+\s|\w+\s+(?:deaths|cases|people)\b|(?:on|towards?)\b"),
    ("note notes", r"(?:that|a|an|the|no|how|in\s+passing)\b"),
    ("question questions questioned", r"(?:the|whether|how|if|this|these)\b"),
    (
        "disagree disagrees disagreed differ differs differed",
        r"(?:about|on|over|as\s+to|that|whether|with\s+(?:this|that|the))\b",
    ),
    ("quote quotes quoted", r"(?:a|an|the|figures|\d)"),
    ("draw drew drawn", r"(?:a|the|no|similar|different)\b"),
    ("paint paints painted", r"(?:a|an|the)\b"),
    ("argue argues argued", r"(?!with\b)"),
    ("agree agrees agreed", r"(?!with\s+(?:each|one|you)\b)(?=\w)"),
    ("object objects objected", r"to\b"),
    ("tend tends used", r"to\b"),
    (
        "overturn overturns overturned upend upends upended undermine undermines undermined strengthen strengthens"
        " strengthened",
        r"",
    ),
    ("rate rates", r"[^.;]{1,40}?\b(?:highly|as|above)\b"),
    ("trace traces", r"[^.;]{1,40}?\b(?:to|back)\b"),
    ("project projects projected", r"(?:that|a|an|the)\b"),
    ("puzzled agonised agonized", r"(?:over|about)\b"),
    ("hear hears heard", r"that\b"),
    ("teach teaches", r"that\b"),
    ("changed", r"(?:how|the\s+way|what|(?:its|their)\s+(?:mind|advice|guidance|guideline))\b"),
    ("will", r"tell\s+(?:you|us|anyone)\s+that\b"),
    ("counted", r""),
    ("backed", r""),
    ("stopped", r""),
    ("points pointed", r"(?:to|out|toward|towards|the\s+finger|in)\b"),
    ("point", r"(?:to|out|toward|towards|the\s+finger|in)\b"),
    ("backs", r""),
    ("back", r"(?:the|this|that|it|up|a|an|\w+ing|routine|early|these|such)\b"),
    ("stress stresses stressed", r"(?:that|the|how|this|again|\w+ing)\b"),
    ("leave leaves left", r"(?:no|little|open|doubts?|the\s+(?:choice|decision|door|question))\b"),
    ("moved turned shifted swung", r"(?:away|on|towards?|against|from|behind)\b"),
    ("share shares shared", r"(?:this|that|the)\s+(?:view|concern|opinion)\b"),
    ("stand stands stood", r"(?:by|behind)\b"),
    ("swear swears", r"by\b"),
    ("frown frowns frowned", r""),
    ("spell spells spelled spelt", r"(?:out|this)\b"),
    (
        "want wants wanted",
        r"(?:to\s+see|every\w*|all|more|each|the|patients|children|an?|it|this|better|free|\w+er)\b(?!\s+volunteers)",
    ),
    ("worked", r"out\b"),
    (
        "have has had",
        r"(?:(?:\w+ly|now|since|long|also)\s+){0,2}(?:been\s+(?:clear|unable)|moved|turned|changed\s+(?:their|its)|warmed|come|gone|given\s+up|stopped|dropped|abandoned|cooled|swung|shifted|reversed|lowered|raised|restricted|banned|withdrawn|changed|updated|tightened|relaxed|told|revised|issued|widened|extended|cleared|licensed|outlawed|added|paused|welcomed|pushed|pressed|yet\s+to)\b|it\s+that\b|(?:no|little|few|some|their|its)\s+(?:doubts?|qualms|reservations)\b",
    ),
    (
        "would",
        r"(?:rather|prefer|have|always|never|sooner|advise|recommend|like\s+(?!to\s+(?:see|meet|talk|hear|speak|know|ask)\s+you))\b",
    ),
    ("allow allows allowed permit permits", r"(?:\w+\s+){0,3}?(?:up\s+to|only|no)\b"),
    (
        "ask asks",
        r"(?:that|all|every|each|any\w*|pregnant|governments|doctors|schools|parents|people|employers|adults|men|women|us)\b",
    ),
    ("asked", r""),
    ("require requires required", r"(?:that|all|every|this|these|drivers|schools|people|any\w*)\b"),
    ("was were", r"(?:unable|stopped\s+early)\b"),
    ("noticed", r""),
    ("upheld", r""),
    ("ban bans banned", r""),
    ("bar bars barred", r"\w+\s"),
    ("settled", r"on\b"),
    ("went", r"further\b"),
    ("compare compares", r"(?:it|this|them)\b"),
    ("reach reaches reached", r"(?:\w+\s+){0,2}?(?:verdicts?|conclusions?|consensus|agreement)\b"),
    ("give giving", _GIVEN),
    ("reserve reserves swap prefer lay lays place places", r"(?:emphasis|weight|it\s+for|great|more)\b"),
    ("is are was were remain remains remained", rf"{_OFTEN}(?:{_STANCE})"),
)
"""The forms of the first word, and what must follow; nothing where the form is enough."""


def _compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    for forms, rest in _PHRASES:
        pattern = re.compile(rf"\s+{_OFTEN}(?:{rest})" if rest else "", re.IGNORECASE)
        yield from ((form, pattern) for form in forms.split())


_TURNS: dict[str, list[re.Pattern[str]]] = {}
for _form, _pattern in _compiled():
    _TURNS.setdefault(_form, []).append(_pattern)


def turn_from(word: str, text: str, end: int) -> int:
    """Return where the turn of phrase ends whose first word ends here; 0 when it is none."""
    return next((match.end() for turn in _TURNS.get(word, ()) if (match := turn.match(text, end))), 0)
