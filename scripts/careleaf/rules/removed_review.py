"""Review records that were removed.

What was reviewed, when and by whom is the history of a page. A record that vanishes takes it along.

Can be wrong when: signing was interrupted just before the record was written; sign again, and it is complete.

Bring back the record from a backup or from version control.

Bad:  a record whose `previous` names a record that is no longer above it
Good: every record that was ever entered, in its order
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import all_reviews
from careleaf.rules.lookups.unread import is_unread


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each gap above a record, and for each signed text that no record names."""
    seals: dict[str, set[str]] = {}
    for filed in all_reviews(library):
        above = seals.setdefault(filed.page_id, {""})
        if filed.record.previous not in above:
            yield Finding(
                filed.at("previous"),
                f"A record that stood above this one of {filed.record.reviewed_on} is gone, or was changed.",
                "Bring it back as it was: records are added, never changed or removed.",
            )
        above.add(filed.record.seal)
    yield from _texts_without_record(library)


def _texts_without_record(library: Library) -> Iterator[Finding]:
    for page_id, texts in library.signed_texts.items():
        if is_unread(library, "reviews", page_id):
            continue
        register = library.reviews.get(page_id)
        named = {record.digest for record in register.value.records} if register else set()
        for digest, text in texts.items():
            if digest not in named:
                yield Finding(
                    text.location,
                    f"No record of `{page_id}` names this signed text.",
                    "Bring back its record; if signing was interrupted, sign again, or remove this file.",
                )


RULE = Rule("REV212", "removed-review", Severity.ERROR, "A review record was removed.", check=check)
