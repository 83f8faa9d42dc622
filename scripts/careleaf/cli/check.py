"""`careleaf check`."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping

from careleaf.build.check import check_site
from careleaf.build.day import today
from careleaf.cli.terminal import progress, wants_color
from careleaf.model.report import Report
from careleaf.reporters.github import render_github
from careleaf.reporters.json_report import render_json
from careleaf.reporters.text import render_text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": lambda report: render_text(report, colour=wants_color(sys.stdout)),
    "json": render_json,
    "github": render_github,
}


def add_options(parser: ArgumentParser) -> None:
    """Add `--format`."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="how findings are written")


def run(options: Namespace) -> int:
    """Check the site and print what was found."""
    progress("Checking the site")
    report = check_site(options.config_file, today(options.date))
    print(FORMATS[options.format](report))
    return 1 if report.errors else 0
