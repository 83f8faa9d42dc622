"""Whatever a registry answers, it is understood or it is no answer: nothing else comes out, and nothing of it acts."""

import copy
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careleaf.model.registry import Registry
from careleaf.model.source_check import Told
from careleaf.model.source_question import Question
from careleaf.model.work_id import IdKind, WorkId
from careleaf.reading.source_import import Entry, source_of
from careleaf.registries.all_registries import Registries
from careleaf.registries.items.item import FoundWork
from careleaf.registries.page_reading import read_page
from careleaf.registries.reply import Reply, UnansweredError
from careleaf.registries.work_finder import WorkFinder

DAY = date(2026, 11, 23)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
CROSSREF = {
    "message": {
        "DOI": "10.1/x",
        "type": "journal-article",
        "title": ["Legs"],
        "subtitle": [],
        "author": [{"family": "Tester", "given": "A", "sequence": "first"}],
        "issued": {"date-parts": [[2024, 2]]},
        "updated-by": [{"type": "correction", "DOI": "10.1/n", "updated": {"date-parts": [[2024]]}}],
        "relation": {"is-preprint-of": [{"id": "10.1/y"}]},
        "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/"}],
        "abstract": "<p>12</p>",
    }
}
DATACITE = {
    "data": {
        "attributes": {
            "doi": "10.1/x",
            "titles": [{"title": "Legs"}],
            "creators": [{"familyName": "Tester"}],
            "publicationYear": 2024,
            "dates": [{"date": "2024"}],
            "types": {"resourceTypeGeneral": "Dataset"},
            "relatedIdentifiers": [{"relationType": "IsObsoletedBy", "relatedIdentifier": "10.1/y"}],
            "rightsList": [{"rights": "CC BY"}],
        }
    }
}
PUBMED = {
    "result": {
        "1": {
            "title": "Legs.",
            "pubtype": ["Review"],
            "references": [{"reftype": "Erratum in"}],
            "authors": [{"name": "Tester AB", "authtype": "Author"}],
            "articleids": [{"idtype": "doi", "value": "10.1/x"}, {"idtype": "pubmed", "value": "1"}],
            "pubdate": "2024 Feb",
            "pages": "187-94",
        }
    }
}
BOOK = {"ISBN:9781264268504": {"title": "Sleep", "authors": [{"name": "A B"}], "publishers": [{"name": "C"}]}}
ARCHIVE = [["timestamp"], ["20250101000000"]]
GOOD: dict[str, Any] = {
    "/works/": CROSSREF,
    "/dois/": DATACITE,
    "/esummary.fcgi": PUBMED,
    "/api/books": BOOK,
    "/cdx/": ARCHIVE,
    "/esearch.fcgi": {"esearchresult": {"idlist": ["1"]}},
    "/api/handles/": {"responseCode": 1},
}


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place inside a JSON value that can hold another one."""
    found: list[tuple[Any, Any]] = []
    for key, inner in (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    ):
        found += [(value, key), *places(inner)]
    return found


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """Good answers of all registries, with one value somewhere replaced by anything."""
    answers = copy.deepcopy(GOOD)
    container, key = draw(st.sampled_from(places(answers)))
    container[key] = draw(JSON)
    return answers


class Playing:
    """A client that answers from a table."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    def get_json(self, address: str) -> Reply:
        said = next((answer for part, answer in self.answers.items() if part in address), None)
        return Reply(200, {}, json.dumps(said).encode(), address, DAY)

    def ask_page(self, _method: str, address: str) -> Reply:
        return Reply(200, {}, json.dumps(self.answers).encode(), address, DAY)

    def remember(self) -> None:
        pass

    forget = remember


def registries(answers: dict[str, Any]) -> Registries:
    return Registries(Playing(answers))  # type: ignore[arg-type]


def texts(value: object) -> list[str]:
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


ASKED = {
    Registry.CROSSREF: "10.1/x",
    Registry.DATACITE: "10.1/x",
    Registry.DOI_ORG: "10.1/x",
    Registry.PUBMED: "1",
    Registry.PMC: "PMC1",
    Registry.ARCHIVE: "https://health.example.org/",
}


@settings(max_examples=300)
@given(answers=damaged(), registry=st.sampled_from(sorted(ASKED)))
def test_an_answer_is_understood_or_unchecked(answers: dict[str, Any], registry: Registry) -> None:
    told: Told = registries(answers).ask(Question(registry, ASKED[registry], DAY, wants_text=True), DAY)
    for text in texts(told.answer):
        assert not re.search(r"[<>\n\r]", text)
        assert not any(unicodedata.category(c) == "Cc" for c in text)


WORKS = {IdKind.DOI: "10.1/x", IdKind.PMID: "1", IdKind.PMCID: "PMC1", IdKind.ISBN: "9781264268504"}


@settings(max_examples=300)
@given(answers=damaged(), kind=st.sampled_from(sorted(WORKS)))
def test_a_work_is_described_or_not_found_or_unanswered(answers: dict[str, Any], kind: IdKind) -> None:
    try:
        found: FoundWork | None = WorkFinder(registries(answers)).find(WorkId(kind, WORKS[kind]))
    except UnansweredError:
        return
    if found is not None:
        source_of(Entry(1, "", found.item), DAY)


@given(body=st.binary(max_size=300), charset=st.text(max_size=20))
def test_any_bytes_can_be_read_as_a_page(body: bytes, charset: str) -> None:
    read_page(Reply(200, {"content-type": f"text/html; charset={charset}"}, body, "https://a.test/", DAY))


@pytest.mark.parametrize("kind", sorted(WORKS))
def test_the_good_answers_are_understood(kind: IdKind) -> None:
    finder: Callable[[WorkId], FoundWork | None] = WorkFinder(registries(GOOD)).find
    assert finder(WorkId(kind, WORKS[kind])) is not None
