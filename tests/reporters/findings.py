"""The findings every reporter is tried on."""

from datetime import date

from careleaf.model.finding import Finding, Location
from careleaf.model.library import Library
from careleaf.model.report import Report, Suppressed
from careleaf.model.rule import Rule, RuleFinding
from careleaf.model.suppression import Suppression
from careleaf.rules import uncited_figure, unused_source

FIGURE: Rule = uncited_figure.RULE
UNUSED: Rule = unused_source.RULE
NO_LIBRARY: Library | None = None


def found(rule: Rule, path: str, line: int, message: str, advice: str = "Do this.") -> RuleFinding:
    return RuleFinding(rule, Finding(Location(path, line, 3), message, advice))


REPORT = Report(
    (
        found(FIGURE, "docs/a.md", 4, '"54%" stands here without a source.'),
        found(UNUSED, "docs/_data/sources/b.yml", 1, "No page cites the source `b`."),
    ),
    pages=6,
    sources=40,
)
CLEAN = Report((), pages=1, sources=0)
SUPPRESSION = Suppression(Location("docs/a.md", 3), 3, 4, "CLM202", date(2027, 1, 31), "Counted by the clinic.")
ALLOWED = Report(
    (),
    pages=1,
    sources=0,
    suppressed=(Suppressed(REPORT.findings[0], SUPPRESSION),),
    in_baseline=(found(FIGURE, "docs/c.md", 7, "Known."),),
    rule_pages="https://clinic.test/rules",
)
