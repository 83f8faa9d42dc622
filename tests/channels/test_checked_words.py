"""What readers are told of the online check: never more than is known."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careleaf.channels.checked_words import checked_words
from careleaf.model.registry import Registry
from careleaf.model.source import Source, SourceKind, SourceStatus
from careleaf.model.source_check import Answer, Notice, NoticeKind, Outcome
from careleaf.reading.words import read_wording

DAY = date(2026, 11, 23)
SOURCE = Source(SourceKind.PRIMARY_STUDY, "article-journal", "Legs at night", DAY, SourceStatus.CURRENT)
FOUND = Answer("10.1000/x", Outcome.FOUND, DAY, "Legs at night")
ENGLISH, _ = read_wording("en", Path("none.yml"), Path())


def told(**answers: Answer) -> str:
    return checked_words(SOURCE, {Registry[name.upper()]: answer for name, answer in answers.items()}, ENGLISH)


def noticed(kind: NoticeKind) -> Answer:
    return replace(FOUND, notices=(Notice(kind, "word"),))


@pytest.mark.parametrize("registry", ["crossref", "pubmed"])
def test_who_records_retractions_can_say_that_there_is_none(registry: str) -> None:
    assert "has not been retracted" in told(**{registry: FOUND})


@pytest.mark.parametrize("registry", ["datacite", "doi_org", "pmc"])
def test_who_records_none_is_not_taken_to_say_so(registry: str) -> None:
    assert told(**{registry: FOUND}).endswith("Whether it was retracted is not known there.")


def test_pubmed_central_speaks_with_pubmeds_voice() -> None:
    assert "has not been retracted" in told(pmc=replace(FOUND, pmid="1"))


def test_an_archived_copy_and_silence_say_nothing() -> None:
    silent = replace(FOUND, outcome=Outcome.UNCHECKED)
    assert told(archive=replace(FOUND, copy="https://web.archive.org/web/2026/x"), crossref=silent) == told()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (NoticeKind.RETRACTION, "it was retracted"),
        (NoticeKind.NEW_VERSION, "there is a newer version"),
        (NoticeKind.CORRECTION, "was corrected"),
    ],
)
def test_the_weightiest_answer_is_told(kind: NoticeKind, words: str) -> None:
    assert words in told(crossref=FOUND, pubmed=noticed(kind))
