"""`careleaf review sign` enters what was signed, and nothing else."""

from datetime import date

import pytest

from careleaf.build.judging import judged_run
from careleaf.model.canonical import canonical_text
from careleaf.model.digest import digest_of
from careleaf.model.state_name import StateName
from tests.conftest import TODAY, folder_bytes
from tests.review.conftest import POLICY, REVIEWER, Clinic, ClinicMaker

AUTHOR = "docs/_data/people/test-author.yml"


def test_a_signed_page_is_reviewed_until_the_day_policy_allows(clinic: Clinic) -> None:
    assert clinic.sign() == 0
    state = clinic.state()
    assert state.name is StateName.REVIEWED
    assert state.due_on == date(2028, 11, 20)
    assert clinic.errors() == []


def test_the_signed_text_is_kept_under_its_digest(clinic: Clinic) -> None:
    clinic.sign()
    (text,) = clinic.texts()
    assert digest_of(text.read_text(encoding="utf-8")) == text.stem == clinic.state().digest
    assert "p In a survey of 200 people, 40% said they slept badly." in text.read_text(encoding="utf-8")


def test_another_record_leaves_every_byte_of_the_first(clinic: Clinic) -> None:
    clinic.sign()
    before = clinic.register.read_bytes()
    clinic.edit("docs/sleep/index.md", "slept badly.[", "slept very badly.[")
    assert clinic.state().name is StateName.CHANGED
    assert clinic.sign(on="2026-11-22") == 0
    assert clinic.register.read_bytes().startswith(before)
    assert clinic.state().name is StateName.REVIEWED
    assert len(clinic.texts()) == 2
    assert clinic.errors() == []


def test_a_register_an_editor_laid_out_otherwise_is_added_to(clinic: Clinic) -> None:
    clinic.sign()
    shifted = clinic.register.read_text().replace("\n  ", "\n") + "# checked by the board"
    clinic.register.write_text(shifted)
    assert clinic.sign("sleep/index", "--reviewer", "second-reviewer") == 0
    assert clinic.register.read_text().startswith(shifted)
    assert clinic.errors() == []


@pytest.mark.parametrize(
    "shorten", [lambda d: d[:15], lambda d: d[3:15], lambda d: f"C1-{d[3:7]} {d[7:11]} {d[11:19]}"]
)
def test_the_beginning_of_a_digest_is_enough_as_it_stands_on_paper(clinic: Clinic, shorten: object) -> None:
    assert clinic.sign("sleep/index", "--digest", shorten(clinic.state().digest)) == 0  # type: ignore[operator]
    assert clinic.state().name is StateName.REVIEWED


REFUSED = [
    pytest.param({}, {"--digest": "c1-000000000000"}, "no longer worded as in that packet", id="another wording"),
    pytest.param({}, {"--digest": "c1-00"}, "is no digest", id="too short a digest"),
    pytest.param({}, {"--digest": "yesterday's one"}, "is no digest", id="no digest"),
    pytest.param({}, {"--reviewer": "tset-reviewer"}, "Did you mean `test-reviewer`?", id="unknown reviewer"),
    pytest.param({}, {"--reviewer": "nobody-at-all"}, "Add docs/_data/people/nobody-at-all.yml", id="nobody"),
    pytest.param({}, {"--reviewer": "test-author"}, "is no reviewer of this site", id="no reviewer"),
    pytest.param({}, {"--on": "2026-12-24"}, "has not come yet", id="a day to come"),
    pytest.param({}, {"--next-review": "2026-11-20"}, "is not after this one", id="due the same day"),
    pytest.param({}, {"--next-review": "2028-11-21"}, "later than policy allows: 2028-11-20", id="due too late"),
    pytest.param({}, {"--role": "astronaut"}, "cannot review as astronaut. Say sleep physician", id="not their role"),
    pytest.param(
        {"docs/_data/policy.yml": POLICY + "review: {roles: [pharmacist]}\n"},
        {},
        "Policy asks for a review by a pharmacist",
        id="not the role policy asks for",
    ),
    pytest.param(
        {"docs/_data/people/test-reviewer.yml": REVIEWER + "credentials_expire_on: 2026-11-19\n"},
        {},
        "expired on 2026-11-19",
        id="expired credentials",
    ),
    pytest.param(
        {"docs/_data/people/test-reviewer.yml": REVIEWER.replace("[sleep physician]", "[sleep physician, doctor]")},
        {},
        'Say --role "sleep physician" or --role "doctor"',
        id="which role",
    ),
    pytest.param(
        {AUTHOR: REVIEWER.replace("[reviewer]", "[author, reviewer]")},
        {"--reviewer": "test-author"},
        "is an author of `sleep/index`",
        id="an author",
    ),
    pytest.param(
        {"docs/_data/policy.yml": POLICY.replace("site_id: test-clinic\n", "")}, {}, "Set `site_id`", id="no site id"
    ),
]


@pytest.mark.parametrize(("files", "options", "said"), REFUSED)
def test_it_refuses_and_says_what_to_do(
    make_clinic: ClinicMaker,
    files: dict[str, str],
    options: dict[str, str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clinic = make_clinic(files)
    before = folder_bytes(clinic.root / "docs")
    assert clinic.sign("sleep/index", *(part for pair in options.items() for part in pair)) == 2
    assert said in capsys.readouterr().err
    assert folder_bytes(clinic.root / "docs") == before


def test_every_reason_is_told_at_once(clinic: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    clinic.sign("sleep/index", "--digest", "c1-000000000000", "--on", "2027-01-01", "--reviewer", "nobody")
    assert capsys.readouterr().err.count("\n  - ") == 3


def test_the_same_review_is_entered_once(clinic: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    assert clinic.sign() == 0
    before = clinic.register.read_bytes()
    assert clinic.sign() == 2
    assert "entered already" in capsys.readouterr().err
    assert clinic.register.read_bytes() == before


@pytest.mark.parametrize(("page", "said"), [("sleep", "several pages"), ("index", "no `type`"), ("slep", "no page")])
def test_it_names_what_cannot_be_signed(
    clinic: Clinic, page: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--reviewer", "test-reviewer", "--on", "2026-11-20", "--digest", "c1-000000000000")
    assert clinic.run("sign", page, *options) == 2
    assert said in capsys.readouterr().err


def test_where_policy_asks_for_two_a_page_waits_for_the_second(
    make_clinic: ClinicMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic = make_clinic({"docs/_data/policy.yml": POLICY + "review: {reviewers: 2, every_months: 12}\n"})
    assert clinic.sign() == 0
    assert "1 of 2 reviews" in capsys.readouterr().out
    assert clinic.state().name is StateName.UNREVIEWED
    assert clinic.sign("sleep/index", on="2026-11-21") == 0
    assert clinic.state().name is StateName.UNREVIEWED, "the same person twice is one person"
    assert clinic.sign("sleep/index", "--reviewer", "second-reviewer", on="2026-11-22") == 0
    state = clinic.state()
    assert state.name is StateName.REVIEWED
    assert [record.reviewer for record in state.reviews] == ["second-reviewer", "test-reviewer"]
    assert state.due_on == date(2027, 11, 21), "the earlier of the two days"
    html = (clinic.root / "docs/sleep/index.md").read_text()
    clinic.edit("docs/sleep/index.md", "slept badly.[", "slept very badly.[")
    assert clinic.sign(on="2026-11-23") == 0
    assert clinic.state().name is StateName.CHANGED
    (clinic.root / "docs/sleep/index.md").write_text(html)
    assert clinic.state().name is StateName.REVIEWED, "back at what both signed"


def test_a_review_on_a_leap_day_falls_due_on_the_last_of_february(make_clinic: ClinicMaker) -> None:
    policy = POLICY + "review: {every_months: 12}\n"
    page = "---\ntitle: A\ndescription: B.\ntype: support\nauthors: [test-author]\nwritten_on: 2024-01-01\n---\n\nC.\n"
    clinic = make_clinic({"docs/_data/policy.yml": policy, "docs/sleep/new.md": page})
    clinic.sign("sleep/new", on="2024-02-29", today=date(2024, 3, 1))
    assert clinic.state("sleep/new", date(2025, 2, 28)).name is StateName.REVIEWED
    assert clinic.state("sleep/new", date(2025, 3, 1)).name is StateName.OVERDUE


def test_a_review_signed_where_it_is_tomorrow_already_is_entered(clinic: Clinic) -> None:
    assert clinic.sign(on="2026-11-24", today=TODAY) == 0
    assert clinic.errors() == []


def test_a_record_that_was_changed_by_hand_is_not_built_upon(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.sign()
    clinic.edit("docs/_data/reviews/sleep/index.yml", "2028-11-20", "2030-11-20")
    assert clinic.sign(on="2026-11-22") == 2
    assert "is not as it was entered" in capsys.readouterr().err
    assert "altered-review" in clinic.errors()


def test_a_signed_text_that_was_changed_is_not_built_upon(clinic: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    clinic.sign()
    clinic.texts()[0].write_text("p Nothing.\n")
    assert clinic.sign(on="2026-11-22") == 2
    assert "is not the text that was signed" in capsys.readouterr().err
    assert "altered-signed-text" in clinic.errors()


def test_a_record_moved_to_another_page_site_or_day_is_found(clinic: Clinic) -> None:
    clinic.sign()
    text = clinic.register.read_text()
    moved = clinic.register.with_name("get-help.yml")
    for old, new, finding in (
        ("", "", "misplaced-review"),
        ("page: sleep/index", "page: sleep/get-help", "altered-review"),
        ("site: test-clinic", "site: other-clinic", "misplaced-review"),
        ("reviewed_on: 2026-11-20", "reviewed_on: 2026-11-22", "altered-review"),
    ):
        moved.write_text(text.replace(old, new) if old else text)
        assert finding in clinic.errors()
        if old != "page: sleep/index":
            assert clinic.state("sleep/get-help").name is StateName.UNREVIEWED


def test_the_kept_text_is_what_the_state_was_decided_on(clinic: Clinic) -> None:
    clinic.sign()
    library = judged_run(clinic.settings, TODAY).library
    assert clinic.texts()[0].read_text() == canonical_text(library.pages_by_id["sleep/index"], library)
