"""References in AMA style, held against pandoc's; where ours differs, the reason stands in differences.json."""

import json
from datetime import date
from pathlib import Path

import pytest

from careleaf.channels.ama import ama_line, ama_reference
from careleaf.model.source import Name, Source, SourceKind, SourceStatus
from careleaf.reading.source_import import Reference, parse_references
from careleaf.reading.words import read_wording
from tests.sources.pandoc import EXPECTED, FIXTURES, WORKS, pandoc_lines

NOWHERE = Path("nowhere")
ENGLISH, _ = read_wording("en", NOWHERE, NOWHERE)
SPANISH, _ = read_wording("es", NOWHERE, NOWHERE)
TODAY = date(2026, 11, 23)
SOURCES = {
    found.label: found.source
    for found in parse_references(WORKS.read_text(encoding="utf-8"), ".json", TODAY)
    if isinstance(found, Reference)
}
PANDOC = json.loads(EXPECTED.read_text(encoding="utf-8"))
DIFFERENCES = json.loads((FIXTURES / "differences.json").read_text(encoding="utf-8"))


def source(**fields: object) -> Source:
    given = {
        "kind": SourceKind.PRIMARY_STUDY,
        "type": "webpage",
        "title": "Legs",
        "accessed": date(2026, 11, 2),
        "status": SourceStatus.CURRENT,
    }
    return Source(**{**given, **fields})  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("label", PANDOC)
def test_a_line_is_pandocs_or_differs_for_a_reason(label: str) -> None:
    line = ama_reference(SOURCES[label], ENGLISH)
    if label in DIFFERENCES:
        assert line == DIFFERENCES[label]["ours"] != PANDOC[label]
        assert DIFFERENCES[label]["why"].endswith(".")
    else:
        assert line == PANDOC[label]


def test_there_are_at_least_forty_fixtures_and_few_differences() -> None:
    assert SOURCES.keys() == PANDOC.keys() >= DIFFERENCES.keys()
    assert len(PANDOC) >= 40
    assert len(DIFFERENCES) == 11


def test_pandoc_still_says_what_is_recorded() -> None:
    assert pandoc_lines() == PANDOC


def test_the_day_of_an_update_is_shown_in_words() -> None:
    page = source(container_title="Clinic", issued="2020-01", updated="2023-11-21", url="https://clinic.test/legs")
    assert ama_line(page, ENGLISH) == (
        "Legs. Clinic. January 2020. Updated November 21, 2023. Accessed November 2, 2026."
    )
    assert ama_line(page, SPANISH) == (
        "Legs. Clinic. enero de 2020. Actualizado el 21 de noviembre de 2023. Consultado el 2 de noviembre de 2026."
    )


@pytest.mark.parametrize(
    ("number", "shown"), [("1", "1st"), ("2", "2nd"), ("3rd", "3rd"), ("12", "12th"), ("113", "113th")]
)
def test_editions_are_counted(number: str, shown: str) -> None:
    assert ama_line(source(type="book", edition=number), ENGLISH) == f"Legs. {shown} ed."


def test_words_for_an_edition_stay_words() -> None:
    assert ama_line(source(type="book", edition="Rev ed"), ENGLISH) == "Legs. Rev ed."


def test_authors_that_the_record_does_not_list_are_named_as_others() -> None:
    article = source(type="article-journal", author=(Name(family="Allen", given="R P"), Name(literal="et al.")))
    assert ama_line(article, ENGLISH) == "Allen RP, et al. Legs."


def test_markup_in_a_title_stays_text_for_the_channels_to_escape() -> None:
    assert ama_line(source(title="<script>alert(1)</script>"), ENGLISH) == "<script>alert(1)</script>."


@pytest.mark.parametrize(
    ("written", "shown"), [("12-5", "12-15"), ("e12–e15", "e12-e15"), ("1-3, 107-9", "1-3, 107-109"), ("i-iv", "i-iv")]
)
def test_page_ranges_are_written_in_full(written: str, shown: str) -> None:
    assert ama_line(source(type="article-journal", page=written), ENGLISH) == f"Legs. {shown}."


def test_a_date_that_no_calendar_has_is_left_as_it_stands() -> None:
    assert ama_line(source(issued="2020-13"), ENGLISH) == "Legs. 2020-13."
