"""The page for portal teams tells the truth: its examples are what a site writes, its lists are complete."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from careleaf.build.site import build_site
from careleaf.model.api.changes import ChangeKind
from careleaf.model.code_system import CODE_SYSTEMS
from careleaf.model.state_name import StateName
from careleaf.reading.schemas import API_TYPES, schema_of
from tests.coded_clinic import write_coded_clinic
from tests.conftest import ROOT, TODAY

GUIDE = (ROOT / "docs/about/for-portal-teams.md").read_text()
CODE, CHANGES, FILES = (json.loads(block) for block in re.findall(r"```text\n(\{.*?)```", GUIDE, re.DOTALL))
EXAMPLES = {"code": CODE, "changes": CHANGES, "files": FILES}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build_site(write_coded_clinic(tmp_path_factory.mktemp("clinic")), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


def _written(site: Path, path: str) -> Any:
    return json.loads((site / "api/v1" / path).read_text())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_fits_its_schema(name: str) -> None:
    errors = Draft202012Validator(schema_of(f"api-{name}")).iter_errors(EXAMPLES[name])
    assert [error.message for error in errors] == []


def test_the_answer_to_a_code_is_the_one_a_site_gives(site: Path) -> None:
    assert _written(site, "codes/icd-10-cm/G25.8.json") == CODE


def test_the_changes_shown_are_among_those_a_site_tells(site: Path) -> None:
    told = _written(site, "changes.json")["changes"]
    assert [one for one in CHANGES["changes"] if one not in told] == []


def test_the_files_shown_have_the_fields_a_site_lists(site: Path) -> None:
    kinds = {tuple(sorted(one)) for one in _written(site, "files.json")["files"]}
    assert {tuple(sorted(one)) for one in FILES["files"]} == kinds


def test_every_state_change_system_and_schema_is_named() -> None:
    for word in (*StateName, *ChangeKind, *CODE_SYSTEMS):
        assert f"`{word}`" in GUIDE
    for system in CODE_SYSTEMS.values():
        assert f"`{system.oid}` {system.title}" in GUIDE
    for name in API_TYPES:
        assert f"`{name}.schema.json`" in GUIDE


def test_every_address_named_is_written(site: Path) -> None:
    for path in re.findall(r"`(api/v1/[a-z./0-9-]+)`", GUIDE):
        assert (site / path).exists(), path
