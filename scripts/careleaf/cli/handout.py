"""`careleaf handout`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.build.one_handout import Order, make_handout, write_handout
from careleaf.cli.report import print_report
from careleaf.model.handout import Edition


def add_options(parser: ArgumentParser) -> None:
    """Add the page or topic, the file, the edition and the clinic."""
    editions = [edition.value for edition in Edition]
    parser.add_argument("page", metavar="PAGE", help="the page's id, address or file, or a topic's folder")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="where the PDF goes")
    parser.add_argument("--edition", choices=editions, help="which edition (default: the first that policy.yml names)")
    parser.add_argument(
        "--clinic",
        default="",
        metavar="CLINIC",
        help="a clinic of docs/_data/clinics, or a YAML file that describes one",
    )


def run(options: Namespace) -> int:
    """Make the handout and say what it is."""
    edition = Edition(options.edition) if options.edition else None
    made = make_handout(options.config_file, today(options.date), Order(options.page, edition, options.clinic))
    if made.report.errors:
        print_report(made.report, "text", options.config_file)
        print("The handout was not made. Correct what is named above.", file=sys.stderr)
        return 1
    write_handout(options.output, made.pdf)
    print(f"The handout is in {options.output}.", file=sys.stderr)
    if made.sheets_are_a_notice:
        print("It is a notice: policy holds the words back in their present state.", file=sys.stderr)
    return 0
