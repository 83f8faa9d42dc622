"""`careleaf sources verify` as an editor runs it, against a local server that plays all registries."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.cli import verify_sources as command
from careleaf.cli.main import main
from careleaf.cli.terminal import ProgressBar
from careleaf.model.policy import Policy
from careleaf.registries.all_registries import Addresses, Registries
from careleaf.registries.client import Client
from careleaf.registries.reply import Memory
from tests.conftest import ROOT, SiteMaker
from tests.registries.conftest import Clock, Played, Stage, played

HTML = {"Content_Type": "text/html; charset=utf-8"}
WORDS = "Restless legs are common, and most people can be helped by small changes in their evenings. " * 4


def crossref(doi: str, **fields: object) -> Played:
    message = {"DOI": doi, "title": ["A survey of tests"], "issued": {"date-parts": [[2024]]}, **fields}
    return played(200, json.dumps({"message": message}))


def page_source(stage: Stage, more: str = "") -> str:
    return f"""\
kind: public-body
type: webpage
title: Legs at night
url: {stage.base}/legs
accessed: 2026-11-01
licence: CC BY 4.0
status: current
{more}evidence:
  advice:
    says: 7 of 10 people rest.
    where: first part
    seen: publisher's page
    quote: Rest your legs in the evening.
"""


Verify = Callable[..., int]


@pytest.fixture
def site(make_site: SiteMaker, stage: Stage) -> Path:
    policy = "site_id: test-clinic\narchived_copy_for: [public-body]\ncontact: mailto:web@clinic.test\n"
    files = {"docs/_data/sources/page.yml": page_source(stage), "docs/_data/policy.yml": policy}
    stage.play("/works/10.1000%2Ftest", crossref("10.1000/test", abstract="<p>Of 200 people, 41% slept badly.</p>"))
    body = f"<html><title>Legs at night</title><main><p>{WORDS}Of 10 people, 7 rest. Rest your legs in the evening.</p>"
    stage.play("/legs", played(200, f"{body}</main></html>", **HTML))
    stage.play("/cdx/search/cdx", played(200, json.dumps([["timestamp"], ["20261031120000"]])))
    return make_site(files)


@pytest.fixture
def verify(site: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Verify:
    clients: list[Client] = []

    def open_registries(_policy: Policy, memory: Memory, *, replay: bool) -> Registries:
        clock, here = Clock(), stage.base
        today = datetime.now().astimezone()
        client = Client("test", clock, clock.sleep, lambda: today, lambda _ip: True, memory=memory, replay=replay)
        client.read_timeout = 5.0
        clients.append(client)
        return Registries(client, "web@clinic.test", "secret-key", Addresses(here, here, here, here, here, here))

    monkeypatch.setattr(command, "open_registries", open_registries)

    def run(*options: str) -> int:
        try:
            return main(["sources", "-f", str(site), "verify", *options])
        finally:
            clients.pop().close()

    return run


def lock(site: Path) -> str:
    return (site.parent / "docs/_data/sources.lock").read_text()


def forget_answers(site: Path) -> None:
    (site.parent / "docs/_data/sources.lock").unlink()


def codes(site: Path) -> list[str]:
    day = datetime.now().astimezone().date()
    return [f.rule.code for f in check_site(site, day).findings if f.rule.code.startswith("SRC3")]


def test_a_wrong_figure_in_a_record_is_found_in_the_abstract(verify: Verify, site: Path) -> None:
    assert verify() == 0
    assert 'missing: ["40%"]' in lock(site)
    assert codes(site) == ["SRC330", "SRC324"]
    assert "41%" not in lock(site)


def test_a_corrected_record_is_looked_for_again_at_once_and_nobody_is_asked(
    verify: Verify, site: Path, stage: Stage
) -> None:
    verify()
    asked = len(stage.asked)
    file = site.parent / "docs/_data/sources/test-survey.yml"
    file.write_text(file.read_text().replace("40%", "41%"))
    verify()
    assert "SRC324" not in codes(site)
    assert len(stage.asked) == asked


def test_a_page_that_changed_and_lost_its_quotation_is_named(verify: Verify, site: Path, stage: Stage) -> None:
    verify()
    stage.play("/legs", played(200, f"<title>Legs at night</title><main><p>{WORDS.replace('common', 'rare')}", **HTML))
    assert verify("--only", "page") == 0
    assert [code for code in codes(site) if code != "SRC324"] == ["SRC325", "SRC330", "SRC323"]


def test_a_page_that_is_gone_is_given_its_archived_copy(
    verify: Verify, site: Path, stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.play("/legs", played(410))
    verify()
    assert f"https://web.archive.org/web/20261031120000/{stage.base}/legs" in capsys.readouterr().out


def test_the_archive_may_be_silent_and_nothing_is_missing(
    verify: Verify, stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.play("/cdx/search/cdx", played(400))
    assert verify() == 0
    assert "Incomplete" not in capsys.readouterr().err


def test_a_replay_asks_nobody_and_gives_the_same_bytes(verify: Verify, site: Path, stage: Stage) -> None:
    verify()
    first, asked = lock(site), len(stage.asked)
    forget_answers(site)
    assert verify("--replay") == 0
    assert (lock(site), len(stage.asked)) == (first, asked)


def test_a_stopped_run_keeps_what_was_answered_and_goes_on_from_there(
    verify: Verify, site: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = Registries.ask

    def stopped(self: Registries, *arguments: object) -> object:
        if any("/works/" in asked for asked in stage.asked):
            raise KeyboardInterrupt
        return ask(self, *arguments)  # type: ignore[arg-type]

    stage.play("/works/10.1000%2Ftest", crossref("10.1000/test"))
    file = site.parent / "docs/_data/sources/zz.yml"
    file.write_text(file.with_name("test-survey.yml").read_text().replace("10.1000/test", "10.1000/zz"))
    monkeypatch.setattr(Registries, "ask", stopped)
    assert verify() == 2
    assert "What was answered so far" in capsys.readouterr().err
    assert '"page":' in lock(site)
    assert '"zz":' not in lock(site)
    monkeypatch.setattr(Registries, "ask", ask)
    stage.asked.clear()
    stage.play("/works/10.1000%2Fzz", crossref("10.1000/zz"))
    verify()
    assert [re.sub(r"\?.*", "", asked) for asked in stage.asked] == ["GET /works/10.1000%2Fzz"]


def test_when_nobody_answers_the_lock_stays_and_the_run_has_failed(
    verify: Verify, site: Path, stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    verify()
    before = lock(site)
    for path in ("/works/10.1000%2Ftest", "/legs", "/cdx/search/cdx"):
        stage.play(path, played(503))
    assert verify("--only", "page") == 2
    assert lock(site) == before
    assert "docs/_data/sources.lock is as it was" in capsys.readouterr().err


def test_one_host_that_is_down_does_not_stop_the_others(
    verify: Verify, site: Path, stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.play("/works/10.1000%2Ftest", played(200, "<html>"))
    assert verify() == 0
    assert "test-survey (Crossref): the answer was not the JSON it should be" in capsys.readouterr().err
    assert "outcome: found" in lock(site)


def test_an_unreadable_record_keeps_its_answers_and_is_named(
    verify: Verify, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verify()
    (site.parent / "docs/_data/sources/page.yml").write_text("kind: [")
    verify()
    assert "page: its record cannot be read" in capsys.readouterr().err
    assert '"page":' in lock(site)


def test_neither_key_nor_contact_is_written_anywhere(verify: Verify, site: Path) -> None:
    verify()
    written = lock(site).encode() + (site.parent / ".cache/careleaf-answers.sqlite").read_bytes()
    assert b"secret-key" not in written
    assert b"web@clinic.test" not in written


def test_three_days_on_which_a_page_is_gone_make_it_dead(
    make_site: SiteMaker, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = make_site({"docs/_data/sources/page.yml": page_source(stage)})
    stage.play("/legs", played(404))
    stage.play("/works/10.1000%2Ftest", crossref("10.1000/test"))
    found = []
    for days in (0, 2, 4):
        _verify_on(date(2026, 11, 10) + timedelta(days=days), settings, stage, monkeypatch)
        found.append([f.rule.code for f in check_site(settings, date(2026, 11, 23)).findings if "32" in f.rule.code])
    assert [["SRC321" in codes, "SRC320" in codes] for codes in found] == [[True, False], [True, False], [False, True]]


def _verify_on(day: date, settings: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, here = Clock(), stage.base
    now = datetime(day.year, day.month, day.day, 12).astimezone()

    class Frozen(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return now

    client: list[Client] = []

    def open_registries(_policy: Policy, memory: Memory, *, replay: bool) -> Registries:
        client.append(Client("test", clock, clock.sleep, lambda: now, lambda _ip: True, memory=memory, replay=replay))
        return Registries(client[0], at=Addresses(here, here, here, here, here, here))

    monkeypatch.setattr(command, "datetime", Frozen)
    monkeypatch.setattr(command, "open_registries", open_registries)
    main(["sources", "-f", str(settings), "verify"])
    client[0].close()


BAR = "from careleaf.cli.terminal import ProgressBar as P\nb = P()\nb.show(1, 4, 'evil\\x1b[31m')\nb.wipe()\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of Unix")
@pytest.mark.parametrize(("ci", "shown"), [("", True), ("true", False)])
def test_progress_is_shown_on_a_terminal_and_never_in_ci(ci: str, shown: bool) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT / "scripts")}
    subprocess.run([sys.executable, "-c", BAR], stderr=theirs, env=environment, check=True)
    os.write(theirs, b".")
    seen = os.read(ours, 1000).decode()
    os.close(ours)
    os.close(theirs)
    assert ("1 of 4  evil?[31m" in seen) is shown


def test_progress_into_a_file_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    bar = ProgressBar()
    bar.show(1, 4, "a")
    bar.wipe()
    assert capsys.readouterr().err == ""
