"""CONTRIBUTING.md tells the truth: its examples are read by the same code as an author's files."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from careleaf.model.front_matter import FrontMatter
from careleaf.reading.page_file import parse_page
from careleaf.reading.records import parse_record
from careleaf.reading.schemas import RECORD_TYPES, record_schema
from careleaf.reading.yaml_text import parse_yaml
from tests.conftest import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text()
EXAMPLES = dict(re.findall(r"<!-- example: (\w+) -->\n```\w+\n(.*?)```", GUIDE, re.DOTALL))


def record_text(name: str) -> str:
    return EXAMPLES[name].split("---\n")[1] if name == "page" else EXAMPLES[name]


def test_every_record_has_one_full_example() -> None:
    assert EXAMPLES.keys() == RECORD_TYPES.keys()


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_an_example_is_read_without_a_fault(name: str) -> None:
    record, faults = parse_record(record_text(name), f"{name}.yml", name, RECORD_TYPES[name])
    assert faults == []
    assert record is not None


def _with_numbers(value: object) -> object:
    """Return a value as an editor's YAML reader sees it: digits without quotation marks are a number."""
    if isinstance(value, dict):
        return {key: _with_numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_numbers(one) for one in value]
    return int(value) if isinstance(value, str) and value.isdecimal() else value


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_an_example_fits_its_published_schema(name: str) -> None:
    schema = record_schema(name)
    Draft202012Validator.check_schema(schema)
    value = json.loads(json.dumps(parse_yaml(record_text(name), "x").value))
    value = _with_numbers(value)
    if name == "policy":
        value["handouts"]["name_line"] = value["handouts"]["name_line"] == "true"
        value["publish_snomed_ct"] = value["publish_snomed_ct"] == "true"
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []


def test_a_schema_refuses_what_the_reader_refuses() -> None:
    value = parse_yaml(record_text("person") + "nickname: Tess\n", "x").value
    assert list(Draft202012Validator(record_schema("person")).iter_errors(value))


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_the_schemas_in_the_repository_are_those_of_the_model(name: str) -> None:
    written = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text())
    assert written == record_schema(name), "run `make schemas`"


def test_the_editor_settings_shown_are_those_of_the_repository() -> None:
    shown = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)[0]
    assert json.loads(shown) == json.loads((ROOT / ".vscode/settings.json").read_text())


def test_the_example_page_keeps_its_text() -> None:
    page = parse_page(EXAMPLES["page"], "docs/sleep/screens.md", "sleep/screens")
    assert page.faults == ()
    assert isinstance(page.front.value, FrontMatter)
    assert page.text.lstrip().startswith("In a survey of 200 people")
