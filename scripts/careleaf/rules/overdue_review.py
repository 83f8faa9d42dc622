"""Pages that somebody should have looked at again by now.

Patients act on these pages. One that nobody re-read on time may describe care that has since changed, so
its readers are told, or it is held back, as policy says. Other pages are not held up.

Can be wrong when: the record of a new review has not been added yet.

Have the page read again and add the new record.

Bad:  `next_review_on: 2026-05-01`, built on 2026-11-23
Good: `next_review_on: 2027-05-01`, built on 2026-11-23
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.rule import Rule
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page past its date."""
    shown = library.policy.value.allows(Channel.SITE, StateName.OVERDUE)
    outcome = "It is published with a notice" if shown else "A notice is published in its place"
    for page in library.topic_pages:
        state = page_state(page, library)
        if state.name is not StateName.OVERDUE or state.due_on is None or state.has_lapsed:
            continue
        reader = f"Ask {state.review.reviewer} to read it again" if state.review else "Have it reviewed"
        yield Finding(
            page.location,
            f"`{page.id}` was due to be looked at again by {state.due_on}.",
            f"{reader}, and add a review record. {outcome} until then.",
        )


RULE = Rule("REV203", "overdue-review", Severity.WARNING, "A page was due to be looked at again.", check=check)
