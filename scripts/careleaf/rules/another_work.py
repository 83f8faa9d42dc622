"""Identifiers that belong to another work than the record describes.

A reader lands on a work that does not say what the page says; a retraction of the right work would go unseen. A PMID
has no check digit: one wrong digit is a different paper.

Can be wrong when: the registry keeps a very different title, such as a translated or abridged one.

Look up the title, and correct the identifier or the record.

Bad:  the guideline's title with `PMID: "39324664"`, which is the systematic review behind it
Good: the guideline's title with `PMID: "39324694"`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.registry import Registry
from careleaf.model.rule import Rule
from careleaf.model.same_work import differences, is_another_work
from careleaf.rules.lookups.answers import asked_as, place_of, registry_answers


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each identifier whose registry describes another work."""
    for source, registry, answer in registry_answers(library):
        if registry is not Registry.WEB and is_another_work(source.value, answer):
            differ = "; ".join(f"{d.field} “{d.theirs}”" for d in differences(source.value, answer))
            yield Finding(
                place_of(source, registry),
                f"{registry.called} has another work under {asked_as(registry, answer)}: {differ}.",
                "Look up the title, and correct the identifier or the record.",
            )


RULE = Rule("SRC302", "another-work", Severity.ERROR, "An identifier belongs to another work.", check=check)
