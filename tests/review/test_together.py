"""Two people who sign at once, and a process that dies in the middle: no record is ever lost."""

import signal
import subprocess
import sys

import pytest

from careleaf.model.review import ReviewRegister
from careleaf.model.state_name import StateName
from careleaf.reading.records import parse_record
from tests.review.conftest import Clinic, ClinicMaker

ADD = """
import sys, time
from datetime import date
from pathlib import Path
from careleaf.build.settings import load_settings
from careleaf.model.review import ReviewRecord, Scope
from careleaf.review.record_file import add_record
from careleaf.review.signing import following

settings, who = Path(sys.argv[1]), sys.argv[2]
config = load_settings(settings)

def make(before):
    time.sleep(0.2)
    draft = ReviewRecord(who, "doctor", date(2026, 11, 20), date(2027, 11, 20), Scope.CLINICAL,
        "c1-DIGEST", "sleep/index", "test-clinic", "Read.")
    return following(draft, before)

print("ready", flush=True)
sys.stdin.readline()
add_record(config, "sleep/index", "p Sleep.\\n", make)
"""


def start(clinic: Clinic, who: str, code: str = ADD) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(clinic.settings), who]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_four_who_sign_at_once_are_all_recorded_in_one_chain(clinic: Clinic) -> None:
    people = [f"reviewer-{number}" for number in range(4)]
    processes = [start(clinic, who) for who in people]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    ended = [process.communicate("go\n", timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, ended
    record, faults = parse_record(clinic.register.read_text(), "x.yml", "x", ReviewRegister)
    assert record is not None
    assert not faults
    records = record.value.records
    assert sorted(one.reviewer for one in records) == people
    assert [one.previous for one in records] == ["", *(one.seal for one in records[:-1])]
    assert not list(clinic.root.rglob("*.next"))


def test_two_commands_at_once_are_both_recorded(make_clinic: ClinicMaker) -> None:
    clinic = make_clinic()
    digest = clinic.state().digest
    command = [sys.executable, "-m", "careleaf.cli.main", "review", "-f", str(clinic.settings), "--date", "2026-11-23"]
    sign = ["sign", "sleep/index", "--on", "2026-11-20", "--digest", digest, "--reviewer"]
    processes = [subprocess.Popen([*command, *sign, who]) for who in ("test-reviewer", "second-reviewer")]
    assert [process.wait(60) for process in processes] == [0, 0]
    assert {record.reviewer for record in clinic.state().signed} == {"test-reviewer", "second-reviewer"}
    assert clinic.errors() == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process outright")
@pytest.mark.parametrize("moment", ["_keep_text", "write_whole", "Path.replace"])
def test_a_kill_in_the_middle_loses_nothing_and_signing_again_completes_it(clinic: Clinic, moment: str) -> None:
    assert clinic.sign("sleep/index", "--reviewer", "second-reviewer") == 0
    before = clinic.register.read_bytes()
    clinic.edit("docs/sleep/index.md", "slept badly.[", "slept very badly.[")
    patch = f"""
import os, signal, careleaf.review.record_file as m, careleaf.build.whole_file
from pathlib import Path
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
{"Path.replace = die" if moment == "Path.replace" else f"m.{moment} = die"}
"""
    code = patch + "from careleaf.cli.main import main; import sys; sys.exit(main(sys.argv[3:]))"
    digest = clinic.state().digest
    arguments = ["review", "-f", str(clinic.settings), "--date", "2026-11-23", "sign", "sleep/index"]
    arguments += ["--reviewer", "test-reviewer", "--on", "2026-11-22", "--digest", digest]
    killed = subprocess.run([sys.executable, "-c", code, "", "", *arguments], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert clinic.register.read_bytes() == before
    assert clinic.sign(on="2026-11-22") == 0
    assert clinic.state().name is StateName.REVIEWED
    assert clinic.errors() == []


def test_who_waits_too_long_is_told_who_holds_the_register(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("careleaf.review.record_file.PATIENCE", 0.1)
    holder = start(clinic, "slow", ADD.replace("time.sleep(0.2)", "print('holding', flush=True); time.sleep(30)"))
    assert holder.stdin is not None
    assert holder.stdout is not None
    holder.stdin.write("go\n")
    holder.stdin.flush()
    assert [holder.stdout.readline(), holder.stdout.readline()] == ["ready\n", "holding\n"]
    assert clinic.sign() == 2
    assert f"Another process is entering a review (process {holder.pid})" in capsys.readouterr().err
    holder.kill()
    holder.communicate()
    assert clinic.sign() == 0, "a lock whose holder died holds nobody up"
