"""`careleaf check`."""

from argparse import ArgumentParser, Namespace

from careleaf.build.check import check_site
from careleaf.build.day import today
from careleaf.cli.report import add_format, print_report
from careleaf.cli.terminal import progress


def add_options(parser: ArgumentParser) -> None:
    """Add `--format`."""
    add_format(parser)


def run(options: Namespace) -> int:
    """Check the site and print what was found."""
    progress("Checking the site")
    report = check_site(options.config_file, today(options.date))
    print_report(report, options.format, options.config_file)
    return 1 if report.errors else 0
