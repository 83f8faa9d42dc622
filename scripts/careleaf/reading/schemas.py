"""JSON Schemas of all records, made from the model: editors get completion and hover help from them."""

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from careleaf.model.api.changes import ChangesDocument
from careleaf.model.api.codes import CodeDocument, SystemIndexDocument, SystemsDocument
from careleaf.model.api.files import FilesDocument
from careleaf.model.api.page import PageDocument, TopicsDocument
from careleaf.model.clinic import Clinic
from careleaf.model.front_matter import FrontMatter
from careleaf.model.glossary import Term
from careleaf.model.person import Person
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.report_document import CheckReport, FailedCheck
from careleaf.model.review import ReviewRegister
from careleaf.model.source import Source
from careleaf.reading.records import adapter

RECORD_TYPES: Mapping[str, type[object]] = {
    "page": FrontMatter,
    "source": Source,
    "person": Person,
    "clinic": Clinic,
    "term": Term,
    "review": ReviewRegister,
    "policy": Policy,
    "published": Published,
}
API_TYPES: Mapping[str, type[object]] = {
    "topics": TopicsDocument,
    "page": PageDocument,
    "code": CodeDocument,
    "code-index": SystemIndexDocument,
    "code-systems": SystemsDocument,
    "changes": ChangesDocument,
    "files": FilesDocument,
}
"""The documents of a site's API, by the names of their schemas below ``api/v1/schemas``."""
OUTPUT_TYPES: Mapping[str, Any] = {
    "report": CheckReport | FailedCheck,
    **{f"api-{name}": document for name, document in API_TYPES.items()},
}
"""What careleaf writes for programs."""
SCHEMA_NAMES = (*RECORD_TYPES, *OUTPUT_TYPES)
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record or a report; `name` is one of `SCHEMA_NAMES`."""
    return output_schema(name) if name in OUTPUT_TYPES else record_schema(name)


def output_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of something careleaf prints; `name` is a key of `OUTPUT_TYPES`."""
    schema = TypeAdapter(OUTPUT_TYPES[name]).json_schema(mode="serialization")
    for part in (schema, *schema.get("$defs", {}).values()):
        _describe(part)
    return {"$schema": _DIALECT, **schema}


def record_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record; `name` is a key of `RECORD_TYPES`."""
    schema = adapter(RECORD_TYPES[name]).json_schema(by_alias=True)
    for part in (schema, *schema.get("$defs", {}).values()):
        _describe(part)
        _allow_unquoted_numbers(part)
    return {"$schema": _DIALECT, **schema}


def _describe(schema: dict[str, Any]) -> None:
    """Add the sentence that stands below a field in the model."""
    record_type = _model_types().get(schema.get("title", ""))
    if record_type is None:
        return
    schema["description"] = inspect.getdoc(record_type)
    alias = getattr(record_type, "__pydantic_config__", {}).get("alias_generator", str)
    for field, sentence in _field_docs(record_type).items():
        if (property_schema := schema["properties"].get(alias(field))) is not None:
            property_schema["description"] = sentence


def _allow_unquoted_numbers(schema: dict[str, Any]) -> None:
    """Let an editor accept ``volume: 33``: careleaf reads every scalar as text."""
    properties = list(schema.get("properties", {}).values())
    for property_schema in (*properties, *(one["items"] for one in properties if "items" in one)):
        if property_schema.get("type") == "string" and "format" not in property_schema:
            property_schema["type"] = ["string", "number"]


@cache
def _model_types() -> dict[str, type[object]]:
    found: dict[str, type[object]] = {}
    for record_type in (*RECORD_TYPES.values(), CheckReport, *API_TYPES.values()):
        module = inspect.getmodule(record_type)
        members = inspect.getmembers(module, lambda m: inspect.isclass(m) and dataclasses.is_dataclass(m))
        found.update(dict(members))
    return found


def _field_docs(record_type: type[object]) -> dict[str, str]:
    """Read the strings below a dataclass's fields; they live in the source only."""
    inherited = [_field_docs(base) for base in record_type.__bases__ if dataclasses.is_dataclass(base)]
    body = ast.parse(textwrap.dedent(inspect.getsource(record_type))).body[0]
    if not isinstance(body, ast.ClassDef):
        return {}
    pairs = zip(body.body, body.body[1:], strict=False)
    own = {
        field.target.id: " ".join(note.value.value.split())
        for field, note in pairs
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant) and isinstance(note.value.value, str)
    }
    return {name: sentence for docs in (*inherited, own) for name, sentence in docs.items()}
