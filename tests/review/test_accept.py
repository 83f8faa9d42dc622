"""`careleaf review accept` takes what a packet's form made, and trusts none of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.errors import CareleafError
from careleaf.model.review import Answer, Received
from careleaf.model.state_name import StateName
from careleaf.reading.answer_file import parse_answer
from tests.conftest import folder_bytes
from tests.review.conftest import POLICY, Clinic, ClinicMaker

Capture = pytest.CaptureFixture[str]


def answer_of(clinic: Clinic, *pages: str, **changes: object) -> dict[str, Any]:
    """Return a fitting answer; `page_…` changes its first page."""
    listed: list[dict[str, Any]] = [
        {
            "page": page,
            "digest": clinic.state(page).digest,
            "decision": "sign",
            "answers": {"claims": "yes", "words": "partly", "order": ""},
            "notes": "Fine.\n\u200bSay “nap”.",
        }
        for page in pages or ("sleep/index",)
    ]
    listed[0].update({key[5:]: value for key, value in changes.items() if key.startswith("page_")})
    top = {
        "careleaf": "review-answer",
        "version": 1,
        "site": "test-clinic",
        "reviewer": "test-reviewer",
        "role": "",
        "reviewed_on": "2026-11-20",
        "next_review_on": "",
        "pages": listed,
    }
    return {**top, **{key: value for key, value in changes.items() if not key.startswith("page_")}}


def accept(clinic: Clinic, content: object) -> int:
    file = clinic.root / "answer.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return clinic.run("accept", str(file))


def test_an_answer_becomes_a_record_with_what_was_answered(clinic: Clinic, capsys: Capture) -> None:
    assert accept(clinic, answer_of(clinic)) == 0
    record = clinic.state().review
    assert record is not None
    assert clinic.state().name is StateName.REVIEWED
    assert record.received is Received.ANSWER_FILE
    assert record.answers == {"claims": Answer.YES, "words": Answer.PARTLY}
    assert record.notes == "Fine. Say “nap”."
    assert clinic.errors() == []
    assert "Entered the review of `sleep/index`" in capsys.readouterr().out


def test_a_topic_is_entered_whole_or_not_at_all(clinic: Clinic, capsys: Capture) -> None:
    both = answer_of(clinic, "sleep/index", "sleep/get-help")
    clinic.edit("docs/sleep/get-help.md", "for weeks", "for months")
    assert accept(clinic, both) == 2
    assert "no longer worded as in that packet" in capsys.readouterr().err
    assert not clinic.register.exists()
    assert accept(clinic, answer_of(clinic, "sleep/index", "sleep/get-help")) == 0
    assert clinic.state("sleep/get-help").name is StateName.REVIEWED


def test_who_asks_for_changes_signs_nothing(clinic: Clinic, capsys: Capture) -> None:
    asked = answer_of(clinic, page_decision="changes", page_notes="40% is not what the survey says.")
    assert accept(clinic, asked) == 1
    out = capsys.readouterr().out
    assert "asks for changes first" in out
    assert "words: partly" in out
    assert "40% is not what the survey says." in out
    assert clinic.state().name is StateName.UNREVIEWED


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"site": "other-clinic"}, "was made for the site `other-clinic`"),
        ({"reviewer": "nobody"}, "not in the register of people"),
        ({"reviewer": ""}, "`reviewer` is empty"),
        ({"reviewer": "test-author"}, "is no reviewer of this site"),
        ({"reviewer": "../../policy"}, "not in the register of people"),
        ({"reviewer": "x" * 201}, "has to be a short text"),
        ({"role": "astro\u202enaut"}, "has to be a short text"),
        ({"role": "astronaut"}, "cannot review as astronaut"),
        ({"reviewed_on": "20 November"}, "not a day"),
        ({"reviewed_on": "2026-02-30"}, "not a day"),
        ({"reviewed_on": ""}, "is empty, not a day"),
        ({"reviewed_on": "2027-11-20"}, "has not come yet"),
        ({"next_review_on": "2040-01-01"}, "later than policy allows"),
        ({"version": 2}, "no answer of version 1"),
        ({"careleaf": "site"}, "no answer of version 1"),
        ({"signature": "trust me"}, "does not have the form of an answer at `signature`"),
        ({"pages": []}, "list of 1 to 200"),
        ({"pages": [[]]}, "does not have the form of an answer"),
        ({"page_page": "../../../etc/passwd"}, "There is no page or topic"),
        ({"page_page": "sleep"}, "several pages"),
        ({"page_digest": "c1-" + "0" * 64}, "no longer worded"),
        ({"page_decision": ""}, "`decision` is empty"),
        ({"page_decision": ["sign"]}, "not one of sign, changes"),
        ({"page_answers": {"claims": "maybe"}}, "not one of yes, partly, no, does-not-apply"),
        ({"page_answers": {"claims": {"a": 1}}}, "not one of yes"),
        ({"page_answers": {"wages": "yes"}}, "is no question of a packet"),
        ({"page_answers": {"A B": "yes"}}, "is no question of a packet"),
        ({"page_notes": "x" * 5001}, "at most 5000 characters"),
        ({"page_notes": None}, "has to be a text"),
    ],
)
def test_it_refuses_what_cannot_stand(clinic: Clinic, capsys: Capture, changes: dict[str, object], said: str) -> None:
    before = folder_bytes(clinic.root / "docs")
    assert accept(clinic, answer_of(clinic, **changes)) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert folder_bytes(clinic.root / "docs") == before


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "“careleaf”",
        "[" * 100_000,
        '{"a": 1, "a": 2}',
        "NaN",
        "9" * 5000,
        '"\\ud800"',
        "null",
        "x" * 500_000,
    ],
    ids=lambda content: content[:12],
)
def test_what_is_no_answer_file_is_named_as_that(clinic: Clinic, capsys: Capture, content: str) -> None:
    assert accept(clinic, content) == 2
    error = capsys.readouterr().err
    assert "Ask for the file" in error
    assert "Traceback" not in error


def test_an_answer_is_entered_once(clinic: Clinic, capsys: Capture) -> None:
    answer = answer_of(clinic)
    assert accept(clinic, answer) == 0
    assert accept(clinic, answer) == 2
    assert "entered already" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(clinic: Clinic, capsys: Capture) -> None:
    assert clinic.run("accept", str(clinic.root / "nothing.json")) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_where_two_have_to_sign_the_first_answer_waits(make_clinic: ClinicMaker, capsys: Capture) -> None:
    clinic = make_clinic({"docs/_data/policy.yml": POLICY + "review: {reviewers: 2}\n"})
    assert accept(clinic, answer_of(clinic)) == 0
    assert "1 of 2 reviews" in capsys.readouterr().out
    assert accept(clinic, answer_of(clinic, reviewer="second-reviewer")) == 0
    assert clinic.state().name is StateName.REVIEWED


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["careleaf", "version", "site", "reviewer", "role", "reviewed_on", "next_review_on", "pages"]
FITTING = {"careleaf": "review-answer", "version": 1, "site": "s", "reviewer": "r", "role": "", "next_review_on": ""}


@given(st.dictionaries(st.sampled_from(KEYS), json_values), st.booleans())
def test_nothing_in_a_file_gets_past_in_another_form(values: dict[str, object], fill: bool) -> None:
    content = {**FITTING, "reviewed_on": "2026-11-20", "pages": [{}], **values} if fill else values
    try:
        answer = parse_answer(json.dumps(content), "answer.json")
    except CareleafError:
        return
    assert answer.pages


def test_the_answer_file_of_another_encoding_is_named(clinic: Clinic, capsys: Capture) -> None:
    file: Path = clinic.root / "answer.json"
    file.write_bytes(json.dumps(answer_of(clinic)).encode("utf-16"))
    assert clinic.run("accept", str(file)) == 2
    assert "UTF-8" in capsys.readouterr().err
