"""`careleaf review status`: what an editor, a program and a calendar are told."""

import json
import re
from datetime import UTC, date, datetime

import icalendar
import pytest

from careleaf.model.review_status import ReviewStatus
from careleaf.model.state_name import StateName
from careleaf.reporters.calendar import render_calendar
from tests.review.conftest import POLICY, Clinic, ClinicMaker

Capture = pytest.CaptureFixture[str]


def shown(clinic: Clinic, capsys: Capture, *options: str, today: date = date(2026, 11, 23)) -> tuple[int, str]:
    capsys.readouterr()
    code = clinic.run("status", *options, today=today)
    return code, capsys.readouterr().out


def test_a_page_nobody_signed_makes_it_fail_and_a_signed_one_does_not(clinic: Clinic, capsys: Capture) -> None:
    assert shown(clinic, capsys)[0] == 1
    clinic.sign()
    clinic.sign("sleep/get-help")
    code, text = shown(clinic, capsys)
    assert code == 0
    assert text == (
        "PAGE            STATE     REVIEWER       SIGNED      DUE                       CHANGED SINCE\n"
        "sleep/index     reviewed  test-reviewer  2026-11-20  2028-11-20 (in 728 days)\n"
        "sleep/get-help  reviewed  test-reviewer  2026-11-20  2028-11-20 (in 728 days)\n"
        "\n"
        "2 reviewed.\n"
    )


@pytest.mark.parametrize(
    ("today", "due", "code"),
    [
        (date(2028, 11, 19), "in 1 day", 0),
        (date(2028, 11, 20), "today", 0),
        (date(2028, 11, 21), "1 day ago", 1),
        (date(2028, 11, 22), "2 days ago", 1),
    ],
)
def test_a_page_is_overdue_from_the_day_after(
    clinic: Clinic, capsys: Capture, today: date, due: str, code: int
) -> None:
    clinic.sign()
    ended, text = shown(clinic, capsys, "sleep/index", today=today)
    assert f"2028-11-20 ({due})" in text
    assert ended == code


def test_it_says_what_changed_since_the_signature(clinic: Clinic, capsys: Capture) -> None:
    clinic.sign()
    clinic.edit("docs/sleep/index.md", "they slept badly", "they slept very badly")
    code, text = shown(clinic, capsys, "sleep/index.md")
    assert code == 1
    assert "changed-since-review" in text
    assert "1 word added, 0 words removed" in text


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        (("--state", "reviewed"), ["sleep/index"]),
        (("--state", "unreviewed,overdue"), ["sleep/get-help"]),
        (("--reviewer", "test-reviewer"), ["sleep/index"]),
        (("--reviewer", "second-reviewer"), []),
        (("--due-within", "700"), ["sleep/get-help"]),
        (("--due-within", "728"), ["sleep/index", "sleep/get-help"]),
        (("sleep",), ["sleep/index", "sleep/get-help"]),
        (("sleep/get-help/",), ["sleep/get-help"]),
        (("docs/sleep/get-help.md",), ["sleep/get-help"]),
    ],
)
def test_filters(clinic: Clinic, capsys: Capture, options: tuple[str, ...], pages: list[str]) -> None:
    clinic.sign()
    _, text = shown(clinic, capsys, *options, "--format", "json", "--fail-on", "none")
    assert [row["page"] for row in json.loads(text)["pages"]] == pages


def test_which_states_make_it_fail_can_be_chosen(clinic: Clinic, capsys: Capture) -> None:
    assert shown(clinic, capsys, "--fail-on", "none")[0] == 0
    assert shown(clinic, capsys, "--fail-on", "overdue,changed-since-review")[0] == 0
    assert shown(clinic, capsys, "--fail-on", "unreviewed")[0] == 1


@pytest.mark.parametrize(
    "options", [("--state", "old"), ("--due-within", "soon"), ("--fail-on", "x"), ("--due-within", "-1")]
)
def test_a_filter_that_cannot_be_meant_is_named(clinic: Clinic, capsys: Capture, options: tuple[str, str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        clinic.run("status", *options)
    assert options[0] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("slep",), "Did you mean `sleep`?"),
        (("--reviewer", "nobody"), "not in the register"),
        (("index",), "no `type`"),
    ],
)
def test_what_does_not_exist_is_named(clinic: Clinic, capsys: Capture, options: tuple[str, ...], said: str) -> None:
    assert clinic.run("status", *options) == 2
    assert said in capsys.readouterr().err


def test_one_of_two_signatures_is_shown(make_clinic: ClinicMaker, capsys: Capture) -> None:
    clinic = make_clinic({"docs/_data/policy.yml": POLICY + "review: {reviewers: 2}\n"})
    clinic.sign()
    assert "unreviewed (1 of 2 signed)" in shown(clinic, capsys)[1]


def test_a_calendar_program_reads_the_due_dates(clinic: Clinic, capsys: Capture) -> None:
    clinic.sign()
    _, text = shown(clinic, capsys, "--format", "ics")
    calendar = icalendar.Calendar.from_ical(text)
    first, second = calendar.walk("VEVENT")
    assert first["SUMMARY"] == "Review due: Sleep"
    assert first.decoded("DTSTART") == date(2028, 11, 20)
    assert first.decoded("DTEND") == date(2028, 11, 21)
    assert first.decoded("DTSTAMP") == datetime(2026, 11, 23, tzinfo=UTC)
    assert second.decoded("DTSTART") == date(2028, 10, 1), "24 months after it was written"
    assert not calendar.errors


def test_an_event_keeps_its_id_when_its_day_moves(clinic: Clinic, capsys: Capture) -> None:
    before = re.findall("UID:.*", shown(clinic, capsys, "--format", "ics")[1])
    clinic.sign()
    assert re.findall("UID:.*", shown(clinic, capsys, "--format", "ics")[1]) == before
    assert len(set(before)) == 2


def row(title: str, due_on: date) -> ReviewStatus:
    return ReviewStatus(
        "sleep/index", title, "docs/sleep/index.md", "https://clinic.test/sleep/", StateName.REVIEWED, "c1-0",
        ("test-reviewer",), date(2024, 2, 29), due_on, 5, (), 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    "title",
    ["A; b, c\\d", "Schlaf für über 60-Jährige: " * 9, "睡眠" * 60, "😴" * 40, "Begin\r\nEND:VCALENDAR", "x" * 200],
)
def test_any_title_is_carried_whole_in_lines_of_75_octets(title: str) -> None:
    text = render_calendar([row(title, date(2028, 2, 29))], date(2026, 11, 23), "test-clinic")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event["SUMMARY"] == "Review due: " + " ".join(title.split())
    assert event.decoded("DTSTART") == date(2028, 2, 29)
    assert event.decoded("DTEND") == date(2028, 3, 1)


def test_a_withdrawn_page_is_due_no_more(make_clinic: ClinicMaker, capsys: Capture) -> None:
    gone = "pages:\n  sleep/get-help/:\n    status: withdrawn\n    withdrawn_on: 2026-11-01\n    reason: Wrong.\n"
    clinic = make_clinic({"docs/_data/published.yml": gone})
    _, text = shown(clinic, capsys, "sleep/get-help", "--format", "json")
    (page,) = json.loads(text)["pages"]
    assert (page["state"], page["due_on"]) == ("withdrawn", None)
    assert "VEVENT" not in shown(clinic, capsys, "sleep/get-help", "--format", "ics")[1]
