"""`careleaf sources verify`."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from importlib.metadata import version

from careleaf.build.source_verification import Asker, Verification, verify_sources
from careleaf.cli.report import add_format, print_report
from careleaf.cli.terminal import progress
from careleaf.model.errors import ConfigError
from careleaf.model.policy import Policy


def add_options(parser: ArgumentParser) -> None:
    """Add `--only` and `--format`."""
    parser.add_argument("--only", default="", metavar="KEY", help="ask about one source, due or not")
    add_format(parser)


def run(options: Namespace) -> int:
    """Ask, and print what the answers mean. Raises ConfigError for `--date`: an answer carries the day it came."""
    if options.date:
        raise ConfigError("`careleaf sources verify` takes no --date: an answer carries the day it came.")
    day = datetime.now(tz=UTC).astimezone().date()
    verification = verify_sources(options.config_file, day, open_registries, options.only, progress)
    print_report(verification.report, options.format, options.config_file)
    _say_what_is_open(verification)
    return 1 if verification.needs_action else 0


def open_registries(policy: Policy) -> Asker:
    """Return the registries, with policy's contact in every question. Raises ConfigError without the extra."""
    try:
        from careleaf.registries.all_registries import Registries  # needs the extra
        from careleaf.registries.client import Client  # needs the extra
    except ImportError as error:
        raise ConfigError("The online check needs one more package: pip install 'careleaf[online]'.") from error
    contact = "".join(c for c in policy.contact if c.isascii() and c.isprintable() and c not in "()")
    email = contact.removeprefix("mailto:") if contact.startswith("mailto:") else ""
    if not contact:
        print("Registries ask for a contact; set `contact` in policy.yml.", file=sys.stderr)
    about = f"+{contact}" if contact else "no contact set"
    return Registries(Client(f"careleaf/{version('careleaf')} ({about})"), email)


def _say_what_is_open(verification: Verification) -> None:
    print(f"{verification.asked} questions asked; answers are in docs/_data/sources.lock.", file=sys.stderr)
    if verification.unanswered:
        print(f"Incomplete: {len(verification.unanswered)} had no answer and stay unchecked.", file=sys.stderr)
        for question, why in verification.unanswered.items():
            print(f"  {question}: {why}", file=sys.stderr)
