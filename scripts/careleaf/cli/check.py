"""`careleaf check`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from careleaf.build.check import check_site
from careleaf.build.day import today
from careleaf.cli.report import add_baseline, add_format, print_report
from careleaf.cli.terminal import progress
from careleaf.model.errors import ConfigError
from careleaf.model.report import Report
from careleaf.model.report_filter import ReportFilter


def add_options(parser: ArgumentParser) -> None:
    """Add what to look at, how it is written, and the baseline."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="show only findings in these files and folders"
    )
    parser.add_argument("--select", default="", metavar="CODES", help="show only these rules: CLM,SRC001")
    parser.add_argument("--ignore", default="", metavar="CODES", help="leave these rules out: LNK004")
    add_format(parser)
    add_baseline(parser)
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--create-baseline", action="store_true", help="write today's errors into the new --baseline FILE"
    )
    group.add_argument("--update-baseline", action="store_true", help="take out of --baseline FILE what was mended")


def run(options: Namespace) -> int:
    """Check the site and print what was found."""
    shown = ReportFilter(_below_site(options), _codes(options.select), _codes(options.ignore))
    _refuse_half_baselines(options, shown)
    progress("Checking the site")
    report = shown.of(_report(options))
    print_report(report, options.format, options.config_file)
    return 1 if report.errors else 0


def _report(options: Namespace) -> Report:
    if not (options.create_baseline or options.update_baseline):
        return check_site(options.config_file, today(options.date), options.baseline)
    from careleaf.build.baseline_file import create_baseline, update_baseline  # loads rules

    if options.create_baseline:
        return create_baseline(options.baseline, check_site(options.config_file, today(options.date)))
    return update_baseline(options.baseline, check_site(options.config_file, today(options.date), options.baseline))


def _refuse_half_baselines(options: Namespace, shown: ReportFilter) -> None:
    writes = options.create_baseline or options.update_baseline
    if writes and options.baseline is None:
        raise ConfigError("Name the baseline with --baseline FILE.")
    if writes and shown != ReportFilter():
        raise ConfigError("A baseline is written for the whole site: leave out PATH, --select and --ignore.")
    if options.baseline and not options.create_baseline and not options.baseline.is_file():
        raise ConfigError(f"There is no {options.baseline}. --create-baseline writes it.")


def _below_site(options: Namespace) -> Sequence[str]:
    """Return the paths asked for, relative to the site's folder. Raises ConfigError for one that lies elsewhere."""
    root = options.config_file.resolve().parent
    found = []
    for path in options.paths:
        if not path.exists():
            raise ConfigError(f"There is no {path}.")
        if not path.resolve().is_relative_to(root):
            raise ConfigError(f"{path} does not lie in the site's folder, {root}.")
        found.append(path.resolve().relative_to(root).as_posix())
    return tuple(found)


def _codes(listed: str) -> Sequence[str]:
    """Return codes, or how they begin. Raises ConfigError for one that no rule has."""
    codes = tuple(code.strip().upper() for code in listed.split(",") if code.strip())
    if not codes:
        return ()
    from careleaf.rules.table import RULES  # the table loads every rule

    for code in codes:
        if not any(rule.code.startswith(code) for rule in RULES):
            raise ConfigError(f"No rule's code begins with {code}. `careleaf rules` lists them.")
    return codes
