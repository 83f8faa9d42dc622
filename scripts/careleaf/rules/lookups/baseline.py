"""A baseline held against what was found."""

from collections.abc import Iterable, Sequence

from careleaf.model.baseline import Baseline, BaselineEntry
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.fingerprint import fingerprint
from careleaf.model.library import Library
from careleaf.model.rule import RuleFinding

_ADVICE = "Take the line out, or let `careleaf check --baseline FILE --update-baseline` do it."


def may_be_held(found: RuleFinding) -> bool:
    """Tell whether a finding may stand in a baseline.

    Warnings stop nothing, and many come and go with time and with the world: they need no baseline.
    """
    return found.rule.severity is Severity.ERROR and not found.rule.weight.is_binding


def held_by(baseline: Baseline, findings: Iterable[RuleFinding]) -> tuple[RuleFinding, ...]:
    """Return the findings that were there from the start."""
    known = {entry.fingerprint for entry in baseline.entries}
    return tuple(found for found in findings if may_be_held(found) and fingerprint(found) in known)


def useless_entries(
    baseline: Baseline, held: Sequence[RuleFinding], library: Library, withdrawn: frozenset[str]
) -> tuple[Fault, ...]:
    """Return a fault for each line that stands for nothing.

    Lines about withdrawn pages are let be: nothing is asked about those pages, and a withdrawal is urgent.
    """
    found = {fingerprint(each) for each in held}
    seen: set[str] = set()
    faults = []
    for entry in baseline.entries:
        if entry.path not in withdrawn and (entry.fingerprint not in found or entry.fingerprint in seen):
            finding = Finding(entry.location, _message(entry, library), _ADVICE)
            faults.append(Fault(FaultKind.USELESS_BASELINE_ENTRY, finding))
        seen.add(entry.fingerprint)
    return tuple(faults)


def _message(entry: BaselineEntry, library: Library) -> str:
    weight = library.rule_weights.get(entry.code)
    if weight is not None and (weight.is_binding or weight.severity is not Severity.ERROR):
        return f"`{entry.code}` can never stand in a baseline."
    return f"This `{entry.code}` is no longer found in `{entry.path}`."
