"""Structured data says no more than the page does."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from careleaf.channels.page_view import PageView, page_view
from careleaf.channels.structured_data import medical_web_page, structured_data
from careleaf.model.library import Library
from careleaf.model.person import Person, Role
from careleaf.model.record import Record
from careleaf.model.review import ReviewRecord, ReviewRegister, Scope
from careleaf.model.state import page_state
from careleaf.reading.words import read_wording
from tests.channels.test_embed import HERE, SAMPLE, SITE, make_library


def view_of(library: Library) -> PageView:
    wording, _ = read_wording("en", Path("none.yml"), Path())
    return page_view(library.pages[0], library, wording)


def reviewed(library: Library) -> Library:
    """Return the library with a clinician's signature under the page's words."""
    digest = page_state(library.pages[0], library).digest
    review = ReviewRecord(
        reviewer="jo",
        role="neurologist",
        reviewed_on=date(2026, 3, 10),
        next_review_on=date(2027, 3, 10),
        scope=Scope.CLINICAL,
        digest=digest,
        page="sleep/rest",
        site="",
        statement="I have read this page.",
    )
    register = Record("rest", ReviewRegister((review,)), HERE, {})
    jo = Record("jo", Person("Writer", (Role.REVIEWER,), credentials="MD"), HERE, {})
    return replace(library, reviews={"sleep/rest": register}, people={"jo": jo})


def test_an_adapted_page_names_no_reviewer() -> None:
    library = make_library(SAMPLE)
    data = medical_web_page(view_of(library), library)
    assert data["@type"] == "MedicalWebPage"
    assert not {"reviewedBy", "lastReviewed"} & data.keys()
    assert data["creativeWorkStatus"] == "Not yet reviewed by a clinician"
    assert data["isBasedOn"] == {
        "@type": "Article",
        "name": "Rest <well>",
        "publisher": {"@type": "Organization", "name": "A Publisher"},
    }


def test_a_reviewed_page_names_who_signed_these_words_and_when() -> None:
    library = reviewed(make_library(SAMPLE))
    data = medical_web_page(view_of(library), library)
    assert data["lastReviewed"] == "2026-03-10"
    assert data["reviewedBy"] == {"@type": "Person", "name": "Writer", "honorificSuffix": "MD"}


def test_an_overdue_review_is_not_claimed() -> None:
    library = replace(reviewed(make_library(SAMPLE)), today=date(2028, 1, 1))
    assert "reviewedBy" not in medical_web_page(view_of(library), library)


def test_the_way_to_the_page_has_full_addresses() -> None:
    library = make_library(SAMPLE)
    data = medical_web_page(view_of(library), library)
    item = {"@type": "ListItem", "position": 1, "name": "Rest & sleep", "item": f"{SITE}sleep/rest/"}
    assert data["breadcrumb"] == {"@type": "BreadcrumbList", "itemListElement": [item]}


def test_a_site_without_an_address_claims_none() -> None:
    library = make_library(SAMPLE, url="")
    assert not {"url", "breadcrumb"} & medical_web_page(view_of(library), library).keys()


def test_nothing_in_it_can_end_the_script_element() -> None:
    library = make_library(SAMPLE, title="</script><script>x()</script>&")
    text = structured_data(view_of(library), library)
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == "</script><script>x()</script>&"
