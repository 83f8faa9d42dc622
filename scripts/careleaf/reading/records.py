"""From plain YAML values to records of the model; every wrong key is named at its place."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.record import Record
from careleaf.reading.yaml_text import ParsedYaml, Value, parse_yaml

T = TypeVar("T")

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def adapter(record_type: type[T]) -> TypeAdapter[T]:
    """Return the one validator of a record type; making one takes longer than using it."""
    if record_type not in _ADAPTERS:
        _ADAPTERS[record_type] = TypeAdapter(record_type)
    return _ADAPTERS[record_type]


def parse_record(
    text: str, path: str, record_id: str, record_type: type[T], first_line: int = 1
) -> tuple[Record[T] | None, list[Fault]]:
    """Parse one YAML record. Returns no record when it cannot be used, and always every fault."""
    parsed = parse_yaml(text, path, first_line)
    top = Location(path, first_line)
    if parsed.faults and parsed.value is None:
        return None, parsed.faults
    if not isinstance(parsed.value, dict):
        return None, [*parsed.faults, _not_a_mapping(top)]
    try:
        value = adapter(record_type).validate_python(_without_nulls(parsed.value))
    except ValidationError as error:
        keys = known_keys(record_type)
        faults = [_fault(detail, parsed, top, keys) for detail in _first_of_each_place(error)]
        return None, [*parsed.faults, *faults]
    record = Record(record_id, value, top, parsed.places)
    return record, [*parsed.faults, *_loose_dates(value, parsed, record)]


def known_keys(record_type: type[object]) -> tuple[str, ...]:
    """Return the keys an author may write in a record."""
    config = getattr(record_type, "__pydantic_config__", {})
    alias = config.get("alias_generator", str)
    return tuple(alias(f.name) for f in dataclasses.fields(record_type))  # type: ignore[arg-type]  # a dataclass


def _without_nulls(value: Value) -> Value:
    """Treat ``key:`` with nothing behind it as a key that is not there."""
    if isinstance(value, dict):
        return {key: _without_nulls(v) for key, v in value.items() if v is not None}
    return [_without_nulls(v) for v in value] if isinstance(value, list) else value


def _first_of_each_place(error: ValidationError) -> Iterator[ErrorDetails]:
    """Yield one error a place: a field of several allowed types reports each type."""
    seen = set()
    for detail in error.errors(include_url=False):
        if detail["loc"] not in seen:
            seen.add(detail["loc"])
            yield detail


def _fault(detail: ErrorDetails, parsed: ParsedYaml, top: Location, keys: tuple[str, ...]) -> Fault:
    steps = [str(step) for step in detail["loc"] if step != "[key]"]
    place = _nearest_place(steps, parsed, top)
    key = steps[-1] if steps else ""
    if detail["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        return Fault(FaultKind.UNKNOWN_KEY, _unknown_key(key, place, keys if len(steps) == 1 else ()))
    if detail["type"] in {"missing", "missing_argument"}:
        message, advice = f"The key `{'.'.join(steps)}` is missing.", f"Add `{key}:` with its value."
    else:
        message, advice = f"`{'.'.join(steps)}` is not usable: {_reason(detail)}.", _advice(detail)
    return Fault(FaultKind.INVALID_FIELD, Finding(place, message, advice))


def _nearest_place(steps: list[str], parsed: ParsedYaml, top: Location) -> Location:
    for length in range(len(steps), 0, -1):
        if (place := parsed.places.get(".".join(steps[:length]))) is not None:
            return place
    return top


def _unknown_key(key: str, place: Location, keys: tuple[str, ...]) -> Finding:
    close = get_close_matches(key, keys, n=1, cutoff=0.6)
    advice = f"Did you mean `{close[0]}`?" if close else "Remove it, or see `careleaf schema` for the keys."
    return Finding(place, f"The key `{key}` is not known.", advice)


def _reason(detail: ErrorDetails) -> str:
    reason = detail["msg"].removeprefix("Input ").removeprefix("Value error, ")
    shown = detail["input"]
    return f"`{shown}` {reason}" if isinstance(shown, str) and len(shown) < 60 else f"it {reason}"


def _advice(detail: ErrorDetails) -> str:
    if detail["type"].startswith("date"):
        return "Write the day as year-month-day, such as 2026-11-23."
    if detail["type"] == "enum":
        return "Use one of the words named."
    return "See `careleaf schema` for what the key holds."


def _not_a_mapping(place: Location) -> Fault:
    finding = Finding(place, "This record does not consist of `key: value` lines.", "Write one key a line.")
    return Fault(FaultKind.UNREADABLE_RECORD, finding)


def _loose_dates(value: object, parsed: ParsedYaml, record: Record[T]) -> Iterator[Fault]:
    """Refuse dates that are numbers or carry a time: only year-month-day says which day is meant."""
    for path, day in _dates(value, ()):
        written = _written(parsed.value, path)
        if isinstance(written, str) and not _ISO_DATE.fullmatch(written):
            message = f"`{'.'.join(path)}` is not usable: `{written}` is not a plain day; it was read as {day}."
            finding = Finding(
                record.at(".".join(path)), message, "Write the day as year-month-day, such as 2026-11-23."
            )
            yield Fault(FaultKind.INVALID_FIELD, finding)


def _dates(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], date]]:
    if isinstance(value, date):
        yield path, value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _dates(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _dates(item, (*path, str(index)))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _dates(item, (*path, str(key)))


def _written(value: Value, path: tuple[str, ...]) -> Value:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list):
            value = value[int(step)]
    return value
