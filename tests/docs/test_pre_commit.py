"""The hook for pre-commit does what it says: its command runs, and it runs for what concerns a site."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, ROOT, SiteMaker


@pytest.fixture
def hook() -> Any:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hook


@pytest.mark.parametrize(("added", "code"), [("", 0), ("\nOf us, 55% sleep badly.\n", 1)])
def test_it_stops_a_commit_with_errors_and_no_other(
    hook: Any, added: str, code: int, make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "docs/sleep/get-help.md"
    monkeypatch.chdir(make_site({page: MINIMAL_SITE[page] + added}).parent)
    command, *arguments = shlex.split(hook["entry"])
    assert command == "careleaf"
    assert main(arguments) == code


def test_it_is_asked_when_a_page_register_or_setting_changes(hook: Any) -> None:
    concerned = re.compile(hook["files"])
    assert all(concerned.search(path) for path in ("mkdocs.yml", "docs/a/b.md", "docs/_data/sources/x.yml"))
    assert not any(concerned.search(path) for path in ("README.md", "src/docs/a.py", "old-mkdocs.yml"))
    assert hook["pass_filenames"] is False


def test_the_guide_shows_it_by_its_name(hook: Any) -> None:
    assert f"- id: {hook['id']}" in Path(ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
