"""`careleaf sources verify`."""

import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from datetime import UTC, datetime

from careleaf.build.source_run import Request
from careleaf.build.source_verification import Verification, verify_sources
from careleaf.cli.open_registries import open_registries
from careleaf.cli.report import add_format, print_report
from careleaf.cli.terminal import ProgressBar
from careleaf.model.errors import ConfigError

_NOBODY_ANSWERED = 2
_NAMED = 4
"""Questions that are named for each reason; a registry that is down leaves hundreds."""


def add_options(parser: ArgumentParser) -> None:
    """Add `--only`, `--replay` and `--format`."""
    parser.add_argument("--only", default="", metavar="KEY", help="ask about one source anew, due or not")
    parser.add_argument("--replay", action="store_true", help="ask nobody: use the replies of earlier runs alone")
    add_format(parser)


def run(options: Namespace) -> int:
    """Ask, and print what the answers mean. Raises ConfigError for `--date`: an answer carries the day it came."""
    if options.date:
        raise ConfigError("`careleaf sources verify` takes no --date: an answer carries the day it came.")
    day = datetime.now(tz=UTC).astimezone().date()
    bar = ProgressBar()
    try:
        verification = verify_sources(
            options.config_file,
            Request(day, options.only, options.replay),
            lambda policy, memory: open_registries(policy, memory, replay=options.replay),
            lambda step: bar.show(step.number, step.of, step.key),
        )
    except KeyboardInterrupt:
        print("\nWhat was answered so far is in docs/_data/sources.lock.", file=sys.stderr)
        raise
    finally:
        bar.wipe()
    print_report(verification.report, options.format, options.config_file)
    _say_what_is_open(verification)
    if verification.is_silent:
        return _NOBODY_ANSWERED
    return 1 if verification.needs_action else 0


def _say_what_is_open(verification: Verification) -> None:
    asked, answered = verification.asked, verification.answered
    where = "the answers are in docs/_data/sources.lock" if answered else "docs/_data/sources.lock is as it was"
    print(f"{asked} questions asked, {answered} answered; {where}.", file=sys.stderr)
    by_reason: dict[str, list[str]] = defaultdict(list)
    for question, why in verification.unanswered.items():
        by_reason[why].append(question)
    if by_reason:
        print(
            f"Incomplete: {len(verification.unanswered)} without an answer. Nothing is known to be well about:",
            file=sys.stderr,
        )
    for why, questions in by_reason.items():
        more = f" and {len(questions) - _NAMED} more" if len(questions) > _NAMED else ""
        print(f"  {', '.join(questions[:_NAMED])}{more}: {why}", file=sys.stderr)
