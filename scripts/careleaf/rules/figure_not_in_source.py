"""Recorded figures that were not found in the source's abstract or on its page.

A slip of the finger in a record goes unseen: every page is held against the record. So the record's figures are looked
for in the source itself.

Can be wrong when: the figure stands in a table, a picture or the full text, is written in words, or was computed from
others. A figure that is found is no proof that it means the same either. What could not be looked into is not named.

Look again: open the source, compare the figure, and correct the record or its `where`.

Bad:  the record says 45%, and the abstract says 54%
Good: the record says 54%
"""

from collections import defaultdict
from collections.abc import Iterator

from careleaf.model.evidence_look import Look, LookResult
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.registry import Registry
from careleaf.model.rule import Rule
from careleaf.rules.lookups.answers import evidence_looks


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each piece of evidence with figures that no text showed."""
    looks: dict[tuple[str, str], list[tuple[Registry, Look]]] = defaultdict(list)
    for source, registry, look in evidence_looks(library):
        if look.figures is not LookResult.NO_TEXT:
            looks[source.id, look.evidence].append((registry, look))
    for (key, evidence), found in looks.items():
        missing = [figure for figure in found[0][1].missing if all(figure in look.missing for _, look in found)]
        if missing:
            named = " or ".join(_where(registry) for registry, _ in found)
            figures = ", ".join(f'"{figure}"' for figure in missing)
            yield Finding(
                library.sources[key].at(f"evidence.{evidence}.says"),
                f"{figures} of `{key}#{evidence}` was not found {named}.",
                "Look again: compare the figure with the source, and correct the record where it is wrong.",
            )


def _where(registry: Registry) -> str:
    return "on its page" if registry is Registry.WEB else f"in the abstract that {registry.called} holds"


RULE = Rule(
    "SRC324", "figure-not-in-source", Severity.WARNING, "A recorded figure was not found in its source.", check=check
)
