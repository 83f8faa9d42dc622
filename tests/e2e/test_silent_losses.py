# ruff: noqa: E501  # a table of traps is read line by line
"""What Markdown and MkDocs lose or change in silence, each through the real build: named here, or not published.

`mkdocs build --strict` passes every one of them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careleaf.build.site import Built, build_site
from tests.conftest import TODAY, SiteMaker, write_file

HEAD = """\
---
title: Sleep
description: What helps when you sleep badly.
type: condition
main_message: Bad sleep is common and can be helped.
authors: [test-author]
written_on: 2026-10-01
---
"""
REST = "\n\nSee [when to get help](get-help.md).\n"

TRAPS = {
    "1: a colon that YAML refuses": (HEAD.replace("title: Sleep", "title: Sleep: what to know"), "unreadable-record"),
    "1: a day that does not exist": (HEAD.replace("2026-10-01", "2026-13-45"), "invalid-field"),
    "1: a tab as indent": (HEAD.replace("main_message: ", "main_message:\n\t"), "unreadable-record"),
    "2: front matter that is never closed": (HEAD.replace("---\n", "", 2).replace("", "---\n", 1), "missing-front-matter"),
    "2: front matter closed with four dashes": (HEAD[:-4] + "----\n", "missing-front-matter"),
    "2: a blank line before the front matter": ("\n" + HEAD, "missing-front-matter"),
    "2: a list where keys should be": ("---\n- title\n---\n", "unreadable-record"),
    "3: a warning as the first lines": ("Warning: do not take more than 4 tablets\nEmergency: call 911\n", "missing-front-matter"),
    "4: the same key twice": (HEAD.replace("written_on", "written_on: 2019-01-01\nwritten_on"), "duplicate-key"),
    "5: an asterisk between digits": (HEAD + "\ntake 2*5 mg and 3*5 mg", "digit-beside-asterisk"),
    "5: two asterisks between digits": (HEAD + "\ntake 2**5 mg and 3**5 mg", "digit-beside-asterisk"),
    "6: braces in a heading": (HEAD + "\n## Dose {5 mg}", "swallowed-braces"),
    "6: braces after emphasis": (HEAD + "\n*one*{2 tablets}", "swallowed-braces"),
    "6: braces in a cell": (HEAD + "\n| a | b |\n|---|---|\n| x {4 mg} | y |", "swallowed-braces"),
    "7: a table row that is too long": (HEAD + "\n| Age | Dose |\n|---|---|\n| Child | 5 mg | never with aspirin |", "ragged-table-row"),
    "8: a list with a gap": (HEAD + "\n1. Call the doctor\n3. Wait", "renumbered-list"),
    "9: a comparison that looks like a tag": (HEAD + "\nCall if x<y and z>w today.", "unsafe-html"),
    "9: a comparison that looks like bold": (HEAD + "\nCall if SpO2<b 90 and HR>100 today.", "unsafe-html"),
    "10: a block nobody knows": (HEAD + "\n/// dose | 5 mg\nTake it\n///", "leftover-markup"),
    "10: a wrong option": (HEAD + "\n## Help\n\n/// care-card | See someone if:\n    level: bad\n\n- so\n///", "leftover-markup"),
    "10: a missing title": (HEAD + "\n## Help\n\n/// care-card\n\n- so\n///", "leftover-markup"),
    "11: a block that is never closed": (HEAD + "\n## Help\n\n/// care-card | See someone if:\n\n- so\n\n## Emergency\n\nCall 911", "unclosed-block"),
    "12: a link to a page that is left out": (HEAD + "\n[the secret page](secret.md)", "broken-link"),
    "12: a link to a draft": (HEAD + "\n[the draft page](draft.md)", "broken-link"),
    "13: a footnote that is not there": (HEAD + "\nText[^who] here.", "footnote-mismatch"),
    "13: a footnote nobody points to": (HEAD + "\nText here.\n\n[^unused]: A note.", "footnote-mismatch"),
}  # fmt: skip

SETTINGS = """\
site_name: Test clinic
theme: {name: material, font: false}
plugins: [search, careleaf]
markdown_extensions: [attr_list, sane_lists, tables, footnotes, careleaf]
exclude_docs: |
  /_data/
  secret.md
draft_docs: draft.md
"""


def build(settings: Path) -> Built:
    return build_site(settings, TODAY, None, lambda _doing: None)


@pytest.mark.parametrize(("page", "rule"), TRAPS.values(), ids=TRAPS)
def test_what_authors_write_is_never_lost_in_silence(make_site: SiteMaker, page: str, rule: str) -> None:
    files = {
        "mkdocs.yml": SETTINGS,
        "docs/sleep/index.md": page + REST,
        "docs/sleep/secret.md": HEAD,
        "docs/sleep/draft.md": HEAD,
    }
    built = build(make_site(files))
    here = [f.rule.name for f in built.report.errors if f.finding.location.path == "docs/sleep/index.md"]
    assert rule in here
    assert not built.published


def test_14_words_in_the_head_are_escaped(make_site: SiteMaker) -> None:
    page = HEAD.replace("title: Sleep", 'title: "Dose <b>x</b>"').replace(
        "description: What helps when you sleep badly.", "description: 'He said \"hi\" & <left>'"
    )
    settings = make_site({"docs/sleep/index.md": page + REST})
    assert build(settings).published
    for made in ("sleep/index.html", "embed/sleep/index.html"):
        html = (settings.parent / "site" / made).read_text()
        assert "<b>x</b>" not in html.replace("&lt;b&gt;x&lt;/b&gt;", "")
        assert "<left>" not in html
        assert "&lt;b&gt;x&lt;/b&gt;" in html
        assert '"hi" & <' not in html


def test_15_an_extension_that_changes_the_text_is_refused(make_site: SiteMaker) -> None:
    settings = make_site({"mkdocs.yml": SETTINGS.replace("careleaf]\nex", "pymdownx.smartsymbols, careleaf]\nex")})
    assert "text-changing-extension" in [f.rule.name for f in build(settings).report.errors]


def test_20_a_dirty_build_is_refused_because_its_search_would_lack_pages(make_site: SiteMaker) -> None:
    settings = make_site()
    command = [sys.executable, "-m", "mkdocs", "build", "--dirty"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=settings.parent, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "--dirty" in done.stderr
    assert "Traceback" not in done.stderr


def test_22_a_folder_cannot_hand_its_review_date_to_its_pages(make_site: SiteMaker) -> None:
    settings = make_site({"docs/sleep/.meta.yml": "reviewed_on: 2026-01-01\ntitle: Inherited\n"})
    settings.write_text(settings.read_text().replace("[search, careleaf]", "[search, meta, careleaf]"))
    built = build(settings)
    assert built.published, built.faults
    html = (settings.parent / "site/sleep/index.html").read_text()
    assert "Inherited" not in html
    assert "Not reviewed by a clinician" in html


def test_crlf_and_a_byte_order_mark_change_nothing(make_site: SiteMaker) -> None:
    settings = make_site()
    assert build(settings).published
    page = settings.parent / "docs/sleep/index.md"
    before = (settings.parent / "site/sleep/index.html").read_bytes()
    write_file(page, b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert build(settings).published
    assert (settings.parent / "site/sleep/index.html").read_bytes() == before
