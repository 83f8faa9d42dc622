"""Superseded sources whose successor is missing or leads nowhere.

An editor who meets an old guideline needs the new one at once. A key that nobody has, or a circle, leaves them alone.

Can be wrong when: never.

Add a record for what takes its place, and write its key under `superseded_by`.

Bad:  `superseded_by: winkelman2052`, and there is no such record
Good: `superseded_by: winkelman2025`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import SourceStatus
from careleaf.rules.lookups.nearest import suggestion
from careleaf.rules.lookups.successor import final_successor


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each successor that is none."""
    for key, source in library.sources.items():
        named = source.value.superseded_by
        if not named:
            continue
        if named not in library.sources:
            advice = suggestion(named, library.sources, "Add a record for it, or correct the key.")
            yield Finding(source.at("superseded_by"), f"There is no source `{named}`.", advice)
        elif final_successor(library, key) is None:
            message = f"What takes the place of `{key}` leads back to sources that are superseded."
            yield Finding(source.at("superseded_by"), message, "Name the source that stands today.")
        elif source.value.status is SourceStatus.CURRENT:
            message = f"`{key}` is superseded by `{named}`, and its status is `current`."
            yield Finding(source.at("superseded_by"), message, "Set `status: superseded`, or take the key out.")


RULE = Rule("SRC126", "unknown-successor", Severity.ERROR, "What supersedes a source is not there.", check=check)
