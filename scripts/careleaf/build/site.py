"""Build: check, make all channels, verify them, and replace the whole site; unless nothing has changed."""

from datetime import date
from pathlib import Path

from careleaf.build.built import Built, Progress
from careleaf.build.means import ALL_PROCESSORS, Means
from careleaf.build.targets import site_target
from careleaf.build.unchanged import last_time


def build_site(
    settings: Path,
    today: date,
    site_dir: Path | None,
    progress: Progress,
    means: Means = ALL_PROCESSORS,
    baseline: Path | None = None,
) -> Built:
    """Build a site; the previous one is replaced only by one that passed.

    Args:
        settings: the site's mkdocs.yml.
        today: the day due dates are held against.
        site_dir: where the site goes; by default ``site`` beside mkdocs.yml.
        progress: told what is being done.
        means: the processes and machines it may use.
        baseline: the file of a baseline, if the site has one.

    Raises:
        ConfigError: the settings cannot be used.
        PublishError: the site could not be put in its place; the previous one stands.
    """
    last = last_time(settings, today, baseline)
    target, report = site_target(last.folders, site_dir), last.report()
    if report is not None and not report.errors and last.stands(target):
        progress("Nothing has changed since the last build, and its site stands")
        return Built(report, target)
    from careleaf.build.building import Steps, build_with  # every channel: what a site that stands does without

    built = build_with(settings, today, site_dir, progress, Steps(baseline=baseline), means)
    if built.published:
        last.keep(built.report)
        last.keep_site(target)
    return built
