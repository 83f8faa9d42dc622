"""`careleaf review history`."""

import sys
from argparse import ArgumentParser, Namespace

from careleaf.build.day import today
from careleaf.build.judging import judged_run
from careleaf.cli.terminal import progress, wants_color
from careleaf.reporters.review_history import render_history_json, render_history_text
from careleaf.review.chosen_pages import chosen_page
from careleaf.review.history import history


def add_options(parser: ArgumentParser) -> None:
    """Add the page and the format."""
    parser.add_argument("page", metavar="PAGE", help="the page")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how it is written")


def run(options: Namespace) -> int:
    """Print every review of a page, and the words that changed from one to the next."""
    progress("Reading the site")
    library = judged_run(options.config_file, today(options.date)).library
    page = chosen_page(options.page, library)
    chapters = history(page, library)
    if options.format == "json":
        sys.stdout.write(render_history_json(page.id, chapters))
    else:
        sys.stdout.write(render_history_text(page.id, chapters, colour=wants_color(sys.stdout)))
    return 0
