"""Pages on a condition that do not say when to get help.

Somebody with chest pain may be reading. They must find on the page, or one link away, when to call whom.

Can be wrong when: the signs stand in the text without a care card; put them into a card.

Add a care card, or link to the page of the topic that has one. Which types of page need it says
`get_help_for` in policy.yml.

Bad:  a page of the type `condition` without a card and without a link to `get-help.md`
Good: `All the signs are under [when to get help](get-help.md).`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.lookups.addresses import Addresses, linked_pages


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that leaves its readers alone."""
    addresses = Addresses(library)
    with_card = {page.id for page in library.topic_pages if _has_card(page) or library.is_withdrawn(page)}
    for page in library.topic_pages:
        if page.front.value.type not in library.policy.value.get_help_for or page.id in with_card:
            continue
        helpers = (other for other in linked_pages(page, addresses) if other.topic == page.topic)
        if not any(other.id in with_card for other in helpers):
            yield Finding(
                page.front.at("type"),
                f"`{page.id}` does not say when to get help.",
                "Add a care card, or link to the page of the topic that has one.",
            )


def _has_card(page: Page) -> bool:
    return page.body.outline.has_cards


RULE = Rule("CLM301", "missing-get-help", Severity.ERROR, "A page does not say when to get help.", check=check)
