"""How a report is written: `--format`, for every command that checks."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from pathlib import Path

from careleaf.build.step_summary import append_step_summary
from careleaf.cli.terminal import wants_color
from careleaf.model.report import Report
from careleaf.reading.source_lines import SourceLines
from careleaf.reporters.github import render_github
from careleaf.reporters.json_report import render_json
from careleaf.reporters.text import render_text


def add_format(parser: ArgumentParser) -> None:
    """Add `--format`."""
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="how findings are written (default: text, with excerpts)"
    )


def add_baseline(parser: ArgumentParser) -> None:
    """Add `--baseline`."""
    parser.add_argument(
        "--baseline", type=Path, metavar="FILE", help="a file of errors that were there from the start and do not count"
    )


def print_report(report: Report, form: str, settings: Path) -> None:
    """Print a report in one of the formats; on GitHub, add the table of all findings to the step's summary."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console without Unicode gets escapes, not a crash
    print(_FORMATS[form](report, settings.parent), end="")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        append_step_summary(Path(summary), report)


def _folder(root: Path) -> str:
    """Return where the site lies below the checkout, as code hosts name files; empty at its top, or elsewhere."""
    top = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    inside = root.resolve()
    below = inside.relative_to(top).as_posix() if inside.is_relative_to(top) else "."
    return "" if below == "." else f"{below}/"


def _text(report: Report, root: Path) -> str:
    return render_text(report, colour=wants_color(sys.stdout), line_at=SourceLines(root).line_at)


def _sarif(report: Report, root: Path) -> str:
    from careleaf.reporters.sarif import render_sarif  # it tells of every rule, so it loads them all
    from careleaf.rules.table import RULES

    return render_sarif(report, RULES, _folder(root))


_FORMATS: Mapping[str, Callable[[Report, Path], str]] = {
    "text": _text,
    "json": lambda report, _root: render_json(report),
    "github": lambda report, root: render_github(report, _folder(root)),
    "sarif": _sarif,
}
