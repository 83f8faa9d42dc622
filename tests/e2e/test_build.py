"""The build as its users meet it: from files on disk to a site, or to a refusal."""

import json
import re
from pathlib import Path

import pytest

from careleaf.build.site import Built, build_site
from careleaf.cli.main import main
from tests.conftest import TODAY, SiteMaker, folder_bytes, write_file

UNCITED = """\
---
title: Sleep
description: d
type: support
main_message: m
authors: [test-author]
written_on: 2026-10-01
---

Half of all adults, 55%, sleep badly.
"""

WITHDRAWN = """\
pages:
  sleep/get-help/:
    status: withdrawn
    withdrawn_on: 2026-11-20
    reason: The advice was wrong.
"""
STRICT_POLICY = """\
site_id: test-clinic
publish:
  site: [unreviewed]
  handout: [unreviewed]
  embed: [unreviewed]
"""


def build(settings: Path) -> Built:
    return build_site(settings, TODAY, None, lambda _doing: None)


def said(built: Built) -> list[str]:
    return [f"{f.rule.name} {f.finding.location}" for f in built.report.findings] + list(built.faults)


def test_a_sound_site_goes_out_on_every_channel(make_site: SiteMaker) -> None:
    settings = make_site()
    built = build(settings)
    assert built.published, said(built)
    site = settings.parent / "site"
    for made in ("sleep/index.html", "embed/sleep/index.html", "embed/sleep/get-help/index.html"):
        assert (site / made).is_file()
    for made in ("handouts/sleep.pdf", "handouts/sleep/index.pdf", "handouts/sleep/get-help.pdf"):
        assert (site / made).read_bytes().startswith(b"%PDF-")
    assert not (site / "_data").exists()


def test_a_site_with_an_error_is_not_published_and_the_previous_one_stands(make_site: SiteMaker) -> None:
    settings = make_site()
    assert build(settings).published
    before = folder_bytes(settings.parent / "site")
    write_file(settings.parent / "docs/sleep/get-help.md", UNCITED)
    refused = build(settings)
    assert not refused.published
    assert "uncited-figure docs/sleep/get-help.md:10:1" in said(refused)
    assert folder_bytes(settings.parent / "site") == before
    assert sorted(p.name for p in settings.parent.iterdir()) == [".cache", "docs", "mkdocs.yml", "site"]


def test_all_mistakes_are_told_in_one_run(make_site: SiteMaker) -> None:
    settings = make_site(
        {
            "docs/sleep/get-help.md": UNCITED,
            "docs/index.md": "No front matter, and [a dead link](nowhere.md).\n",
            "docs/_data/sources/test-survey.yml": "kind: gossip\ntitel: A survey\n",
            "docs/_data/policy.yml": "site_id: test-clinic\nsite_id: again\n",
        }
    )
    names = {line.split()[0] for line in said(build(settings))}
    assert {"missing-front-matter", "broken-link", "unknown-key", "invalid-field", "duplicate-key"} <= names
    assert "uncited-figure" in names


def test_the_command_line_tells_findings_from_failures(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site()
    options = ["-f", str(settings), "--date", "2026-11-23"]
    assert main(["check", *options]) == 0
    write_file(settings.parent / "docs/sleep/get-help.md", UNCITED)
    assert main(["check", *options]) == 1
    assert main(["build", *options]) == 1
    assert main(["check", "-f", str(settings.parent / "none.yml")]) == 2
    assert main(["check", "-f", str(settings), "--date", "2026-02-30"]) == 2
    told = capsys.readouterr()
    assert "docs/sleep/get-help.md:10:1: CLM202 error uncited-figure" in told.out
    assert "There is no" in told.err
    assert "is not a day" in told.err
    assert "Traceback" not in told.err


def test_a_site_that_does_not_name_the_plugin_is_not_built(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site()
    settings.write_text(settings.read_text().replace("[search, careleaf]", "[search]"))
    assert main(["build", "-f", str(settings)]) == 2
    assert "does not use the careleaf plugin" in capsys.readouterr().err


def test_findings_can_be_read_by_programs(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site({"docs/sleep/get-help.md": UNCITED})
    main(["check", "-f", str(settings), "--format", "json"])
    result = json.loads(capsys.readouterr().out)["result"]
    assert any(found["code"] == "CLM202" for found in result["findings"])
    main(["check", "-f", str(settings), "--format", "github"])
    assert re.search(r"^::error file=docs/sleep/get-help.md,line=10", capsys.readouterr().out, re.MULTILINE)


def test_an_overdue_page_is_shown_as_overdue_where_policy_lets_it_out(make_site: SiteMaker) -> None:
    settings = make_site()
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text().replace("2026-10-01", "2020-10-01"))
    built = build(settings)
    assert built.published, said(built)
    html = (settings.parent / "site/sleep/index.html").read_text()
    assert "Overdue for review" in html
    assert "40% said they slept badly" in html


def test_an_overdue_page_that_policy_holds_back_stops_no_other_page(make_site: SiteMaker) -> None:
    settings = make_site(
        {
            "docs/_data/policy.yml": STRICT_POLICY,
        }
    )
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text().replace("2026-10-01", "2020-10-01"))
    built = build(settings)
    assert built.published, said(built)
    site = settings.parent / "site"
    html = (site / "sleep/index.html").read_text()
    assert "This page is not published at the moment" in html
    assert "40%" not in html
    assert "40%" not in (site / "search/search_index.json").read_text()
    assert "40%" not in (site / "embed/sleep/index.html").read_text()
    assert (site / "handouts/sleep/index.pdf").read_bytes().startswith(b"%PDF-")
    assert "you sleep badly for weeks" in (site / "sleep/get-help/index.html").read_text()


def test_a_withdrawn_page_stays_as_a_notice(make_site: SiteMaker) -> None:
    settings = make_site({"docs/_data/published.yml": WITHDRAWN})
    built = build(settings)
    assert built.published, said(built)
    html = (settings.parent / "site/sleep/get-help/index.html").read_text()
    assert "The advice was wrong." in html
    assert "you sleep badly for weeks" not in html


def test_a_released_address_that_vanishes_is_refused(make_site: SiteMaker) -> None:
    settings = make_site({"docs/_data/published.yml": "pages:\n  sleep/old/: {status: published}\n"})
    assert "vanished-page docs/_data/published.yml:2:3" in said(build(settings))


def test_a_template_that_forgets_the_review_block_is_caught_in_the_output(make_site: SiteMaker) -> None:
    settings = make_site({"overrides/main.html": '{% extends "base.html" %}'})
    settings.write_text(settings.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    built = build(settings)
    assert not built.published
    assert "sleep/ does not carry its review block." in built.faults
    assert not (settings.parent / "site").exists()


def test_a_request_to_another_host_is_caught_in_the_output(make_site: SiteMaker) -> None:
    settings = make_site()
    settings.write_text(settings.read_text() + "extra_javascript: ['https://cdn.example/x.js']\n")
    built = build(settings)
    assert not built.published
    assert "index.html loads https://cdn.example/x.js from another host." in built.faults or any(
        "https://cdn.example/x.js" in fault for fault in built.faults
    )


def test_an_unreadable_page_is_a_finding(make_site: SiteMaker) -> None:
    settings = make_site({"docs/sleep/broken.md": b"---\ntitle: \xff\xfe\n---\n"})
    assert any(line.startswith("unreadable-record docs/sleep/broken.md:2:1") for line in said(build(settings)))


def test_the_publishing_folder_cannot_be_written(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site({"site-parent": "a file, not a folder"})
    target = settings.parent / "site-parent" / "site"
    assert main(["build", "-f", str(settings), "--site-dir", str(target)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_page_template_that_nobody_has_is_a_finding(make_site: SiteMaker) -> None:
    settings = make_site({"docs/index.md": "---\ntitle: Home\ndescription: d\ntemplate: hom.html\n---\n\nHello.\n"})
    assert "invalid-field docs/index.md:4:1" in said(build(settings))


def test_a_broken_template_is_one_clear_message(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site(
        {"overrides/main.html": "{% extends 'base.html' %}{% block content %}{{ oops.now }}{% endblock %}"}
    )
    settings.write_text(settings.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    assert main(["build", "-f", str(settings), "--date", "2026-11-23"]) == 2
    told = capsys.readouterr().err
    assert "cannot be used: 'oops' is undefined" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("settings_text", "told"),
    [
        ("site_name: [unclosed\n", "cannot be used"),
        ("site_name: Test\ntheme: {name: nonexistent}\nplugins: [careleaf]\n", "nonexistent"),
        ("site_name: Test\nplugins: [careleaf]\ndocs_dir: nowhere\n", "nowhere"),
        ("site_name: Test\nplugins: [careleaf]\nmarkdown_extensions: [nobodys]\n", "nobodys"),
    ],
    ids=["broken YAML", "an unknown theme", "a missing docs folder", "an unknown Markdown extension"],
)
def test_settings_that_cannot_be_used_are_one_clear_message(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str], settings_text: str, told: str
) -> None:
    settings = make_site({"mkdocs.yml": settings_text})
    assert main(["build", "-f", str(settings)]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("careleaf: ")
    assert told in printed
    assert "Traceback" not in printed
