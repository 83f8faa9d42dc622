"""Reviews by somebody who wrote the page.

Nobody sees their own mistakes. A review means that somebody else looked.

Can be wrong when: never; have another clinician review the page.

Have the page reviewed by somebody who is not among its `authors`.

Bad:  `authors: [jo-roe]` and `reviewer: jo-roe`
Good: `authors: [jo-roe]` and `reviewer: sam-poe`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import reviews_in_force


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each review by an author of the page."""
    authors = {page.id: page.front.value.authors for page in library.pages}
    for filed in reviews_in_force(library):
        reviewer = filed.record.reviewer
        if not filed.record.is_correction and reviewer in authors.get(filed.page_id, ()):
            yield Finding(
                filed.at("reviewer"),
                f"`{reviewer}` reviewed `{filed.page_id}` and is one of its authors.",
                "Have the page reviewed by somebody who did not write it.",
            )


RULE = Rule("REV204", "reviewer-is-author", Severity.ERROR, "Somebody reviewed their own page.", check=check)
