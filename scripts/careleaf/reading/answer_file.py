"""The answer file of a review packet: JSON from somebody's mailbox, so everything in it is hostile.

Its size, depth and lengths are bounded, every key is known, every value is text of a form that is asked for. What it
says is then held against the register and the page as any review is.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from careleaf.model.errors import ConfigError
from careleaf.model.hidden import HIDDEN
from careleaf.model.review import Answer
from careleaf.model.review_answer import KIND, MOST_NOTES, VERSION, Decision, PageAnswer, ReviewAnswer

MOST_CHARACTERS = 400_000
_MOST_PAGES = 200
_MOST_ANSWERS = 60
_SHORT = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUESTION = re.compile(r"[a-z][a-z-]{0,40}")
_TOP = frozenset({"careleaf", "version", "site", "reviewer", "role", "reviewed_on", "next_review_on", "pages"})
_PAGE = frozenset({"page", "digest", "decision", "answers", "notes"})
E = TypeVar("E", Answer, Decision)


def parse_answer(text: str, name: str) -> ReviewAnswer:
    """Parse an answer file. Raises ConfigError with what is wrong and what to do.

    Args:
        text: the file.
        name: what to call it in messages.
    """
    top = _object(_json(text, name), _TOP, f"{name}")
    if top["careleaf"] != KIND or top["version"] != VERSION:
        raise ConfigError(f"{name} is no answer of version {VERSION} to a review packet. Ask for the file again.")
    pages = top["pages"]
    if not isinstance(pages, list) or not 1 <= len(pages) <= _MOST_PAGES:
        raise ConfigError(f"{name}: `pages` has to be a list of 1 to {_MOST_PAGES} answers. Ask for the file again.")
    answer = ReviewAnswer(
        site=_text(top, "site", name),
        reviewer=_text(top, "reviewer", name),
        role=_text(top, "role", name, may_be_empty=True),
        reviewed_on=_day(top, "reviewed_on", name),
        next_review_on=_day(top, "next_review_on", name) if top["next_review_on"] else None,
        pages=tuple(_page(page, f"{name}, page {number}") for number, page in enumerate(pages, start=1)),
    )
    _refuse_twice(answer, name)
    return answer


def _json(text: str, name: str) -> object:
    if len(text) > MOST_CHARACTERS:
        raise ConfigError(f"{name} is larger than any answer can be. Ask for the file again.")
    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(
            f"{name} is not the answer file as the form made it{where}. Ask for the file as an attachment: e-mail "
            "programs change quotation marks in text that is pasted."
        ) from error


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _object(value: object, keys: frozenset[str], where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict) or value.keys() != keys:
        given = value.keys() if isinstance(value, dict) else set()
        wrong = sorted((keys - given) or (given - keys))
        named = f" at `{_shown(wrong[0])}`" if wrong else ""
        raise ConfigError(f"{where} does not have the form of an answer{named}. Ask for the file again.")
    return value


def _page(value: object, where: str) -> PageAnswer:
    page = _object(value, _PAGE, where)
    answers = page["answers"]
    if not isinstance(answers, dict) or len(answers) > _MOST_ANSWERS:
        raise ConfigError(f"{where}: `answers` has to hold the packet's questions. Ask for the file again.")
    return PageAnswer(
        page=_text(page, "page", where),
        digest=_text(page, "digest", where),
        decision=_choice(page["decision"], Decision, f"{where}: `decision`"),
        answers={_question(key, where): _choice(a, Answer, f"{where}: `{key}`") for key, a in answers.items() if a},
        notes=_notes(page["notes"], where),
    )


def _question(key: str, where: str) -> str:
    if not _QUESTION.fullmatch(key):
        raise ConfigError(f"{where}: `{_shown(key)}` is no question of a packet. Ask for the file again.")
    return key


def _text(values: Mapping[str, Any], key: str, where: str, *, may_be_empty: bool = False) -> str:
    value = values[key]
    if not isinstance(value, str) or len(value) > _SHORT or not (value.isprintable()) or HIDDEN.search(value):
        raise ConfigError(f"{where}: `{key}` has to be a short text. Ask for the file again.")
    if not value.strip() and not may_be_empty:
        raise ConfigError(f"{where}: `{key}` is empty. Ask the reviewer to fill it in.")
    return value.strip()


def _day(values: Mapping[str, Any], key: str, where: str) -> date:
    value = values[key]
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ConfigError(
        f"{where}: `{key}` is {_shown(value) or 'empty'}, not a day such as 2026-11-23. Ask the reviewer."
    )


def _choice(value: object, kind: type[E], where: str) -> E:
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    words = ", ".join(kind)
    raise ConfigError(f"{where} is {_shown(value) or 'empty'}, not one of {words}. Ask the reviewer.")


def _notes(value: object, where: str) -> str:
    """Return notes with every hidden character left out: they come pasted from anywhere."""
    if not isinstance(value, str) or len(value) > MOST_NOTES:
        raise ConfigError(f"{where}: `notes` has to be a text of at most {MOST_NOTES} characters. Ask the reviewer.")
    return HIDDEN.sub("", " ".join(value.split()))


def _refuse_twice(answer: ReviewAnswer, name: str) -> None:
    if len({page.page for page in answer.pages}) != len(answer.pages):
        raise ConfigError(f"{name} answers for one page twice. Ask for the file again.")


def _shown(value: object) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in str(value)[:60])
