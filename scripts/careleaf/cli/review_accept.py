"""`careleaf review accept`: the answer file of a packet."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.cli.review_sign import say_entered
from careleaf.cli.terminal import progress
from careleaf.model.errors import ConfigError
from careleaf.model.review import Answer
from careleaf.model.review_answer import PageAnswer
from careleaf.reading.answer_file import MOST_CHARACTERS
from careleaf.reading.text_file import read_text
from careleaf.review.accepting import accept_answer


def add_options(parser: ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="the answer file, or - for text from standard input")


def run(options: Namespace) -> int:
    """Enter what was signed, and print what the reviewer wants changed; then it ends with 1."""
    text, name = _given(options.file)
    progress("Reading the site")
    accepted = accept_answer(options.config_file, text, name, today(options.date))
    for entered in accepted.entered:
        say_entered(entered)
    for page in accepted.asked:
        print("\n".join(_asked(page)))
    return 1 if accepted.asked else 0


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
