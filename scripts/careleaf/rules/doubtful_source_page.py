"""Sources whose page was gone when last asked for, or showed something else.

Readers who want to check a sentence may find an empty page. Websites have bad days, so it weighs more only when the
page was gone on three of them (SRC320).

Can be wrong when: the website was being worked on, or greets robots with another page than readers.

Open the address; give the new one, or a copy under `archived`.

Bad:  `url:` leads to the front of the website
Good: `url:` leads to the page that was read
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import Outcome
from careleaf.rules.lookups.answers import copy_of, place_of, registry_answers

_PASSES = 3


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that is gone or doubtful, unless it is gone for good without a copy."""
    landed = _landed(library)
    for source, registry, answer in registry_answers(library):
        others = [other for other in landed.get(answer.moved_to, ()) if other != source.id]
        if answer.outcome in {Outcome.FOUND, Outcome.MOVED} and others:
            yield Finding(
                place_of(source, registry),
                f"The page of `{source.id}` may be gone: it leads to the same page as that of `{others[0]}`.",
                "Open the address; give the one where the page is now.",
            )
        weighs_more = len(answer.gone_on) >= _PASSES and not source.value.archived
        if answer.outcome in {Outcome.GONE, Outcome.DOUBTFUL} and not weighs_more:
            yield Finding(
                place_of(source, registry),
                f"The page of `{source.id}` may be gone: {answer.why} ({answer.checked_on}).",
                f"Open the address; give the new one, or {copy_of(library, source)} under `archived`.",
            )


def _landed(library: Library) -> dict[str, list[str]]:
    """Return the sources whose addresses lead to one page: it is that of all of them, or a stand-in."""
    found: dict[str, list[str]] = {}
    for source, _, answer in registry_answers(library):
        if answer.moved_to:
            found.setdefault(answer.moved_to, []).append(source.id)
    return found


RULE = Rule("SRC321", "doubtful-source-page", Severity.WARNING, "A source's page may be gone.", check=check)
