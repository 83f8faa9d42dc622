"""What two sets of registries' answers mean for the same records: what is new, what is settled, what stays open.

Answers change every week: each carries its day. Their meaning hardly ever does, and only that is worth a message.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from careleaf.model.finding import Severity
from careleaf.model.rule import RuleFinding

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNCHECKED = "SRC390"


@dataclass(frozen=True, slots=True)
class SourceNews:
    """One thing the answers mean."""

    found: RuleFinding
    source: str
    """What the finding is about, as readers know it."""
    pages: tuple[str, ...]
    """The files of the pages that cite it."""


@dataclass(frozen=True, slots=True)
class SourceChanges:
    """The difference between two sets of answers."""

    new: tuple[SourceNews, ...]
    settled: tuple[SourceNews, ...]
    still_open: tuple[SourceNews, ...]
    unanswered: Mapping[str, str]
    """Why a question has no answer of its last asking, by source and registry; it is told, and no change by itself."""

    @property
    def are_any(self) -> bool:
        """Whether somebody has to be told."""
        return bool(self.new or self.settled)


def source_changes(
    before: Sequence[RuleFinding],
    after: Sequence[RuleFinding],
    news_of: Callable[[RuleFinding], SourceNews],
    unanswered: Mapping[str, str],
) -> SourceChanges:
    """Compare what two sets of answers mean."""
    old, now = {_meaning(found) for found in before}, {_meaning(found) for found in after}
    return SourceChanges(
        tuple(map(news_of, _weightiest_first(found for found in after if _meaning(found) not in old))),
        tuple(map(news_of, _weightiest_first(found for found in before if _meaning(found) not in now))),
        tuple(map(news_of, _weightiest_first(found for found in after if _meaning(found) in old))),
        unanswered,
    )


def _meaning(found: RuleFinding) -> tuple[str, str, str]:
    """Return what makes a finding the same one next week: its words without days; of silence only whose it is."""
    place = found.finding.location
    words = str(place) if found.rule.code == _UNCHECKED else _DAY.sub("", found.finding.message)
    return found.rule.code, place.path, words


def _weightiest_first(findings: Iterable[RuleFinding]) -> list[RuleFinding]:
    """Put errors first, then retractions and what else a registry says of a work, then pages."""
    return sorted(findings, key=lambda f: (f.rule.severity is not Severity.ERROR, f.rule.code, f.sort_key))
