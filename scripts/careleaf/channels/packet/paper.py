"""The packet on paper: a handout of its pages, with what a reviewer judges and signs behind them."""

from collections.abc import Mapping, Sequence

from careleaf.channels.handout.document import Contents, handout_data
from careleaf.channels.handout.glyphs import missing_glyphs
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.packet.packet import CheckResult, Claim, Packet, PacketPage
from careleaf.model.differences import ChangedLine
from careleaf.model.handout import Edition
from careleaf.model.library import Library
from careleaf.model.review import Answer
from careleaf.model.typeface import Typeface
from careleaf.model.wording import Wording

_GROUP = 8
"""Characters of a digest that are printed together: it is copied by hand from paper."""
_WORDS = (
    "packet-what",
    "packet-how-paper",
    "packet-digest",
    "packet-digest-means",
    "packet-claims",
    "packet-claims-means",
    "packet-no-claims",
    "packet-agrees",
    "packet-changes",
    "packet-findings",
    "packet-no-findings",
    "packet-suppressed",
    "packet-no-suppressed",
    "packet-questions",
    "packet-questions-means",
    "packet-notes",
    "packet-decision",
    "packet-decision-sign",
    "packet-decision-changes",
    "packet-statement-label",
    "packet-statement",
    "packet-reviewer",
    "packet-role",
    "packet-reviewed-on",
    "packet-next-review",
    "packet-next-review-hint",
    "packet-signature",
)


def packet_data(packet: Packet, library: Library, pictures: Mapping[str, bytes], wording: Wording) -> dict[str, object]:
    """Return the data of a packet's PDF. Raises RenderError when a page cannot be printed."""
    views = tuple(page.view for page in packet.pages)
    contents = Contents(wording.say("packet-title", title=packet.title), views, pictures, is_topic=True)
    paper = library.policy.value.handouts.paper(Edition.A4)
    data = handout_data(contents, library, wording, Makeup(Edition.A4, paper))
    day = packet.made_on
    own = {"date": [day.year, day.month, day.day], "use_by": "", "columns": 1}  # wide lines leave room to write
    return {**data, **own, "packet": _printable(_packet(packet, wording), library.typefaces)}


def _packet(packet: Packet, wording: Wording) -> dict[str, object]:
    needed = wording.say("packet-needed", number=packet.needed) if packet.needed > 1 else ""
    return {
        "words": {key: wording.say(key, months=packet.every_months) for key in _WORDS},
        "made": wording.say("packet-made-on", date=packet.made_on, publisher=packet.publisher),
        "needed": needed,
        "answers": [wording.say(f"answer-{answer}") for answer in Answer],
        "pages": [_page(page, wording) for page in packet.pages],
    }


def _page(page: PacketPage, wording: Wording) -> dict[str, object]:
    return {
        "title": page.view.title,
        "digest": _grouped(page.digest),
        "compared": _compared(page, wording),
        "changes": [_change(line) for line in page.last_signed.changes] if page.last_signed else [],
        "claims": [_claim(claim, wording) for claim in page.claims],
        "findings": [_result(result, wording) for result in page.findings],
        "set_aside": [
            {
                "text": _result(each.result, wording),
                "reason": wording.say("packet-suppressed-until", date=each.until or "", reason=each.reason),
            }
            for each in page.set_aside
        ],
        "questions": [wording.say(f"judge-{question}") for question in page.questions],
    }


def _grouped(digest: str) -> str:
    scheme, _, hexadecimal = digest.partition("-")
    groups = [hexadecimal[at : at + _GROUP] for at in range(0, len(hexadecimal), _GROUP)]
    return f"{scheme}- {' '.join(groups)}"


def _compared(page: PacketPage, wording: Wording) -> str:
    signed = page.last_signed
    if signed is None:
        return wording.say("packet-never-signed")
    if not signed.is_kept:
        return wording.say("packet-text-missing")
    key = "packet-changes-means" if signed.changes else "packet-no-changes"
    return wording.say(key, reviewer=signed.reviewer, date=signed.on)


def _change(line: ChangedLine) -> list[dict[str, str]]:
    return [{"became": str(piece.kind), "text": piece.text} for piece in line.pieces]


def _claim(claim: Claim, wording: Wording) -> dict[str, object]:
    head = wording.say("packet-claim", number=claim.number)
    place = wording.say("packet-claim-in", section=claim.section) if claim.section else ""
    return {
        "head": ", ".join(filter(None, (head, place))),
        "sentences": list(claim.sentences),
        "note": wording.say("packet-claim-inherited") if claim.is_inherited else "",
        "evidence": [
            {
                "says": each.says,
                "quote": wording.say("packet-quote", quote=each.quote) if each.quote else "",
                "where": f"{wording.say('packet-evidence-where', where=each.where)} {each.read_in}".strip(),
                "source": f"{wording.say('source-number', number=each.number)}: {each.source}",
            }
            for each in claim.evidence
        ],
    }


def _result(result: CheckResult, wording: Wording) -> str:
    return f"{result.message} ({result.rule}, {wording.say('packet-line', number=result.line)})"


def _printable(value: object, typefaces: Sequence[Typeface]) -> object:
    """Return data with each character the typefaces lack written by its number: nothing may vanish."""
    if isinstance(value, str):
        missing = missing_glyphs(value, typefaces)
        return "".join(f"[U+{ord(each):04X}]" if each in missing else each for each in value)
    if isinstance(value, list):
        return [_printable(each, typefaces) for each in value]
    return {key: _printable(each, typefaces) for key, each in value.items()} if isinstance(value, dict) else value
