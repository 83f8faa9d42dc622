"""DataCite, PubMed Central, the Wayback Machine, and what Crossref and PubMed tell of newer versions."""

import json
from datetime import date

import pytest

from careleaf.model.registry import Registry
from careleaf.model.source_check import NoticeKind, Outcome, Told
from careleaf.model.source_question import Question
from careleaf.registries.all_registries import Registries
from tests.registries.conftest import Played, Stage, played

DAY = date(2026, 11, 23)
READ_ON = date(2026, 11, 1)
DOI = "10.5281/zenodo.1"
RECORD = "/dois/10.5281%2Fzenodo.1"
EVIL = "<script>alert(1)</script>\u202e Legs"


def ask(registries: Registries, registry: Registry, asked: str, *, wants_text: bool = False) -> Told:
    return registries.ask(Question(registry, asked, READ_ON, wants_text), DAY)


def datacite(**attributes: object) -> Played:
    said = {"doi": DOI.upper(), "titles": [{"title": "Legs at night"}], **attributes}
    return played(200, json.dumps({"data": {"id": DOI, "attributes": said}}))


def test_datacite_tells_title_author_year_abstract_and_what_came_after(registries: Registries, stage: Stage) -> None:
    newer = {"relationType": "IsPreviousVersionOf", "relatedIdentifier": "10.5281/zenodo.2"}
    other = {"relationType": "Cites", "relatedIdentifier": "10.1000/other"}
    abstract = {"descriptionType": "Abstract", "description": "<p>Of 528 people, 54% said so.</p>"}
    creators = [{"name": "Tester, Anna", "familyName": "Tester"}]
    stage.play(
        RECORD,
        datacite(creators=creators, publicationYear=2024, relatedIdentifiers=[newer, other], descriptions=[abstract]),
    )
    told = ask(registries, Registry.DATACITE, DOI)
    assert (told.answer.author, told.answer.years, told.text) == ("Tester", ("2024",), "Of 528 people, 54% said so.")
    assert [(n.kind, n.doi) for n in told.answer.notices] == [(NoticeKind.NEW_VERSION, "10.5281/zenodo.2")]
    assert not told.is_whole


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (played(404), Outcome.NOT_HELD),
        (played(500), Outcome.UNCHECKED),
        (played(200, "<html>"), Outcome.UNCHECKED),
        (played(200, '{"data": []}'), Outcome.UNCHECKED),
        (datacite(doi="10.1000/other"), Outcome.UNCHECKED),
        (datacite(titles=[]), Outcome.UNCHECKED),
        (datacite(titles="Legs"), Outcome.UNCHECKED),
        (datacite(relatedIdentifiers="none"), Outcome.UNCHECKED),
        (datacite(creators=["Tester"]), Outcome.UNCHECKED),
    ],
)
def test_what_datacite_does_not_say_clearly_is_unchecked(
    registries: Registries, stage: Stage, answer: Played, outcome: Outcome
) -> None:
    stage.play(RECORD, answer)
    assert ask(registries, Registry.DATACITE, DOI).answer.outcome is outcome


def summary(number: str, **record: object) -> Played:
    return played(200, json.dumps({"result": {"uids": [number], number: {"uid": number, **record}}}))


PMC = {"title": "Lifestyle and legs", "articleids": [{"idtype": "pmid", "value": "26414986"}], "pubdate": "2016 Feb"}


def test_a_number_of_pubmed_central_leads_to_what_pubmed_knows_of_retractions(
    registries: Registries, stage: Stage
) -> None:
    pubmed = summary("26414986", title="Lifestyle and legs.", pubtype=["Retracted Publication"], pubdate="2016 Feb")
    stage.play("/esummary.fcgi", summary("4751426", **PMC), pubmed)
    answer = ask(registries, Registry.PMC, "PMC4751426").answer
    assert (answer.asked, answer.pmid) == ("PMC4751426", "26414986")
    assert [n.kind for n in answer.notices] == [NoticeKind.RETRACTION]
    assert ["db=pmc" in stage.asked[0], "db=pubmed" in stage.asked[1]] == [True, True]


def test_when_pubmed_is_silent_nothing_is_known_of_a_work_of_pubmed_central(
    registries: Registries, stage: Stage
) -> None:
    stage.play("/esummary.fcgi", summary("4751426", **PMC), played(403))
    assert ask(registries, Registry.PMC, "PMC4751426").answer.outcome is Outcome.UNCHECKED


def test_a_work_that_pubmed_does_not_hold_exists_and_no_more(registries: Registries, stage: Stage) -> None:
    stage.play("/esummary.fcgi", summary("4751426", **{**PMC, "articleids": [{"idtype": "pmid", "value": "0"}]}))
    answer = ask(registries, Registry.PMC, "PMC4751426").answer
    assert (answer.outcome, answer.pmid, answer.notices) == (Outcome.FOUND, "", ())


def test_a_number_that_pubmed_central_does_not_have_is_missing(registries: Registries, stage: Stage) -> None:
    stage.play("/esummary.fcgi", summary("4751426", error="cannot get document summary"))
    assert ask(registries, Registry.PMC, "PMC4751426").answer.outcome is Outcome.MISSING


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Retraction in", NoticeKind.RETRACTION),
        ("Expression of concern in", NoticeKind.CONCERN),
        ("Erratum in", NoticeKind.CORRECTION),
        ("Update in", NoticeKind.NEW_VERSION),
        ("Retraction of", NoticeKind.IS_NOTICE),
        ("Comment in", None),
    ],
)
def test_pubmeds_links_between_records_are_told_apart(
    registries: Registries, stage: Stage, word: str, kind: NoticeKind | None
) -> None:
    links = [{"refsource": "Sleep. 2020", "reftype": word, "pmid": 1, "note": ""}]
    stage.play("/esummary.fcgi", summary("1", title="A trial.", pubtype=["Journal Article"], references=links))
    assert [n.kind for n in ask(registries, Registry.PUBMED, "1").answer.notices] == ([kind] if kind else [])


ABSTRACT = """<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<PubmedArticleSet><Abstract><AbstractText Label="AIM">&x;To ask.</AbstractText>
<AbstractText>Of <i>528</i> people, 54% said so.</AbstractText></Abstract></PubmedArticleSet>"""


def test_an_abstract_is_fetched_only_where_it_is_wanted_and_no_entity_is_followed(
    registries: Registries, stage: Stage
) -> None:
    record = summary("1", title="A trial.", pubtype=[], attributes=["Has Abstract"])
    stage.play("/esummary.fcgi", record)
    stage.play("/efetch.fcgi", played(200, ABSTRACT))
    assert ask(registries, Registry.PUBMED, "1").text == ""
    told = ask(registries, Registry.PUBMED, "1", wants_text=True)
    assert "Of 528 people, 54% said so." in told.text
    assert "root:" not in told.text
    assert sum("efetch" in asked for asked in stage.asked) == 1


@pytest.mark.parametrize("body", ["<html>", "<a>" * 5000, "", "<PubmedArticleSet>"])
def test_a_broken_abstract_is_none_and_the_record_still_counts(registries: Registries, stage: Stage, body: str) -> None:
    stage.play("/esummary.fcgi", summary("1", title="A trial.", pubtype=[], attributes=["Has Abstract"]))
    stage.play("/efetch.fcgi", played(200, body))
    told = ask(registries, Registry.PUBMED, "1", wants_text=True)
    assert (told.answer.outcome, told.text) == (Outcome.FOUND, "")


def test_a_preprint_and_a_replaced_work_have_a_newer_version(registries: Registries, stage: Stage) -> None:
    relation = {"is-preprint-of": [{"id": "10.1000/b", "id-type": "doi"}], "cites": [{"id": "10.1000/c"}]}
    message = {"DOI": "10.1000/a", "title": ["Legs"], "relation": relation, "abstract": "<jats:p>12 people.</jats:p>"}
    stage.play("/works/10.1000%2Fa", played(200, json.dumps({"message": message})))
    told = ask(registries, Registry.CROSSREF, "10.1000/a")
    assert [(n.kind, n.doi) for n in told.answer.notices] == [(NoticeKind.NEW_VERSION, "10.1000/b")]
    assert told.text == "12 people."


PAGE = "https://health.example.org/legs"
HEADER = ["timestamp"]


@pytest.mark.parametrize(
    ("answers", "copy"),
    [
        ([[HEADER, ["20251001120000"]]], "20251001120000"),
        ([[], [HEADER, ["20261105120000"]]], "20261105120000"),
        ([[], []], ""),
    ],
    ids=["the last one before", "the first one after", "none"],
)
def test_the_archived_copy_is_the_one_of_the_day_of_reading(
    registries: Registries, stage: Stage, answers: list[object], copy: str
) -> None:
    stage.play("/cdx/search/cdx", *(played(200, json.dumps(answer)) for answer in answers))
    answer = ask(registries, Registry.ARCHIVE, PAGE).answer
    assert answer.copy == (f"https://web.archive.org/web/{copy}/{PAGE}" if copy else "")
    assert "to=20261101" in stage.asked[0]


@pytest.mark.parametrize(
    "body", ["", "{}", "<html>", '[["timestamp"]]', '[["timestamp"], ["../../evil"]]', '[["timestamp"], "2025"]']
)
def test_an_empty_or_strange_answer_of_the_archive_is_none(registries: Registries, stage: Stage, body: str) -> None:
    stage.play("/cdx/search/cdx", played(200, body))
    assert ask(registries, Registry.ARCHIVE, PAGE).answer.outcome is Outcome.UNCHECKED


def test_no_key_and_no_contact_stands_in_an_answer(registries: Registries, stage: Stage) -> None:
    keyed = Registries(registries.client, "web@clinic.test", "secret-key", registries.at)
    stage.play("/esummary.fcgi", played(403, "secret-key"))
    told = ask(keyed, Registry.PUBMED, "1")
    assert "api_key=secret-key" in stage.asked[0]
    assert "secret-key" not in repr(told)
    assert "web@clinic.test" not in repr(told)


@pytest.mark.parametrize("registry", [Registry.DATACITE, Registry.PMC, Registry.PUBMED])
def test_a_hostile_title_is_one_harmless_line_from_every_registry(
    registries: Registries, stage: Stage, registry: Registry
) -> None:
    stage.play(RECORD, datacite(titles=[{"title": EVIL}]))
    stage.play("/esummary.fcgi", summary("1", title=EVIL, pubtype=[]))
    asked = {Registry.DATACITE: DOI, Registry.PMC: "PMC1", Registry.PUBMED: "1"}[registry]
    assert ask(registries, registry, asked).answer.title == "alert(1) Legs"
