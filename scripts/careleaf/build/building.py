"""Building: one MkDocs build with all channels, the verifier, then the whole site replaced at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careleaf.build.built import Built, Progress
from careleaf.build.disk import disk_refusals
from careleaf.build.hosting import write_hosting
from careleaf.build.judging import run_mkdocs
from careleaf.build.manifest import write_lists
from careleaf.build.means import ALL_PROCESSORS, Means
from careleaf.build.publishing import next_site, publish
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings, root_folder
from careleaf.build.site_folders import site_folders
from careleaf.build.targets import site_target
from careleaf.build.verification import verify_site
from careleaf.build.versions import write_version_pages
from careleaf.build.workers import workshop


@dataclass(frozen=True, slots=True)
class Steps:
    """What one build does besides the others: a release packs, a site may have a baseline."""

    pack: Callable[[Run, Path], tuple[str, ...]] = lambda _run, _fresh: ()
    """Adds to the site before its files are listed; returns, in sentences, why what it added must not go out."""
    around: Callable[[], AbstractContextManager[None]] = nullcontext
    """Goes around the exchange: what is prepared before it counts only when it went well."""
    baseline: Path | None = None
    """The file of a baseline, if the site has one."""


def build_with(
    settings: Path,
    today: date,
    site_dir: Path | None,
    progress: Progress,
    steps: Steps,
    means: Means = ALL_PROCESSORS,
) -> Built:
    """Build a site as `build_site` does, with the steps of a release."""
    config = load_settings(settings)
    target = site_target(site_folders(config), site_dir)
    with (
        next_site(target) as fresh,
        disk_refusals(f"The new site in {fresh}", "The previous site is untouched."),
        workshop(root_folder(config), means) as lent,
    ):
        run = Run(Mode.BUILD, today, baseline_file=steps.baseline, workshop=lent.open())
        progress("Reading, checking and rendering the pages")
        try:
            run_mkdocs(load_settings(settings, fresh), run)
        except Judged as judged:
            return Built(judged.report, target)
        write_version_pages(run, fresh)
        write_hosting(run, fresh)
        progress("Verifying what was made")
        faults = tuple(verify_site(fresh, run))
        if faults or run.report.errors:
            return Built(run.report, target, faults)
        if faults := steps.pack(run, fresh):
            return Built(run.report, target, faults)
        write_lists(fresh, today)
        progress("Replacing the site")
        with steps.around():
            publish(fresh, target)
        return Built(run.report, target)
