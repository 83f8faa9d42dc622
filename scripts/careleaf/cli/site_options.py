"""The options of every command that reads a site."""

from argparse import SUPPRESS, ArgumentParser
from pathlib import Path
from typing import Any


def add_site_options(parser: ArgumentParser, *, again: bool = False) -> None:
    """Add the site's settings and the day; `again` for an action below a command that has them already."""
    settings: Any = SUPPRESS if again else Path("mkdocs.yml")
    day: Any = SUPPRESS if again else None
    parser.add_argument(
        "-f", "--config-file", type=Path, default=settings, metavar="FILE", help="the site's mkdocs.yml"
    )
    parser.add_argument(
        "--date", default=day, metavar="DAY", help="the day due dates are held against, such as 2026-11-23"
    )
