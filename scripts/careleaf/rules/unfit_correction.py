"""Editorial records that carry a review across more than a correction.

A reviewer's name would stand under words they never saw. Links, punctuation that touches no number, and misspelt words
may be corrected without them; everything else is for them to read.

Can be wrong when: a word is right that no dictionary holds; have the page reviewed, or add it to the glossary.

Have the new wording reviewed. The record stays in its file: records are never taken out.

Bad:  an editorial record between "take 2 tablets" and "take 4 tablets"
Good: an editorial record between "recieve" and "receive"
"""

from collections.abc import Iterator

from careleaf.model.carried_review import corrected
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import all_reviews


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each editorial record that carries no review."""
    for filed in all_reviews(library):
        page = library.pages_by_id.get(filed.page_id)
        if page is None or not filed.record.is_correction:
            continue
        for why in corrected(page, library, filed.record).refusals[:1]:
            yield Finding(
                filed.at("continues"),
                f"This editorial record of {filed.record.reviewed_on} carries no review. {why}",
                "Have the wording reviewed by a clinician.",
            )


RULE = Rule("REV230", "unfit-correction", Severity.ERROR, "An editorial record covers more than that.", check=check)
