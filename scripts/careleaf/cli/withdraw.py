"""`careleaf withdraw`."""

import sys
from argparse import ArgumentParser, Namespace

from careleaf.build.day import today
from careleaf.build.withdrawal import Request, withdraw


def add_options(parser: ArgumentParser) -> None:
    """Add the page, the reason and who decided."""
    parser.add_argument("page", metavar="PAGE", help="the page's id, its address or its file")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why, in words that readers will see")
    parser.add_argument("--by", required=True, metavar="NAME", help="who decided it")
    parser.add_argument("--replaced-by", default="", metavar="PAGE", help="the page to read instead")


def run(options: Namespace) -> int:
    """Enter the withdrawal and say what to do next."""
    request = Request(options.page, options.reason, options.by, today(options.date), options.replaced_by)
    address = withdraw(options.config_file, request)
    print(
        f"{address} is withdrawn. Run `careleaf build` and upload the site: a notice stands there now.", file=sys.stderr
    )
    return 0
