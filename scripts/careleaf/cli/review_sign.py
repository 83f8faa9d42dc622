"""`careleaf review sign`: a review that was signed on paper."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from careleaf.build.day import today
from careleaf.build.judging import judged_run
from careleaf.build.whole_file import write_whole
from careleaf.cli.terminal import progress
from careleaf.model.signing_key import NAMESPACE
from careleaf.review.entry import Entry
from careleaf.review.signature_file import signature_in
from careleaf.review.signing import Entered, sign_page, text_to_sign


def add_options(parser: ArgumentParser) -> None:
    """Add what stands on the paper."""
    parser.add_argument("page", metavar="PAGE", help="the page that was reviewed")
    parser.add_argument("--reviewer", required=True, metavar="ID", help="the reviewer's id in docs/_data/people")
    parser.add_argument("--on", required=True, type=_day, metavar="DAY", help="the day on which it was signed")
    parser.add_argument(
        "--digest", required=True, metavar="DIGEST", help="the digest on the packet; its first 12 characters will do"
    )
    parser.add_argument("--role", default="", help="in which capacity, when the register names several or none")
    parser.add_argument("--next-review", type=_day, metavar="DAY", help="by default as late as policy allows")
    parser.add_argument("--notes", default="", metavar="TEXT", help="what the reviewer wrote on the paper")
    add_signature_options(parser)


def add_signature_options(parser: ArgumentParser) -> None:
    """Add the two steps of signing with a key."""
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument(
        "--write-record", type=Path, metavar="FILE", help="write what the reviewer signs with their key; enter nothing"
    )
    steps.add_argument("--signature", type=Path, metavar="FILE", help="the .sig file that ssh-keygen -Y sign made")


def run(options: Namespace) -> int:
    """Enter the review and say how the page stands now."""
    progress("Reading the site")
    entry = Entry(
        page=options.page,
        reviewer=options.reviewer,
        on=options.on,
        digest=options.digest,
        role=options.role,
        next_review_on=options.next_review,
        notes=options.notes,
        signature=signature_in(options.signature),
    )
    if options.write_record:
        judged = judged_run(options.config_file, today(options.date))
        say_to_sign(options.write_record, text_to_sign(judged, entry))
        return 0
    say_entered(sign_page(options.config_file, entry, today(options.date)))
    return 0


def say_to_sign(file: Path, text: str) -> None:
    """Write a record's text and say how it is signed."""
    write_whole(file, text)
    print(f"Written: {file}. The reviewer signs it with `ssh-keygen -Y sign -f KEY -n {NAMESPACE} {file}`.")
    print(f"Then run this command again with --signature {file}.sig instead of --write-record.")


def say_entered(entered: Entered) -> None:
    """Print what was entered, and who else has to sign."""
    record = entered.record
    print(f"Entered the review of `{record.page}` by {record.reviewer} of {record.reviewed_on} in {entered.path}.")
    if entered.is_complete:
        print(f"The page counts as reviewed until {record.next_review_on}. Commit the record and the text beside it.")
    else:
        print(
            f"That is {entered.signed} of {entered.needed} reviews policy asks for: the page does not count as "
            "reviewed until another clinician has signed the same wording.",
            file=sys.stdout,
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a day; write it as 2026-11-23") from error
