"""`careleaf review editorial`: a correction that keeps the clinical review."""

from argparse import ArgumentParser, Namespace

from careleaf.build.day import today
from careleaf.cli.terminal import progress
from careleaf.review.correcting import Request, correct


def add_options(parser: ArgumentParser) -> None:
    """Add who corrected the page, and why."""
    parser.add_argument("page", metavar="PAGE", help="the page that was corrected")
    parser.add_argument("--by", required=True, metavar="ID", help="the editor's id in docs/_data/people")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why, in words that readers will see")


def run(options: Namespace) -> int:
    """Enter the correction and say what it covers."""
    progress("Reading the site")
    request = Request(options.page, options.by, options.reason)
    entered, file = correct(options.config_file, request, today(options.date))
    print(f"Entered in {file}. The review of `{entered.record.page}` stands; readers see what was corrected:")
    for one in entered.change.corrections:
        print(f"  {one.before} → {one.after}")
    if entered.change.has_punctuation:
        print("  punctuation")
    return 0
