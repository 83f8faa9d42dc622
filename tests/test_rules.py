"""Every rule on its own cases: tests/rules/<rule-name>.md reads as the rule's specification.

A case is a heading that says what is shown, the files that differ from the base site below, and a block `findings`
with the exact lines that are printed. A block `<path>#body` is put below the front matter that the base site has for
this page; a block `faults` stands in for what reading found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import careleaf.rules
from careleaf.build.check import check_site
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.library import Library, Site
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.rule import Rule, RuleFinding
from careleaf.reporters.explain import explanation
from careleaf.reporters.text import finding_line
from careleaf.rules.judgement import judge_library
from careleaf.rules.table import RULES

TODAY = date(2026, 11, 23)
CASES = Path(__file__).parent / "rules"
FRONT_MATTER = {
    "docs/index.md": "---\ntitle: Health\ndescription: Start here.\n---\n",
    "docs/legs/index.md": """\
---
title: Legs
description: What restless legs are.
type: condition
main_message: Ask for a blood test.
authors: [writer]
written_on: 2026-11-01
---
""",
    "docs/legs/timing.md": """\
---
title: Timing
description: When symptoms come.
type: lifestyle
main_message: Evenings are hardest.
authors: [writer]
written_on: 2026-11-01
---
""",
}
BASE = {
    "mkdocs.yml": """\
site_name: Health
theme: {name: mkdocs}
plugins: [careleaf]
markdown_extensions: [attr_list, tables, sane_lists, toc: {permalink: true}, careleaf]
""",
    "docs/index.md": FRONT_MATTER["docs/index.md"] + "\nRead about [restless legs](legs/index.md).\n",
    "docs/legs/index.md": FRONT_MATTER["docs/legs/index.md"]
    + """
Exercise helps 54% of people.[@study2020#helps] See [when symptoms come](timing.md).

## Signs

/// care-card | See your doctor if:
    level: routine

- your legs keep you awake
///
""",
    "docs/legs/timing.md": FRONT_MATTER["docs/legs/timing.md"] + "\nEvenings are hardest.\n",
    "docs/_data/policy.yml": "site_id: health\npublish:\n  site: [reviewed, adapted, unreviewed, overdue]\n",
    "docs/_data/people/writer.yml": """\
name: Writer
roles: [author]
conflict_of_interest: {statement: None declared., declared_on: 2026-11-01}
""",
    "docs/_data/people/checker.yml": """\
name: Checker
roles: [reviewer]
credentials: MD
credentials_verified: {verified_on: 2026-11-01, by: writer, where: the board's register}
conflict_of_interest: {statement: None declared., declared_on: 2026-11-01}
""",
    "docs/_data/sources/study2020.yml": """\
kind: primary-study
type: article-journal
title: A survey of exercise and legs
issued: "2020"
accessed: 2026-11-01
status: current
evidence:
  helps:
    says: In a survey of 528 people, 54% said that exercise helps and 24% said that it harms.
    where: abstract
    seen: publisher's page
  dose:
    says: Adults took 2 g a day in two or three doses for 12 weeks, or 25 mcg for 6 weeks.
    where: table 2
    seen: publisher's page
""",
}


@dataclass(frozen=True)
class Case:
    """One heading of a case file."""

    rule: str
    sentence: str
    blocks: dict[str, str]

    @property
    def findings(self) -> str:
        return self.blocks["findings"]


_FENCED = re.compile(r"^(?P<fence>`{3,})(?P<path>\S+)\n(?P<content>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def read_cases(file: Path) -> Iterator[Case]:
    """Give each fenced block to the last heading outside of blocks."""
    text = file.read_text(encoding="utf-8")
    prose = _FENCED.sub(lambda match: " " * len(match[0]), text)
    headings = list(_HEADING.finditer(prose))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        blocks = {match["path"]: match["content"] for match in _FENCED.finditer(text, heading.end(), end)}
        yield Case(file.stem, heading[1].strip(), blocks)


def all_cases() -> list[Case]:
    return [case for file in sorted(CASES.glob("*.md")) for case in read_cases(file)]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.rule}: {case.sentence}")
def test_rule(case: Case, tmp_path: Path) -> None:
    assert findings_of(case, tmp_path) == case.findings


def findings_of(case: Case, folder: Path) -> str:
    if "faults" in case.blocks:
        found = judge_library(library_of_faults(case.blocks["faults"])).findings
    else:
        write_site(folder, case.blocks)
        found = check_site(folder / "mkdocs.yml", TODAY).findings
    return "".join(f"{finding_line(one)}\n" for one in found if one.rule.name == case.rule or not _is_aside(one))


def _is_aside(found: RuleFinding) -> bool:
    """Tell whether a finding is about the frame of a page in another language, where the case is about the page."""
    return found.rule.name == "untranslated-words"


def write_site(folder: Path, blocks: dict[str, str]) -> None:
    files = dict(BASE)
    for name, content in blocks.items():
        path, _, part = name.partition("#")
        if path != "findings":
            files[path] = FRONT_MATTER[path] + content if part == "body" else content
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content.strip() != "(no such file)":
            file.write_text(content, encoding="utf-8")


def library_of_faults(lines: str) -> Library:
    """Read lines of the form `kind: message`."""
    place = Location("docs/index.md")
    pairs = (line.split(": ", 1) for line in lines.splitlines())
    faults = tuple(Fault(FaultKind(kind), Finding(place, message, "Correct it.")) for kind, message in pairs)
    policy, published = Record("policy", Policy(), place, {}), Record("published", Published(), place, {})
    return Library(Site("Health"), TODAY, policy, published, faults=faults)


def test_the_base_site_is_clean(tmp_path: Path) -> None:
    assert findings_of(Case("base", "as it is", {"findings": ""}), tmp_path) == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
class TestConventions:
    def test_its_cases_name_its_code_and_one_does_not_fire(self, rule: Rule) -> None:
        cases = list(read_cases(CASES / f"{rule.name}.md"))
        assert any(f" {rule.code} " in case.findings for case in cases), "no case fires"
        assert any(f" {rule.code} " not in case.findings for case in cases), "no case stays silent"

    def test_its_text_says_why_and_what_to_do(self, rule: Rule) -> None:
        text = explanation(rule)
        for part in ("\n\nCan be wrong when: ", "\nBad:  ", "\nGood: "):
            assert part in text
        assert len(text.split("\n\n")) >= 5, "what, why, when it can be wrong, what to do, Bad and Good"

    def test_its_file_has_its_name(self, rule: Rule) -> None:
        assert rule.check.__module__ == f"careleaf.rules.{rule.name.replace('-', '_')}"


def test_every_rule_file_is_in_the_table() -> None:
    folder = Path(careleaf.rules.__file__).parent
    files = {file.stem for file in folder.glob("*.py")} - {"__init__", "table", "judgement"}
    assert files == {rule.name.replace("-", "_") for rule in RULES}


def test_every_case_file_has_a_rule() -> None:
    assert {file.stem for file in CASES.glob("*.md")} == {rule.name for rule in RULES}


def test_codes_and_names_are_unique_and_in_families() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"(?:FMT|SRC|CLM|REV|LAN|LNK|OUT|A11)\d{3}", rule.code) for rule in RULES)


def test_findings_are_in_the_order_of_place_and_reported_once() -> None:
    lines = "invalid-field: `b` is missing.\nunknown-key: `a` is unknown.\ninvalid-field: `b` is missing.\n"
    found = judge_library(library_of_faults(lines)).findings
    assert [one.rule.code for one in found] == ["FMT002", "FMT005"]
    assert found == tuple(sorted(found, key=RuleFinding.sort_key.fget))
