"""A site in a script that our typefaces do not have: its publisher names one."""

from pathlib import Path

import pikepdf
import pytest

from careleaf.build.site import Built, build_site
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.fonts import font
from tests.channels.handout.samples import failures, flat
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker, write_file

POLICY = MINIMAL_SITE["docs/_data/policy.yml"]
PAGE = """\
---
title: 睡眠
description: 睡眠不好。
type: condition
main_message: 睡眠不好。
authors: [test-author]
written_on: 2026-10-01
---

调查中40%的人睡眠不好。[@test-survey#sleep]请看[何时看医生](get-help.md)，**不要**自行停药。
"""
CHARACTERS = "".join(sorted({each for each in PAGE if each >= "\u2e80"}))
NAMED = "handouts: {fonts: [{files: [han.ttf], licence: SIL Open Font License 1.1}]}\n"
CHINESE = {
    **MINIMAL_SITE,
    "mkdocs.yml": MINIMAL_SITE["mkdocs.yml"].replace("material, font", "material, language: zh, font"),
    "docs/sleep/index.md": PAGE,
}


def build(settings: Path) -> Built:
    return build_site(settings, TODAY, None, lambda _doing: None)


def messages(built: Built, rule: str) -> list[str]:
    return [found.finding.message for found in built.report.findings if found.rule.name == rule]


def test_without_a_typeface_each_missing_character_is_named_up_to_ten(make_site: SiteMaker) -> None:
    built = build(make_site(CHINESE))
    found = messages(built, "missing-glyph")

    assert not built.published
    assert "No typeface of the handout has a character for `睡` (U+7761)." in found
    assert len(found) == 11
    assert "more characters of this page are missing" in " ".join(found)


def test_with_a_typeface_the_site_is_built_and_read_back(make_site: SiteMaker) -> None:
    files = {"docs/_data/policy.yml": POLICY + NAMED, "docs/_data/fonts/han.ttf": font("Han Test", CHARACTERS)}
    settings = make_site({**CHINESE, **files})
    built = build(settings)
    assert built.published, [*built.report.errors, *built.faults]
    pdf = (settings.parent / "site/handouts/sleep/index.pdf").read_bytes()

    assert "调查中40%的人睡眠不好。" in flat(tagged_text(pdf))
    assert "何时看医生，不要自行停药。" in flat(tagged_text(pdf))
    assert failures(pdf) == []
    with pikepdf.open(settings.parent / "site/handouts/sleep/index.pdf") as opened:
        names = {str(f.BaseFont) for sheet in opened.pages for f in sheet.Resources.get("/Font", {}).values()}
    assert any(name.endswith("+HanTest") for name in names), names
    assert not list((settings.parent / "site").rglob("*.ttf"))


def test_a_character_that_no_typeface_has_is_still_named(make_site: SiteMaker) -> None:
    few = CHARACTERS.replace("药", "")
    files = {"docs/_data/policy.yml": POLICY + NAMED, "docs/_data/fonts/han.ttf": font("Han Test", few)}
    built = build(make_site({**CHINESE, **files}))

    assert messages(built, "missing-glyph") == ["No typeface of the handout has a character for `药` (U+836F)."]
    place = next(f.finding.location for f in built.report.findings if f.rule.name == "missing-glyph")
    assert str(place).startswith("docs/sleep/index.md:10:")


def test_another_typeface_under_the_same_name_makes_another_leaflet(make_site: SiteMaker) -> None:
    files = {"docs/_data/policy.yml": POLICY + NAMED, "docs/_data/fonts/han.ttf": font("Han Test", CHARACTERS)}
    settings = make_site({**CHINESE, **files})
    assert build(settings).published
    before = (settings.parent / "site/handouts/sleep/index.pdf").read_bytes()
    write_file(settings.parent / "docs/_data/fonts/han.ttf", font("Han Other", CHARACTERS))
    assert build(settings).published

    assert (settings.parent / "site/handouts/sleep/index.pdf").read_bytes() != before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no file docs/_data/fonts/han.ttf"),
        (b"MZ not a font", "`han.ttf` is no TTF or OTF file"),
        (font("Han Test", CHARACTERS, usage=2), "`han.ttf` forbids that it is embedded in a document"),
        (font("Han Test", CHARACTERS)[:200], "`han.ttf` is damaged, or lacks a table it needs"),
    ],
    ids=["missing", "no font", "forbidden", "cut"],
)
def test_a_typeface_that_cannot_be_used_is_a_finding(make_site: SiteMaker, content: bytes | None, said: str) -> None:
    files = {"docs/_data/policy.yml": POLICY + NAMED, "docs/_data/fonts/han.ttf": content}
    built = build(make_site({**MINIMAL_SITE, **files}))

    assert not built.published
    assert messages(built, "unusable-typeface") == [f"The typeface of `han.ttf` cannot be used: {said}."]


@pytest.mark.parametrize("name", ["../han.ttf", "/etc/han.ttf", "a/han.otf", "han.ttc", "han.woff2", "..\\\\han.ttf"])
def test_a_file_elsewhere_or_of_another_kind_is_refused(make_site: SiteMaker, name: str) -> None:
    named = f'handouts: {{fonts: [{{files: ["{name}"], licence: OFL}}]}}\n'
    built = build(make_site({**MINIMAL_SITE, "docs/_data/policy.yml": POLICY + named}))

    assert any("without a folder" in message for message in messages(built, "invalid-field"))
