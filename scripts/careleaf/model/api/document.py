"""How a document of the API becomes JSON."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date

VERSION = "1"
"""Of the API: it stands in every document and in its addresses."""
FOLDER = "api/v1/"


def camel_case(name: str) -> str:
    """Return a field's name as it stands in the JSON: `reviewedOn`."""
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)


def as_json(document: object) -> str:
    """Return a document as JSON: fields in the order of the model, so that the same content has the same bytes."""
    return json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return {camel_case(field.name): _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
