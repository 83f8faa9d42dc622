"""`careleaf review accept`: the answer file of a packet."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.build.whole_file import write_whole
from careleaf.cli.review_sign import say_entered
from careleaf.cli.terminal import progress
from careleaf.model.errors import ConfigError
from careleaf.model.review import Answer
from careleaf.model.review_answer import PageAnswer
from careleaf.model.signing_key import NAMESPACE
from careleaf.reading.answer_file import MOST_CHARACTERS
from careleaf.reading.text_file import read_text
from careleaf.review.accepting import accept_answer, records_to_sign


def add_options(parser: ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="the answer file, or - for text from standard input")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument(
        "--write-records", type=Path, metavar="DIR", help="write what the reviewer signs with their key; enter nothing"
    )
    steps.add_argument("--signatures", type=Path, metavar="DIR", help="the folder, with a .sig file beside each record")


def run(options: Namespace) -> int:
    """Enter what was signed, and print what the reviewer wants changed; then it ends with 1."""
    text, name = _given(options.file)
    progress("Reading the site")
    if options.write_records:
        return _write_records(options, text, name)
    accepted = accept_answer(options.config_file, text, name, today(options.date), options.signatures)
    for entered in accepted.entered:
        say_entered(entered)
    for page in accepted.asked:
        print("\n".join(_asked(page)))
    return 1 if accepted.asked else 0


def _write_records(options: Namespace, text: str, name: str) -> int:
    for file, record in records_to_sign(options.config_file, text, name, today(options.date)).items():
        write_whole(options.write_records / file, record)
        print(f"Written: {options.write_records / file}. It is signed with `ssh-keygen -Y sign -f KEY -n {NAMESPACE}`.")
    print(f"Then run this command again with --signatures {options.write_records} instead of --write-records.")
    return 0


def _given(file: str) -> tuple[str, str]:
    if file == "-":
        content = sys.stdin.buffer.read(4 * MOST_CHARACTERS)
        return content.decode("utf-8", errors="replace"), "the text"
    text, fault = read_text(Path(file), file)
    if text is None:
        why = fault.finding if fault else None
        raise ConfigError(f"{file}: {why.message} {why.help}" if why else f"{file} cannot be read.")
    return text, file


def _asked(page: PageAnswer) -> list[str]:
    doubts = [f"  {question}: {answer}" for question, answer in page.answers.items() if answer in _DOUBTS]
    notes = [f"  notes: {page.notes}"] if page.notes else []
    return [f"`{page.page}` is not signed: the reviewer asks for changes first.", *doubts, *notes]


_DOUBTS = frozenset({Answer.NO, Answer.PARTLY})
