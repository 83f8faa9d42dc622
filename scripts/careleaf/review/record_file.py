"""A page's review records on disk: one more at the end, and nothing that stood there is touched."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.locking import only_one
from careleaf.build.settings import root_folder
from careleaf.build.whole_file import write_whole
from careleaf.model.errors import ConfigError, PublishError
from careleaf.model.record import Record
from careleaf.model.record_text import seal_of
from careleaf.model.review import ReviewRecord, ReviewRegister
from careleaf.reading.records import parse_record
from careleaf.reading.registers import DATA_FOLDER, relative_path
from careleaf.reading.text_file import read_text

PATIENCE = 30.0
"""Seconds to wait while somebody else's review is entered."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z][A-Za-z0-9_./-]*)*|\d{4}-\d{2}-\d{2}")
_MAGIC = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

MakeRecord = Callable[[tuple[ReviewRecord, ...]], ReviewRecord]
"""Makes the new record from those that stand there; may raise to enter none."""


def add_record(config: MkDocsConfig, page_id: str, signed_text: str, make: MakeRecord) -> tuple[ReviewRecord, Path]:
    """Add a page's record and keep the text it signs beside it; return the record as it was sealed, and its file.

    The text goes first: killed in between, the register is as it was, and signing again completes it.

    Raises:
        ConfigError: the register cannot be read, or a record in it was changed.
        PublishError: the disk refused, or somebody else is entering reviews for too long.
    """
    root = root_folder(config)
    folder = Path(config.docs_dir).resolve() / DATA_FOLDER / "reviews"
    file = folder / f"{page_id}.yml"
    with only_one(root / ".reviews.lock", "entering a review", PATIENCE):
        text, before = _register(file, relative_path(file, root))
        record = _sealed(make(before.value.records), before.value.records)
        after = _with_record(text, before, record)
        _keep_text(folder / page_id / f"{record.digest}.txt", signed_text, root)
        write_whole(file, after)
    return record, file


def _register(file: Path, path: str) -> tuple[str, Record[ReviewRegister]]:
    if not file.exists():
        text: str | None = "records: []\n"
    else:
        text, fault = read_text(file, path)
        if text is None:
            raise ConfigError(f"{path}: {fault.finding.message if fault else 'The file cannot be read.'}")
    record, faults = parse_record(text or "", path, file.stem, ReviewRegister)
    if faults or record is None:
        finding = faults[0].finding
        raise ConfigError(f"{finding.location}: {finding.message} {finding.help}")
    changed = next((one for one in record.value.records if one.seal != seal_of(one)), None)
    if changed:
        raise ConfigError(
            f"{path}: the record of {changed.reviewed_on} is not as it was entered. Bring it back before you add one."
        )
    return text or "", record


def _sealed(record: ReviewRecord, before: tuple[ReviewRecord, ...]) -> ReviewRecord:
    expected = before[-1].seal if before else ""
    if record.previous != expected or record.seal != seal_of(record):
        raise PublishError("The record does not follow the last one of this page. Run the command again.")
    return record


def _with_record(text: str, before: Record[ReviewRegister], record: ReviewRecord) -> str:
    """Return the register's text with one more item; read again, it says exactly what was meant."""
    first = before.places.get("records.0")
    dash = " " * ((first.column if first else 5) - 3)
    kept = text.rstrip("\n") + "\n" if before.value.records else "records:\n"
    after = kept + "".join(_lines(record, dash))
    parsed, faults = parse_record(after, before.location.path, before.id, ReviewRegister)
    if faults or parsed is None or parsed.value.records != (*before.value.records, record):
        raise PublishError(
            f"{before.location.path} could not be added to by program. Write one key a line, without flow style."
        )
    return after


def _lines(record: ReviewRecord, dash: str) -> Iterator[str]:
    """Yield one line a key, so that a difference shows one record's lines and no others."""
    lead = f"{dash}- "
    for field in fields(record):
        value = getattr(record, field.name)
        if not value:
            continue
        if isinstance(value, dict):
            yield f"{lead}{field.name}:\n"
            yield from (f"{dash}    {_scalar(key)}: {_scalar(answer)}\n" for key, answer in sorted(value.items()))
        elif str(value).endswith("\n"):
            yield f"{lead}{field.name}: |\n"
            yield from (f"{dash}    {line}\n" for line in str(value).splitlines())
        else:
            yield f"{lead}{field.name}: {_scalar(value)}\n"
        lead = f"{dash}  "


def _scalar(value: object) -> str:
    """Write a value plain where nobody can misread it, else in quotation marks as JSON and YAML both read it."""
    text = str(value)
    if _PLAIN.fullmatch(text) and text.casefold() not in _MAGIC:
        return text
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _keep_text(file: Path, text: str, root: Path) -> None:
    if not file.exists():
        write_whole(file, text)
        return
    kept, _ = read_text(file, file.name)
    if kept != text:
        path = relative_path(file, root)
        raise ConfigError(f"{path} is not the text that was signed. Bring it back, or remove it, and sign again.")
