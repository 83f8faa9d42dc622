"""Pages whose words are no longer those a clinician signed.

The reviewer's name would stand under words they never saw.

Can be wrong when: never; the digest covers exactly what a reader gets.

Have the new wording reviewed, or go back to the wording that was signed.

Bad:  "take 2 tablets" was signed, "take 4 tablets" stands on the page
Good: the words that were signed, or a new review record
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.rule import Rule
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that changed after its review, unless policy lets it go out."""
    if library.policy.value.allows(Channel.SITE, StateName.CHANGED):
        return
    for page in library.topic_pages:
        state = page_state(page, library)
        if state.name is not StateName.CHANGED or state.review is None:
            continue
        yield Finding(
            page.location,
            f"`{page.id}` is not worded as {state.review.reviewer} signed it on {state.review.reviewed_on}.",
            f"Have the new wording reviewed (digest {state.digest}), or go back to what was signed.",
        )


RULE = Rule("REV206", "changed-since-review", Severity.ERROR, "A page changed after its review.", check=check)
