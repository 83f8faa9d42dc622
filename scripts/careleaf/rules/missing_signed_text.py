"""Review records without the text that was signed.

Without it nobody can show what exactly a clinician vouched for, or what has changed since.

Can be wrong when: never; `careleaf review sign` and `careleaf review accept` keep the text beside the record.

Bring back the text from a backup or from version control.

Bad:  a record with `digest: c1-4f…`, and no file `c1-4f….txt` beside it
Good: `docs/_data/reviews/<topic>/<page>/c1-4f….txt` with the text that was signed
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import all_reviews


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record whose text is not there."""
    for filed in all_reviews(library):
        digest = filed.record.digest
        if digest not in library.signed_texts.get(filed.page_id, {}):
            yield Finding(
                filed.at("digest"),
                f"The text signed on {filed.record.reviewed_on} is not kept beside this record.",
                f"Bring back docs/_data/reviews/{filed.page_id}/{digest}.txt, or have the page reviewed again.",
            )


RULE = Rule("REV213", "missing-signed-text", Severity.ERROR, "The text that was signed is missing.", check=check)
