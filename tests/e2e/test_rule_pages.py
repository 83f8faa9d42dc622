"""The pages of all rules: complete, the same in every run, and fit for a site that careleaf itself checks."""

from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.cli.main import main
from careleaf.model.rule import Rule
from careleaf.reporters.rule_pages import parts, rule_pages
from careleaf.rules.table import RULES
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker, folder_bytes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_says_what_why_when_wrong_and_what_to_do(rule: Rule) -> None:
    explained = parts(rule)
    page = rule_pages([rule])[f"{rule.code.lower()}.md"]
    for part in (
        explained.what,
        explained.why,
        explained.when_wrong,
        explained.what_to_do,
        explained.bad,
        explained.good,
    ):
        assert len(part) > 5
        assert part in page
    assert ("No. It can neither" in page) is rule.weight.is_binding


def test_the_index_leads_to_every_page() -> None:
    pages = rule_pages(RULES)
    assert len(pages) == len(RULES) + 1
    assert all(f"]({name})" in pages["index.md"] for name in pages if name != "index.md")


def test_the_pages_are_written_alike_in_every_run(tmp_path: Path) -> None:
    assert main(["explain", "--all", "--out", str(tmp_path / "a" / "rules")]) == 0
    assert main(["explain", "--all", "--out", str(tmp_path / "b")]) == 0
    assert folder_bytes(tmp_path / "a/rules") == folder_bytes(tmp_path / "b")


@pytest.mark.parametrize("options", [("--all",), ("--out", "x"), ("NONE1",), ("--all", "--out", "mkdocs.yml")])
def test_a_slip_in_the_command_is_told(
    options: tuple[str, ...], make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(make_site().parent)
    try:
        code = main(["explain", *options])
    except SystemExit as end:
        code = int(str(end.code))
    assert code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_careleaf_finds_nothing_wrong_with_the_pages(make_site: SiteMaker) -> None:
    pages = {f"docs/guide/rules/{name}": text for name, text in rule_pages(RULES).items()}
    home = MINIMAL_SITE["docs/index.md"] + "\nSee [all rules](guide/rules/index.md).\n"
    report = check_site(make_site({**pages, "docs/index.md": home}), TODAY)
    assert [f"{f.finding.location} {f.rule.name} {f.finding.message}" for f in report.findings] == []
