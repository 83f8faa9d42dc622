"""A part of a report: what somebody works on just now. It never changes what a build refuses."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which findings to show; what is empty leaves nothing out."""

    paths: Collection[str] = ()
    """Files or folders, relative to the folder of mkdocs.yml."""
    select: Collection[str] = ()
    """Codes, or how they begin."""
    ignore: Collection[str] = ()
    """Codes, or how they begin."""

    def of(self, report: Report) -> Report:
        """Return the report with these findings only."""
        shows: Callable[[RuleFinding], bool] = self._shows
        return replace(
            report,
            findings=tuple(filter(shows, report.findings)),
            suppressed=tuple(each for each in report.suppressed if shows(each.found)),
            in_baseline=tuple(filter(shows, report.in_baseline)),
        )

    def _shows(self, found: RuleFinding) -> bool:
        code, path = found.rule.code, found.finding.location.path
        selected = not self.select or code.startswith(tuple(self.select))
        in_paths = not self.paths or any(p in {".", path} or path.startswith(f"{p}/") for p in self.paths)
        return selected and in_paths and not code.startswith(tuple(self.ignore))
