"""What readers can see of a page's past: the same on the website, in the embed and in the data."""

import json

import pytest

from careleaf.cli.main import main
from tests.review.conftest import Clinic, ClinicMaker
from tests.review.test_editorial import EDITOR

SITE_DAY = ["--date", "2026-11-23"]


@pytest.fixture
def lived(make_clinic: ClinicMaker) -> Clinic:
    """A page that was written, changed, reviewed, released, corrected and withdrawn."""
    clinic = make_clinic({"docs/_data/people/test-editor.yml": EDITOR})
    clinic.edit("docs/sleep/index.md", "written_on: 2026-10-01", CHANGED)
    clinic.edit("docs/sleep/index.md", "Read [when", "You recieve help. Read [when")
    assert clinic.sign() == 0
    assert main(["release", "-f", str(clinic.settings), *SITE_DAY]) == 0
    clinic.edit("docs/sleep/index.md", "recieve", "receive")
    assert clinic.run("editorial", "sleep/index", "--by", "test-editor", "--reason", "Misspelt.") == 0
    return clinic


CHANGED = """\
written_on: 2026-10-01
changes:
  - {on: 2026-11-02, what: The newer survey took the place of the older one.}"""
EXPECTED = [
    ("2026-11-23", "Version"),
    ("2026-11-23", "Test Editor corrected it: Misspelt."),
    ("2026-11-20", "Test Reviewer, MD reviewed it"),
    ("2026-11-02", "The page was changed: The newer survey took the place of the older one."),
    ("2026-10-01", "The page was written."),
]


def told(clinic: Clinic) -> list[tuple[str, str]]:
    data = json.loads((clinic.root / "site/api/v1/pages/sleep/index.json").read_text(encoding="utf-8"))
    return [(event["on"], event["what"]) for event in data["history"]]


def test_readers_see_what_happened_newest_first(lived: Clinic) -> None:
    assert main(["build", "-f", str(lived.settings), *SITE_DAY]) == 0
    events = told(lived)
    assert [(day, what[: len(start)]) for (day, what), (_, start) in zip(events, EXPECTED, strict=True)] == EXPECTED
    for page in ("sleep/index.html", "embed/sleep/index.html"):
        html = (lived.root / "site" / page).read_text(encoding="utf-8")
        assert html.index("Misspelt.") < html.index("The newer survey") < html.index("The page was written."), page


def test_a_withdrawal_is_part_of_it(lived: Clinic) -> None:
    settings = ["-f", str(lived.settings), *SITE_DAY]
    assert main(["withdraw", "sleep/index", *settings, "--reason", "A figure was wrong.", "--by", "Test Editor"]) == 0
    assert main(["build", *settings]) == 0
    assert told(lived)[0] == ("2026-11-23", "The page was withdrawn: A figure was wrong.")


def test_a_page_two_clinicians_signed_names_both_in_its_structured_data(make_clinic: ClinicMaker) -> None:
    clinic = make_clinic()
    clinic.edit("docs/_data/policy.yml", "site_id: test-clinic", "site_id: test-clinic\nreview: {reviewers: 2}")
    assert clinic.sign() == 0
    assert clinic.sign("sleep/index", "--reviewer", "second-reviewer") == 0
    assert main(["build", "-f", str(clinic.settings), *SITE_DAY]) == 0
    html = (clinic.root / "site/sleep/index.html").read_text(encoding="utf-8")
    data = json.loads(html.partition('id="structured-data">')[2].partition("</script>")[0])
    assert {agent["name"] for agent in data["reviewedBy"]} == {"Test Reviewer", "Second Reviewer"}
