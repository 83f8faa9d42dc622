"""Findings held against suppressions."""

from collections.abc import Mapping, Sequence

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.report import Suppressed
from careleaf.model.rule import RuleFinding
from careleaf.model.suppression import Suppression


def sort_out(
    findings: Sequence[RuleFinding], library: Library, withdrawn: frozenset[str]
) -> tuple[tuple[Suppressed, ...], tuple[Fault, ...]]:
    """Return what authors allowed, and a fault for each suppression that nothing needed.

    A warning comes back when its suppression is over. An error stays allowed, because a date alone must not stop the
    other pages; its own page is overdue instead (`careleaf.model.state`).
    """
    usable = [s for s in library.suppressions if library.is_usable(s)]
    by_rule = _by_rule(usable)
    pairs = [(found, s) for found in findings if (s := _covering(found, by_rule)) is not None]
    used = {id(s) for _, s in pairs}
    unused = (s for s in usable if id(s) not in used and s.location.path not in withdrawn)
    allowed = (Suppressed(found, s) for found, s in pairs if _holds(found, s, library))
    return tuple(allowed), tuple(Fault(FaultKind.UNUSED_SUPPRESSION, _unused(s)) for s in unused)


def _by_rule(usable: Sequence[Suppression]) -> Mapping[tuple[str, str], list[Suppression]]:
    """Return suppressions by file and code: a library may have thousands."""
    by_rule: dict[tuple[str, str], list[Suppression]] = {}
    for suppression in usable:
        by_rule.setdefault((suppression.location.path, suppression.code), []).append(suppression)
    return by_rule


def _covering(found: RuleFinding, by_rule: Mapping[tuple[str, str], list[Suppression]]) -> Suppression | None:
    """Return the nearest suppression above a finding that means it."""
    place, code = found.finding.location, found.rule.code
    covering = (s for s in by_rule.get((place.path, code), ()) if s.covers(code, place))
    return max(covering, key=lambda s: s.location, default=None)


def _holds(found: RuleFinding, suppression: Suppression, library: Library) -> bool:
    return found.rule.severity is Severity.ERROR or not suppression.is_over(library.today)


def _unused(suppression: Suppression) -> Finding:
    message = f"`{suppression.code}` is allowed here, and nothing here needs it."
    return Finding(suppression.location, message, "Remove the comment; if the text has moved, move it along.")
