"""`careleaf build`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.built import Built
from careleaf.build.day import today
from careleaf.build.held_back import held_back_codes
from careleaf.build.listener import Listener
from careleaf.build.means import MOST_JOBS, Means
from careleaf.build.site import build_site
from careleaf.cli.build_progress import BuildProgress
from careleaf.cli.report import add_baseline, add_format, print_report
from careleaf.model.errors import ConfigError


def add_options(parser: ArgumentParser) -> None:
    """Add `--format`, `--baseline`, `--site-dir` and what a build may use."""
    add_format(parser)
    add_baseline(parser)
    parser.add_argument("--site-dir", type=Path, metavar="FOLDER", help="where the site goes (default: site)")
    add_means(parser)


def add_means(parser: ArgumentParser) -> None:
    """Add `--jobs` and `--executor`."""
    parser.add_argument(
        "-j", "--jobs", type=int, default=0, metavar="N", help="processes that work at once (default: one a processor)"
    )
    parser.add_argument("--executor", default="", metavar="ADDRESS", help="a Dask cluster: dask://host:port")


def means(options: Namespace, listener: Listener) -> Means:
    """Return what a build may use. Raises ConfigError for a number of processes that makes no sense."""
    if not 0 <= options.jobs <= MOST_JOBS:
        raise ConfigError(f"--jobs {options.jobs} is no number of processes; write 1 to {MOST_JOBS}.")
    return Means(options.jobs, options.executor, listener)


def run(options: Namespace) -> int:
    """Build the site and say where it is."""
    with BuildProgress() as progress:
        used = means(options, progress)
        day = today(options.date)
        built = build_site(options.config_file, day, options.site_dir, progress.stage, used, options.baseline)
    return report_build(built, options)


def report_build(built: Built, options: Namespace) -> int:
    """Print how a build ended; return the exit code."""
    print_report(built.report, options.format, options.config_file)
    for fault in built.faults:
        print(f"Verifier: {fault}", file=sys.stderr)
    if not built.published:
        kept = "The previous site is untouched." if built.site_dir.exists() else "Nothing was written."
        print(f"The site was not built. {kept}", file=sys.stderr)
        return 1
    for sentence in held_back_codes(built.site_dir):
        print(sentence, file=sys.stderr)
    _say_where(built)
    return 0


def _say_where(built: Built) -> None:
    shown = _relative(built.site_dir)
    print(f"The site is in {shown}. To look at it: python3 -m http.server --directory {shown} 8000", file=sys.stderr)
    printed = " Handouts are in handouts/, embeds in embed/." if (built.site_dir / "handouts").is_dir() else ""
    print(f"Then open http://127.0.0.1:8000/ in a browser.{printed}", file=sys.stderr)


def _relative(folder: Path) -> Path:
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
