"""The JSON API says what the website says."""

import json
from pathlib import Path

import pytest

from careleaf.build.site import build_site
from tests.conftest import TODAY, SiteMaker


@pytest.fixture
def api(make_site: SiteMaker) -> Path:
    settings = make_site()
    assert build_site(settings, TODAY, None, lambda _doing: None).published
    return settings.parent / "site/api/v1"


def test_a_page_carries_its_text_its_state_and_its_sources(api: Path) -> None:
    page = json.loads((api / "pages/sleep/index.json").read_text())
    assert page["text"].startswith("In a survey of 200 people, 40% said they slept badly.")
    assert page["state"] == "unreviewed"
    assert page["stateInWords"].startswith("Not reviewed by a clinician.")
    assert page["digest"].startswith("c1-")
    assert page["generalInformation"].startswith("This is general information.")
    assert [source["key"] for source in page["sources"]] == ["test-survey"]
    assert page["sources"][0]["evidence"][0]["says"] == "Of 200 people, 40% said they slept badly."
    assert "reviewedBy" not in page["structuredData"]


def test_the_topics_name_every_page_in_reading_order(api: Path) -> None:
    topics = json.loads((api / "topics.json").read_text())["topics"]
    assert [(topic["id"], [page["id"] for page in topic["pages"]]) for topic in topics] == [
        ("sleep", ["sleep/index", "sleep/get-help"])
    ]
    for page in topics[0]["pages"]:
        for address in ("handout", "api"):
            assert (api.parents[1] / page[address]).is_file()
