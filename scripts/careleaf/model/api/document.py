"""How a document of the API becomes JSON."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

VERSION = "1"
"""Of the API: it stands in every document and in its addresses."""
FOLDER = "api/v1/"


def camel_case(name: str) -> str:
    """Return a field's name as it stands in the JSON: `reviewedOn`."""
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)


def as_json(document: Any) -> str:
    """Return a document as JSON, one field a line.

    Fields come in the order of the model, so that the same content has the same bytes.
    """
    lines = (f"{_line(key)}: {_line(_plain(getattr(document, name)))}" for name, key in _fields(document.__class__))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _fields(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the name of each field in the model and in JSON."""
    return tuple((field.name, camel_case(field.name)) for field in dataclasses.fields(kind))


def _plain(value: Any) -> object:
    if isinstance(value, str):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(getattr(value, name)) for name, key in _fields(value.__class__)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
