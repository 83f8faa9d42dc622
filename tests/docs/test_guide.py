"""The guide keeps up with careleaf: it is built by it, and nothing an author can use is missing from it."""

import argparse
import json
import re
import shlex
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from careleaf.build.check import check_site
from careleaf.cli.commands import COMMANDS
from careleaf.cli.main import main
from careleaf.model.glossary import Term
from careleaf.model.health_block import BlockKind
from careleaf.model.reserved import RESERVED_FOLDERS
from careleaf.reading.records import parse_record
from careleaf.reporters.rule_page import page_name
from careleaf.rules.table import RULES
from tests.browser.guide import write_guide
from tests.conftest import ROOT, TODAY

GUIDE = ROOT / "guide"
PAGES = {file.stem: file.read_text() for file in (GUIDE / "docs").glob("*.md")}
_SAID_ONCE = {"--help", "--config-file", "--date"}
"""Options of every command that reads a site: the head of the page tells of them."""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the guide in a copy, as `make guide` does, and return the finished site."""
    folder = tmp_path_factory.mktemp("guide")
    write_guide(folder)
    report = check_site(folder / "mkdocs.yml", TODAY)
    assert [f"{f.finding.location}: {f.finding.message}" for f in report.findings] == []
    assert main(["build", "-f", str(folder / "mkdocs.yml"), "--date", TODAY.isoformat(), "--jobs", "1"]) == 0
    return folder / "site"


def _parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every command and action, with its parser."""
    for command in COMMANDS:
        parser = argparse.ArgumentParser()
        command.add_options(parser)
        yield command.name, parser
        for action in parser._actions:  # argparse has no other way to look at what was added
            if isinstance(action, argparse._SubParsersAction):
                yield from ((f"{command.name} {name}", one) for name, one in action.choices.items())


def _section(page: str, heading: str) -> str:
    """Return what stands below a heading of the second or third level; empty when there is none."""
    found = re.search(rf"^(##+) {re.escape(heading)}\n(.*?)(?=^##|\Z)", PAGES[page], re.DOTALL | re.MULTILINE)
    return found[2] if found else ""


def _told(name: str) -> str:
    """Return what the guide says of a command or action: its section, or its item in the section."""
    command, _, action = name.partition(" ")
    section = _section("commands", f"careleaf {command}")
    if not action:
        return section
    return next((line for line in section.splitlines() if line.startswith(f"- `careleaf {name}")), "")


_PARSERS = dict(_parsers())


@pytest.mark.parametrize("name", _PARSERS)
def test_every_command_and_each_of_its_options_is_told(name: str) -> None:
    told, parser = _told(name), _PARSERS[name]
    assert told.strip(), f"guide/docs/commands.md does not tell of `careleaf {name}`"
    options = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
    unnamed = {option for option in options - _SAID_ONCE if not re.search(rf"`(?:careleaf [^`]*)?{option}\b", told)}
    assert unnamed == set()


def test_no_command_is_told_that_is_not_there() -> None:
    told = set(re.findall(r"^## careleaf (\S+)$", PAGES["commands"], re.MULTILINE))
    assert told == {command.name for command in COMMANDS}


@pytest.mark.parametrize("name", ["care-card", "topics", *BlockKind])
def test_every_block_is_shown_live_and_as_it_is_written(guide: Path, name: str) -> None:
    blocks = re.findall(rf"^/// {name}\b.*?^///$", PAGES["blocks"], re.DOTALL | re.MULTILINE)
    assert blocks, f"guide/docs/blocks.md does not show `/// {name}`"
    outside = re.sub(r"^```.*?^```$", "", PAGES["blocks"], flags=re.DOTALL | re.MULTILINE)
    for block in set(blocks):
        assert block in outside, "every example stands live on the page"
        assert blocks.count(block) == 2, "every example stands live and in code, in the same words"
    html = (guide / "blocks/index.html").read_text()
    assert f'data-block="{name}"' in html or f'class="{name} ' in html


def test_charts_are_drawn(guide: Path) -> None:
    html = (guide / "blocks/index.html").read_text()
    for name in (BlockKind.ICONS, BlockKind.BARS, BlockKind.DIAL):
        section = html.partition(f'data-block="{name}"')[2].partition("</section>")[0]
        assert "<svg" in section


def test_every_key_of_the_policy_has_its_heading_and_inner_keys_are_named() -> None:
    schema = json.loads((ROOT / "schemas/policy.schema.json").read_text())
    assert set(re.findall(r"^### (\S+)$", PAGES["policy"], re.MULTILINE)) == schema["properties"].keys()
    for key, inner in {"review": "ReviewPolicy", "handouts": "HandoutPolicy", "language": "LanguagePolicy"}.items():
        told = _section("policy", key)
        assert {name for name in schema["$defs"][inner]["properties"] if f"`{name}`" not in told} == set()


def test_every_rule_has_its_page_and_is_found_in_the_index(guide: Path) -> None:
    index = (guide / "rules/index.html").read_text()
    for rule in RULES:
        assert rule.name in (guide / "rules" / page_name(rule) / "index.html").read_text()
        assert f'href="{page_name(rule)}/"' in index


def test_the_folders_no_topic_can_have_are_named() -> None:
    assert {folder for folder in RESERVED_FOLDERS if f"`{folder}`" not in PAGES["writing"]} == set()


def test_the_commands_of_the_start_page_make_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = re.findall(r"^careleaf (new .*)$", PAGES["start"], re.MULTILINE)
    assert [line.split()[1] for line in lines] == ["site", "topic", "page"]
    monkeypatch.chdir(tmp_path)
    for line in lines:
        assert main(shlex.split(line)) == 0
        monkeypatch.chdir(tmp_path / "health")
    unwritten = check_site(tmp_path / "health/mkdocs.yml", TODAY).findings
    assert "missing-conflict-statement" in {found.rule.name for found in unwritten}
    assert "unknown-person" not in {found.rule.name for found in unwritten}
    authors = {path.stem for path in (tmp_path / "health/docs/_data/people").glob("*.yml")}
    assert set(re.findall(r"--author (\S+)", PAGES["start"])) == authors


class _Addresses(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if tag == "a":
            self.links.append(values.get("href") or "")


def test_every_link_of_the_guide_leads_somewhere(guide: Path) -> None:
    pages = {file: _Addresses(file.read_text()) for file in guide.rglob("*.html") if "exports" not in file.parts}
    dead = []
    for file, page in pages.items():
        for link in page.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            path = unquote(address.path)
            target = guide / path.lstrip("/") if path.startswith("/") else file.parent / path if path else file
            target = (target / "index.html" if target.is_dir() else target).resolve()
            if not target.exists() or (address.fragment and unquote(address.fragment) not in pages[target].ids):
                dead.append(f"{file.relative_to(guide)}: {link}")
    assert dead == []


def test_a_citation_of_a_page_without_topic_leads_to_its_source(guide: Path) -> None:
    html = (guide / "writing/index.html").read_text()
    assert 'id="source-1"' in html
    assert "at least 24 by 24 CSS pixels" in html.partition('id="source-1"')[2]


def test_the_records_shown_are_those_the_guide_uses() -> None:
    for page, record in (("sources", "sources/wcag22.yml"), ("blocks", "glossary/palindrome.yml")):
        kept = (GUIDE / "docs/_data" / record).read_text().strip()
        assert f"```yaml\n{kept}\n```" in PAGES[page]
    text = (GUIDE / "docs/_data/glossary/palindrome.yml").read_text()
    assert parse_record(text, "palindrome.yml", "term", Term)[1] == []


def test_the_readme_leads_to_the_guide() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "(guide/docs/index.md)" in readme
    assert "make guide" in readme
