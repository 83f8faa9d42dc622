"""Topic pages without a clinician's review, where policy asks for one.

A patient would read advice that no clinician has seen.

Can be wrong when: the site may publish such pages; `publish: {site: […]}` in policy.yml says so.

Have the page reviewed and add the record below `docs/_data/reviews`.

Bad:  a page of a topic without a record below `docs/_data/reviews`
Good: `docs/_data/reviews/<topic>/<page>.yml` with the record of a clinical review
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.rule import Rule
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page without a review whose state may not go out."""
    for page in library.topic_pages:
        state = page_state(page, library).name
        if state not in {StateName.UNREVIEWED, StateName.ADAPTED}:
            continue
        if not library.policy.value.allows(Channel.SITE, state):
            yield Finding(
                page.location,
                f"No clinician has reviewed `{page.id}`, and policy keeps {state} pages off the site.",
                f"Have it reviewed, and add the record as docs/_data/reviews/{page.id}.yml.",
            )


RULE = Rule("REV201", "missing-review", Severity.ERROR, "A page lacks the review that policy asks for.", check=check)
