"""`careleaf review status`."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from careleaf.build.day import today
from careleaf.build.judging import judged_run
from careleaf.cli.terminal import progress, wants_color
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library
from careleaf.model.review_status import ReviewStatus, review_status, within
from careleaf.model.state_name import StateName
from careleaf.reporters.calendar import render_calendar
from careleaf.reporters.review_status import render_status_json, render_status_text
from careleaf.review.chosen_pages import chosen_pages

_FAIL_ON = (StateName.SOURCE_RETRACTED, StateName.CHANGED, StateName.OVERDUE, StateName.UNREVIEWED)


def add_options(parser: ArgumentParser) -> None:
    """Add pages, filters, the format and what makes it fail."""
    parser.add_argument("pages", nargs="*", metavar="PAGE|TOPIC", help="only these (default: all)")
    parser.add_argument("--state", type=_states, metavar="STATE,…", help="only pages in these states")
    parser.add_argument("--due-within", type=_days, metavar="DAYS", help="only pages due by then, or overdue")
    parser.add_argument("--reviewer", metavar="ID", help="only pages this person signed")
    parser.add_argument("--format", choices=("text", "json", "ics"), default="text", help="ics is a calendar")
    parser.add_argument(
        "--fail-on",
        type=_states_or_none,
        default=_FAIL_ON,
        metavar="STATE,…",
        help=f"end with 1 when a page shown is in one of these states, or none (default: {','.join(_FAIL_ON)})",
    )


def run(options: Namespace) -> int:
    """Print how the pages stand."""
    progress("Reading the site")
    library = judged_run(options.config_file, today(options.date)).library
    rows = _chosen(options, library)
    sys.stdout.write(_written(rows, options.format, library))
    return int(any(row.state in options.fail_on for row in rows))


def _chosen(options: Namespace, library: Library) -> tuple[ReviewStatus, ...]:
    if options.reviewer and options.reviewer not in library.people:
        raise ConfigError(f"`{options.reviewer}` is not in the register of people, docs/_data/people.")
    rows = tuple(review_status(page, library) for page in chosen_pages(options.pages, library))
    if options.state:
        rows = tuple(row for row in rows if row.state in options.state)
    if options.reviewer:
        rows = tuple(row for row in rows if options.reviewer in (*row.reviewers, *row.signed))
    return rows if options.due_within is None else within(rows, options.due_within)


def _written(rows: tuple[ReviewStatus, ...], form: str, library: Library) -> str:
    if form == "json":
        return render_status_json(rows, library.today)
    if form == "ics":
        return render_calendar(rows, library.today, library.policy.value.site_id)
    return render_status_text(rows, colour=wants_color(sys.stdout))


def _states(text: str) -> tuple[StateName, ...]:
    try:
        return tuple(StateName(name.strip()) for name in text.split(",") if name.strip())
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} holds none of the states {', '.join(StateName)}") from error


def _states_or_none(text: str) -> tuple[StateName, ...]:
    return () if text == "none" else _states(text)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 5:  # 99999 days are 273 years
        raise ArgumentTypeError(f"{text!r} is not a number of days such as 30")
    return int(text)
