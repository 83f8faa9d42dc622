"""Turning an answer file into records: all of its pages that are signed, or none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from careleaf.channels.packet.questions import QUESTIONS
from careleaf.model.errors import ConfigError, ReviewRefusedError
from careleaf.model.review import Received
from careleaf.model.review_answer import Decision, PageAnswer, ReviewAnswer
from careleaf.model.state import page_state
from careleaf.reading.answer_file import parse_answer
from careleaf.review.chosen_pages import chosen_page
from careleaf.review.entry import Entry
from careleaf.review.refusals import refusals
from careleaf.review.signature_file import signature_in
from careleaf.review.signing import Entered, enter, refuse_unsigned_entry, text_to_sign


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of an answer file."""

    entered: tuple[Entered, ...]
    asked: tuple[PageAnswer, ...]
    """Pages that the reviewer wants changed before they sign; nothing is recorded of them."""


def accept_answer(settings: Path, text: str, name: str, today: date, signatures: Path | None = None) -> Accepted:
    """Enter the reviews of an answer file.

    Args:
        settings: the site's mkdocs.yml.
        text: the answer file.
        name: what to call it in messages.
        today: the day due dates are held against.
        signatures: the folder of `records_to_sign`, once each record there has its signature beside it.

    Raises:
        ConfigError: it is no answer file, or the settings or a register cannot be used.
        ReviewRefusedError: a review in it cannot stand; nothing is entered.
        PublishError: the disk refused.
    """
    answer = parse_answer(text, name)
    run, entries = _signed_entries(settings, answer, name, today)
    if signatures is not None:
        entries = [replace(each, signature=signature_in(signatures / f"{_stem(each)}.sig")) for each in entries]
    for entry in entries:
        refuse_unsigned_entry(run, entry)
    entered = tuple(enter(settings, run, entry) for entry in entries)
    return Accepted(entered, tuple(page for page in answer.pages if page.decision is Decision.CHANGES))


def records_to_sign(settings: Path, text: str, name: str, today: date) -> Mapping[str, str]:
    """Return what the reviewer signs with their key, by file name; nothing is entered. Raises as `accept_answer`."""
    run, entries = _signed_entries(settings, parse_answer(text, name), name, today)
    return {_stem(entry): text_to_sign(run, entry) for entry in entries}


def _stem(entry: Entry) -> str:
    return f"record-{entry.page.replace('/', '-')}.txt"


def _signed_entries(settings: Path, answer: ReviewAnswer, name: str, today: date) -> tuple[Run, list[Entry]]:
    run = judged_run(settings, today)
    _refuse_other_site(answer, run, name)
    _refuse_other_questions(answer, name)
    entries = [_entry(answer, page) for page in answer.pages if page.decision is Decision.SIGN]
    _refuse_unfit(entries, run, name)
    return run, entries


def _refuse_other_site(answer: ReviewAnswer, run: Run, name: str) -> None:
    site_id = run.library.policy.value.site_id
    if answer.site != site_id:
        raise ConfigError(f"{name} was made for the site `{answer.site}`, and this site is `{site_id}`.")


def _refuse_other_questions(answer: ReviewAnswer, name: str) -> None:
    for question in (question for page in answer.pages for question in page.answers):
        if question not in QUESTIONS:
            raise ConfigError(f"{name}: `{question}` is no question of a packet. Ask for the file again.")


def _refuse_unfit(entries: list[Entry], run: Run, name: str) -> None:
    """Refuse the whole file before anything of it is entered."""
    reasons: list[str] = []
    for entry in entries:
        page = chosen_page(entry.page, run.library)
        reasons += refusals(entry, page, page_state(page, run.library), run.library)
    if reasons:
        raise ReviewRefusedError(f"Nothing of {name} is entered.", tuple(dict.fromkeys(reasons)))


def _entry(answer: ReviewAnswer, page: PageAnswer) -> Entry:
    return Entry(
        page=page.page,
        reviewer=answer.reviewer,
        on=answer.reviewed_on,
        digest=page.digest,
        role=answer.role,
        next_review_on=answer.next_review_on,
        received=Received.ANSWER_FILE,
        answers=page.answers,
        notes=page.notes,
    )
