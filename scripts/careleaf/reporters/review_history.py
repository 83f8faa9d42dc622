"""Every review of a page, with what changed from one signed wording to the next."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careleaf.model.differences import ChangedLine, PieceKind
from careleaf.model.hidden import HIDDEN
from careleaf.model.review import ReviewRecord
from careleaf.reporters.plain import one_line

_RESET = "\033[0m"
_COLOURS = {PieceKind.REMOVED: "\033[31;9m", PieceKind.ADDED: "\033[32m"}
_MARKS = {PieceKind.REMOVED: ("[-", "-]"), PieceKind.ADDED: ("{+", "+}"), PieceKind.SAME: ("", "")}
_INDENT = "    "
_NEAR = 60
"""Characters of unchanged words that are shown beside a change."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One review, or the wording of today, and how its wording differs from the one before."""

    record: ReviewRecord | None
    """None for the wording of today."""
    digest: str
    changes: tuple[ChangedLine, ...]
    is_kept: bool = True
    """Whether the texts to compare are there."""


def render_history_text(page: str, chapters: Sequence[Chapter], *, colour: bool = False) -> str:
    """Return all reviews, oldest first, each with the words that changed before it."""
    lines = [f"{page}: {_number(sum(1 for each in chapters if each.record))}"]
    for chapter in chapters:
        lines += ["", _head(chapter), *_details(chapter), *_changes(chapter, colour=colour)]
    return "".join(f"{line}\n" for line in lines)


def render_history_json(page: str, chapters: Sequence[Chapter]) -> str:
    """Return the same as one JSON document."""
    content = {"page": page, "history": [_object(chapter) for chapter in chapters]}
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def _number(reviews: int) -> str:
    return {0: "no review yet", 1: "1 review"}.get(reviews, f"{reviews} reviews")


def _head(chapter: Chapter) -> str:
    record = chapter.record
    if record is None:
        return f"Today's wording {chapter.digest[:15]}"
    return one_line(f"{record.reviewed_on} {record.scope} review by {record.reviewer} ({record.role})")


def _details(chapter: Chapter) -> Iterator[str]:
    record = chapter.record
    if record is None:
        return
    signed = ", with a signature" if record.signature else ""
    yield _INDENT + one_line(f"next review by {record.next_review_on}; came as {record.received}{signed}")
    yield _INDENT + one_line(f"wording {record.digest[:15]}, record {record.seal[:15]}")
    if record.notes:
        yield _INDENT + one_line(f"notes: {record.notes}")


def _changes(chapter: Chapter, *, colour: bool) -> Iterator[str]:
    if not chapter.is_kept:
        yield "    The text that was signed is not kept, so nobody can say what changed."
    elif not chapter.changes:
        yield "    The wording is the same." if chapter.record is None else "    No wording changed before it."
    for line in chapter.changes:
        yield f"    {line.what}: {_pieces(line, colour=colour)}"


def _pieces(line: ChangedLine, *, colour: bool) -> str:
    written = []
    for piece in line.pieces:
        text = _shortened(piece.text) if piece.kind is PieceKind.SAME else piece.text
        text = HIDDEN.sub("\ufffd", text)
        start, end = _MARKS[piece.kind]
        if colour and piece.kind in _COLOURS:
            start, end = _COLOURS[piece.kind], _RESET
        written.append(f"{start}{text}{end}")
    return " ".join(written)


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * _NEAR else f"{text[:_NEAR]} … {text[-_NEAR:]}"


def _object(chapter: Chapter) -> dict[str, object]:
    record = chapter.record
    facts: dict[str, object] = {"digest": chapter.digest}
    if record:
        facts |= {
            "reviewer": record.reviewer,
            "role": record.role,
            "scope": str(record.scope),
            "reviewed_on": str(record.reviewed_on),
            "next_review_on": str(record.next_review_on),
            "received": str(record.received),
            "statement": record.statement,
            "answers": {key: str(answer) for key, answer in record.answers.items()},
            "notes": record.notes,
            "seal": record.seal,
            "is_signed": bool(record.signature),
        }
    changes = [
        {"what": line.what, "pieces": [{"kind": str(piece.kind), "text": piece.text} for piece in line.pieces]}
        for line in chapter.changes
    ]
    return {**facts, "is_kept": chapter.is_kept, "changes": changes}
