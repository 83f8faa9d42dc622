"""`careleaf sources changes`: a message only when the meaning of the answers changed."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careleaf.build.source_changes import changes_since
from careleaf.cli.main import main
from careleaf.model.source_check import Answer, AnswerRegister, Notice, NoticeKind, Outcome, SourceAnswers
from careleaf.reading.source_lock import source_lock_text
from careleaf.reporters.source_changes import render_source_changes
from tests.conftest import SiteMaker

DAY = date(2026, 11, 23)
GOOD = Answer("10.1000/test", Outcome.FOUND, date(2026, 11, 16), "A survey of tests", years=("2024",))
RETRACTED = replace(GOOD, checked_on=DAY, notices=(Notice(NoticeKind.RETRACTION, "retraction", "10.1000/n"),))
HOSTILE = replace(GOOD, title="@admin ![x](https://evil.test/a.png) <img src=x> #12 `code` |", checked_on=DAY)


def lock(answer: Answer | None) -> str:
    return source_lock_text(AnswerRegister({"test-survey": SourceAnswers(answer)} if answer else {}))


def changes(make_site: SiteMaker, tmp_path: Path, before: Answer | None, now: Answer) -> tuple[int, str]:
    settings = make_site({"docs/_data/sources.lock": lock(now)})
    (tmp_path / "earlier.lock").write_text(lock(before) if before else "")
    arguments = ["--since", str(tmp_path / "earlier.lock"), "-o", str(tmp_path / "changes.md")]
    code = main(["sources", "-f", str(settings), "--date", "2026-11-23", "changes", *arguments])
    return code, (tmp_path / "changes.md").read_text()


def test_a_retraction_is_told_with_the_pages_it_concerns(make_site: SiteMaker, tmp_path: Path) -> None:
    code, text = changes(make_site, tmp_path, GOOD, RETRACTED)
    assert code == 1
    assert text == (
        "# Sources: what changed\n\n1 new, 0 settled, 0 still open.\n\n## New\n\n"
        "- **test\\-survey\\: A survey of tests** (SRC310 retracted-by-registry)  \n"
        "  Crossref says that `test-survey` was taken back\\: `retraction` \\(10\\.1000/n\\)\\.  \n"
        "  What to do: Set `status: retracted`, and find another source for what the pages say\\.  \n"
        "  Cited on: `docs/sleep/index.md`, `docs/sleep/get-help.md`\n"
    )


def test_another_day_is_no_change(make_site: SiteMaker, tmp_path: Path) -> None:
    gone = Answer("10.1000/test", Outcome.MISSING, DAY)
    for before, now in ((GOOD, replace(GOOD, checked_on=DAY)), (gone, replace(gone, checked_on=date(2026, 11, 9)))):
        assert changes(make_site, tmp_path, before, now)[0] == 0


def test_what_is_well_again_is_told_once(make_site: SiteMaker, tmp_path: Path) -> None:
    code, text = changes(make_site, tmp_path, RETRACTED, GOOD)
    assert code == 1
    assert "0 new, 1 settled, 0 still open." in text
    assert "What to do" not in text


def test_what_stays_open_is_listed_and_calls_nobody(make_site: SiteMaker, tmp_path: Path) -> None:
    code, text = changes(make_site, tmp_path, RETRACTED, RETRACTED)
    assert (code, "## Still open" in text) == (0, True)


def test_silence_is_told_and_is_no_change(make_site: SiteMaker, tmp_path: Path) -> None:
    silent = replace(GOOD, tried_on=DAY, why="a timeout")
    code, text = changes(make_site, tmp_path, GOOD, silent)
    assert code == 0
    assert "nothing is known to be well" in text
    assert "- test\\-survey \\(Crossref\\): a timeout" in text


def test_without_earlier_answers_everything_is_new(make_site: SiteMaker, tmp_path: Path) -> None:
    assert "1 new" in changes(make_site, tmp_path, None, RETRACTED)[1]


def test_words_of_a_registry_act_nowhere_in_the_message(make_site: SiteMaker, tmp_path: Path) -> None:
    text = changes(make_site, tmp_path, None, HOSTILE)[1]
    assert "SRC302" in text
    prose = "".join(part for number, part in enumerate(text.split("`")) if number % 2 == 0)
    assert not re.search(r"(?<!\\)(?:<(?!!-- -->)|\[|\]|!\[)|@\w|#\d", prose)


def test_a_damaged_earlier_file_stops_it(
    make_site: SiteMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "earlier.lock").write_text("<<<<<<< ours\n")
    assert main(["sources", "-f", str(make_site()), "changes", "--since", str(tmp_path / "earlier.lock")]) == 2
    assert "is damaged" in capsys.readouterr().err


def test_the_same_answers_give_the_same_bytes(make_site: SiteMaker, tmp_path: Path) -> None:
    settings = make_site({"docs/_data/sources.lock": lock(RETRACTED)})
    earlier = tmp_path / "none.lock"
    assert render_source_changes(changes_since(settings, earlier, DAY)) == render_source_changes(
        changes_since(settings, earlier, DAY)
    )
