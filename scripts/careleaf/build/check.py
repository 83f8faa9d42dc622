"""Check: the front half of a build. It stops before anything is written."""

from datetime import date
from pathlib import Path

from careleaf.build.unchanged import last_time
from careleaf.model.report import Report


def check_site(settings: Path, today: date, baseline: Path | None = None) -> Report:
    """Read, render and judge a whole site.

    Args:
        settings: the site's mkdocs.yml.
        today: the day due dates are held against.
        baseline: the file of a baseline, if the site has one.

    Raises:
        ConfigError: the site's settings cannot be used.
    """
    last = last_time(settings, today, baseline)
    report = last.report()
    if report is None:
        from careleaf.build.judging import judged  # MkDocs and all rules: what an unchanged site does without

        report = judged(settings, today, baseline)[1]
        last.keep(report)
    return report
