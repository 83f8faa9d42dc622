"""Links to more reading inside an emergency card.

Somebody who should be calling for help must not be led away to read (NHS service manual, care cards: no links in
emergency cards).

Can be wrong when: the link is itself the way to get help, such as a chat; a phone number as `tel:` is fine.

Move the link below the card.

Bad:  `- you have chest pain ([what it feels like](signs.md))` in a card with `level: emergency`
Good: `- you have chest pain`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.lookups.care_cards import care_cards

_GENERATED = frozenset({"headerlink", "citation"})
_CALLS = ("tel:", "sms:", "#source-")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each link that leads away from an emergency."""
    for page in library.pages:
        yield from _page_findings(page)


def _page_findings(page: Page) -> Iterator[Finding]:
    cards = (card.element for card in care_cards(page) if card.element.attributes.get("data-level") == "emergency")
    inside = {id(element) for card in cards for element in card.walk()}
    for placed in page.body.placed("a"):
        link = placed.element
        target = link.attributes.get("href", "")
        if id(link) in inside and not link.classes & _GENERATED and not target.startswith(_CALLS):
            message = f"The link `{placed.text}` leads away from an emergency card."
            yield Finding(placed.location, message, "Move it below the card.")


RULE = Rule(
    "CLM303", "link-in-emergency-card", Severity.WARNING, "An emergency card holds a link to more reading.", check=check
)
