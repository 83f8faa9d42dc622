"""Build: check, one MkDocs build with all channels, the verifier, then the whole site replaced at once."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careleaf.build.check import run_mkdocs
from careleaf.build.publishing import next_site_folder, publish
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings, root_folder
from careleaf.build.verification import verify_site
from careleaf.model.report import Report

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended."""

    report: Report
    site_dir: Path
    faults: tuple[str, ...] = ()
    """What the verifier found wrong in the output, in sentences."""

    @property
    def published(self) -> bool:
        """Whether the new site is in its place."""
        return not self.report.errors and not self.faults


def build_site(settings: Path, today: date, site_dir: Path | None, progress: Progress) -> Built:
    """Build a site; the previous one is replaced only by one that passed.

    Args:
        settings: the site's mkdocs.yml.
        today: the day due dates are held against.
        site_dir: where the site goes; by default ``site`` beside mkdocs.yml.
        progress: told what is being done.

    Raises:
        ConfigError: the settings cannot be used.
        PublishError: the site could not be put in its place.
    """
    target = (site_dir or root_folder(load_settings(settings)) / "site").resolve()
    fresh = next_site_folder(target)
    try:
        return _build(settings, today, fresh, target, progress)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _build(settings: Path, today: date, fresh: Path, target: Path, progress: Progress) -> Built:
    config = load_settings(settings, fresh)
    run = Run(Mode.BUILD, today)
    progress("Reading, checking and rendering the pages")
    try:
        run_mkdocs(config, run)
    except Judged as judged:
        return Built(judged.report, target)
    progress("Verifying what was made")
    faults = tuple(verify_site(fresh, run))
    if faults or run.report.errors:
        return Built(run.report, target, faults)
    progress("Replacing the site")
    publish(fresh, target)
    return Built(run.report, target)
