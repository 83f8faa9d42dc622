"""A sources.lock that somebody else wrote: nothing in it acts, in no report, preview or message."""

import json
import re
from pathlib import Path

import pytest

from careleaf.build.source_changes import changes_since
from careleaf.cli.main import main
from careleaf.reporters.source_changes import render_source_changes
from tests.conftest import TODAY, SiteMaker
from tests.hostile.conftest import Check

EVIL = '"><script>alert(1)</script> ![x](https://evil.test/x.png) @admin #1 `a` | [31m ${{ secrets.X }} ::error::x'


def lock(key: str = "test-survey", **fields: object) -> str:
    said = {
        "asked": "10.1000/test",
        "outcome": "found",
        "checked_on": "2026-11-20",
        "title": "A survey of tests",
        **fields,
    }
    lines = "".join(f"    {name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items())
    return f"{json.dumps(key)}:\n  crossref:\n{lines}"


ANSWERS = {
    "a title": lock(title=EVIL),
    "a word": lock(notices=[{"kind": "retraction", "word": EVIL, "doi": EVIL, "dated": EVIL}]),
    "an unknown word": lock(notices=[{"kind": "unknown", "word": EVIL}]),
    "an author and years": lock(author=EVIL, years=[EVIL, EVIL], title="Something else altogether"),
    "a reason": lock(outcome="unchecked", why=EVIL),
}
BROKEN = {
    "a bomb": '"a": &a [x, x]\n"b": [*a, *a, *a]\n',
    "a deep one": '"test-survey":\n  crossref: ' + "[" * 5_000 + "\n",
    "a long one": f'"{"x" * 200_000}":\n',
    "a wrong type": lock(checked_on="yesterday"),
    "a tag": '"test-survey":\n  crossref: !!python/object/apply:os.system ["touch /tmp/x"]\n',
}


@pytest.mark.parametrize("name", [*ANSWERS, *BROKEN])
def test_every_report_of_it_is_plain(make_site: SiteMaker, check: Check, name: str) -> None:
    check(make_site({"docs/_data/sources.lock": {**ANSWERS, **BROKEN}[name]}))


@pytest.mark.parametrize("name", ANSWERS)
def test_no_page_shows_a_registrys_words(make_site: SiteMaker, name: str) -> None:
    settings = make_site({"docs/_data/sources.lock": ANSWERS[name]})
    assert main(["build", "-f", str(settings), "--date", TODAY.isoformat()]) in {0, 1}
    for page in (settings.parent / "site").rglob("*.html"):
        assert "alert(1)" not in page.read_text()


@pytest.mark.parametrize("name", ANSWERS)
def test_the_weekly_message_calls_nobody_and_links_nowhere(make_site: SiteMaker, tmp_path: Path, name: str) -> None:
    settings = make_site({"docs/_data/sources.lock": ANSWERS[name]})
    text = render_source_changes(changes_since(settings, tmp_path / "none.lock", TODAY))
    prose = "".join(part for number, part in enumerate(re.split(r"(?<!\\)`", text)) if number % 2 == 0)
    assert not re.search(r"(?<!\\)(?:<(?!!-- -->)|\[|\])|@\w|#\d", prose)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_lock_stops_the_weekly_message(
    make_site: SiteMaker, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "earlier.lock").write_text(BROKEN[name])
    settings = make_site()
    assert main(["sources", "-f", str(settings), "changes", "--since", str(tmp_path / "earlier.lock")]) == 2
    assert "Traceback" not in capsys.readouterr().err
