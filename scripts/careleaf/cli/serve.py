"""`careleaf serve`."""

from argparse import ArgumentParser, Namespace

from careleaf.build.day import today
from careleaf.build.preview import preview_site


def add_options(parser: ArgumentParser) -> None:
    """Add `--address` and `--open`."""
    parser.add_argument("--address", metavar="HOST:PORT", help="where to serve (default: 127.0.0.1:8000)")
    parser.add_argument("--open", action="store_true", help="open the site in a browser")


def run(options: Namespace) -> int:
    """Serve until stopped."""
    preview_site(options.config_file, today(options.date), options.address, open_in_browser=options.open)
    return 0
