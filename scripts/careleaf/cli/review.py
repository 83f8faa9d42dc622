"""`careleaf review`: status, packet, sign, accept and history."""

from argparse import ArgumentParser, Namespace

from careleaf.cli import review_accept, review_editorial, review_history, review_packet, review_sign, review_status
from careleaf.cli.site_options import add_site_options


def add_options(parser: ArgumentParser) -> None:
    """Add the actions with their options."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for name, help_text, module in (
        ("status", "say how every page stands with its reviews", review_status),
        ("packet", "write what a clinician gets to review: a PDF, and a form for the screen", review_packet),
        ("accept", "enter the answer file of a packet", review_accept),
        ("sign", "enter a review that was signed on paper", review_sign),
        ("editorial", "keep a review across a correction that no clinician has to see", review_editorial),
        ("history", "show every review of a page, and what changed between them", review_history),
    ):
        action = actions.add_parser(name, help=help_text, description=help_text)
        add_site_options(action, again=True)
        module.add_options(action)
        action.set_defaults(action=module.run)


def run(options: Namespace) -> int:
    """Do what was asked."""
    return int(options.action(options))
