"""Answers in the shapes the registries give; titles and DOIs are those of well-known public records."""

import json
from datetime import date

import pytest

from careleaf.model.registry import Registry
from careleaf.model.source_check import Answer, NoticeKind, Outcome
from careleaf.model.source_question import Question
from careleaf.registries.all_registries import Registries
from careleaf.registries.plain import plain_line
from tests.registries.conftest import Played, Stage, played

DAY = date(2026, 11, 23)
WAKEFIELD = "10.1016/S0140-6736(97)11096-0"
WORK = "/works/10.1016%2FS0140-6736%2897%2911096-0"


def ask(registries: Registries, registry: Registry, asked: str) -> Answer:
    return registries.ask(Question(registry, asked, DAY), DAY).answer


def work(**fields: object) -> Played:
    message = {"DOI": WAKEFIELD.lower(), "title": ["Ileal-lymphoid-nodular hyperplasia"], **fields}
    return played(200, json.dumps({"status": "ok", "message": message}))


def update(kind: object, doi: str = "10.1016/S0140-6736(10)60175-4") -> dict[str, object]:
    return {"DOI": doi, "type": kind, "source": "retraction-watch", "updated": {"date-parts": [[2010, 2, 6]]}}


def test_a_correction_does_not_hide_the_retraction_beside_it(registries: Registries, stage: Stage) -> None:
    stage.play(WORK, work(**{"updated-by": [update("correction"), update("retraction")]}))
    answer = ask(registries, Registry.CROSSREF, WAKEFIELD)
    assert answer.outcome is Outcome.FOUND
    assert [n.kind for n in answer.notices] == [NoticeKind.CORRECTION, NoticeKind.RETRACTION]
    assert answer.notices[1].dated == "2010-02-06"
    assert stage.asked == [f"GET {WORK}?mailto=web%40clinic.test"]


@pytest.mark.parametrize(
    ("field", "entry", "kind"),
    [
        ("updated-by", update("expression_of_concern"), NoticeKind.CONCERN),
        ("updated-by", update("partial_retraction"), NoticeKind.CONCERN),
        ("updated-by", update("new_version"), NoticeKind.NEW_VERSION),
        ("updated-by", update("rebuttal"), NoticeKind.UNKNOWN),
        ("updated-by", update(["retraction"]), NoticeKind.UNKNOWN),
        ("update-to", update("retraction", WAKEFIELD), NoticeKind.RETRACTION),
        ("update-to", update("retraction"), NoticeKind.IS_NOTICE),
    ],
)
def test_each_kind_of_update_is_told_apart(
    registries: Registries, stage: Stage, field: str, entry: object, kind: NoticeKind
) -> None:
    stage.play(WORK, work(**{field: [entry]}))
    assert [n.kind for n in ask(registries, Registry.CROSSREF, WAKEFIELD).notices] == [kind]


@pytest.mark.parametrize(
    ("title", "retracted"),
    [
        ("RETRACTED: Ileal-lymphoid-nodular hyperplasia", True),
        ("Retracted: a trial", True),
        ("WITHDRAWN: Iron for legs", True),
        ("A trial [Retracted]", True),
        ("Retracted eyelids after surgery", False),
        ("Withdrawn patients in trials", False),
    ],
)
def test_a_title_that_says_so_counts(registries: Registries, stage: Stage, title: str, retracted: bool) -> None:
    stage.play(WORK, work(title=[title]))
    assert bool(ask(registries, Registry.CROSSREF, WAKEFIELD).notices) is retracted


@pytest.mark.parametrize(
    "answer",
    [
        played(400), played(403), played(500), played(200, "<html>"), played(200, "[]"), played(200, "{}"),
        work(**{"updated-by": "retraction"}), work(**{"updated-by": ["retraction"]}), work(**{"update-to": 3}),
        work(title=[]), work(DOI="10.1000/other"), work(issued=[2010]), work(author={"family": 1}),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_unchecked(registries: Registries, stage: Stage, answer: Played) -> None:
    stage.play(WORK, answer)
    found = ask(registries, Registry.CROSSREF, WAKEFIELD)
    assert found.outcome is Outcome.UNCHECKED
    assert found.why


def test_a_comma_in_a_doi_reaches_the_registry_whole(registries: Registries, stage: Stage) -> None:
    ask(registries, Registry.CROSSREF, "10.1000/a,b;c?d#e")
    assert stage.asked[0].startswith("GET /works/10.1000%2Fa%2Cb%3Bc%3Fd%23e?")


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [(200, 1, "found"), (404, 100, "missing"), (400, 301, "missing"), (500, 2, "unchecked"), (404, 1, "unchecked")],
)
def test_doi_org_says_yes_no_or_nothing(
    registries: Registries, stage: Stage, status: int, code: int, outcome: str
) -> None:
    stage.play("/api/handles/10.1000/x", played(status, json.dumps({"responseCode": code})))
    assert ask(registries, Registry.DOI_ORG, "10.1000/x").outcome == outcome


def summary(**record: object) -> Played:
    return played(200, json.dumps({"result": {"uids": ["39324694"], "39324694": {"uid": "39324694", **record}}}))


def test_pubmed_tells_title_author_year_and_doi(registries: Registries, stage: Stage) -> None:
    ids = [{"idtype": "doi", "value": "10.5664/jcsm.11390"}]
    stage.play(
        "/esummary.fcgi",
        summary(
            title="Treatment of restless legs syndrome.",
            pubtype=["Practice Guideline"],
            pubdate="2025 Jan 1",
            authors=[{"name": "Winkelman JW", "authtype": "Author"}],
            articleids=ids,
        ),
    )
    answer = ask(registries, Registry.PUBMED, "39324694")
    assert (answer.author, answer.years, answer.doi) == ("Winkelman", ("2025",), "10.5664/jcsm.11390")
    assert answer.notices == ()


@pytest.mark.parametrize(
    ("kind", "notice"),
    [
        ("Retracted Publication", NoticeKind.RETRACTION),
        ("Expression of Concern", NoticeKind.CONCERN),
        ("Retraction of Publication", NoticeKind.IS_NOTICE),
    ],
)
def test_pubmed_knows_by_its_types(registries: Registries, stage: Stage, kind: str, notice: NoticeKind) -> None:
    stage.play("/esummary.fcgi", summary(title="A trial.", pubtype=["Journal Article", kind]))
    assert [n.kind for n in ask(registries, Registry.PUBMED, "39324694").notices] == [notice]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (summary(error="cannot get document summary"), Outcome.MISSING),
        (summary(error="API rate limit exceeded"), Outcome.UNCHECKED),
        (summary(title="A trial."), Outcome.UNCHECKED),
        (played(200, '{"esummaryresult": ["Invalid uid"]}'), Outcome.UNCHECKED),
    ],
)
def test_only_one_error_of_pubmed_means_that_there_is_no_such_number(
    registries: Registries, stage: Stage, answer: Played, outcome: Outcome
) -> None:
    stage.play("/esummary.fcgi", answer)
    assert ask(registries, Registry.PUBMED, "39324694").outcome is outcome


HTML = {"Content_Type": "text/html"}


@pytest.mark.parametrize(
    ("head", "get", "outcome"),
    [
        (played(200, **HTML), played(200, "<title>Restless legs</title>", **HTML), "found"),
        (played(404), played(200, "<title>Restless legs</title>", **HTML), "found"),
        (played(404), played(404), "gone"),
        (played(410), played(410), "gone"),
        (played(405), played(404), "gone"),
        (played(200, **HTML), played(404), "unchecked"),
        (played(401), played(401), "unchecked"),
        (played(403), played(403), "unchecked"),
        (played(503), played(503), "unchecked"),
        (played(200, cf_mitigated="challenge", **HTML), played(200), "unchecked"),
        (played(200, **HTML), played(200, "<title>Page not found | Clinic</title>", **HTML), "doubtful"),
        (played(301, Location="/new"), played(301, Location="/new"), "moved"),
        (played(302, Location="/new"), played(302, Location="/new"), "found"),
        (played(301, Location="/"), played(301, Location="/"), "doubtful"),
        (played(301, Location="/legs/"), played(301, Location="/legs/"), "found"),
    ],
)
def test_a_page_is_gone_only_when_it_says_so_twice(
    registries: Registries, stage: Stage, head: Played, get: Played, outcome: str
) -> None:
    stage.play("HEAD /legs", head)
    stage.play("GET /legs", get)
    for path in ("/", "/new", "/legs/"):
        stage.play(path, played(200, "<title>Legs</title>", **HTML))
    assert ask(registries, Registry.WEB, f"{stage.base}/legs").outcome == outcome


def test_a_hostile_title_becomes_one_harmless_line() -> None:
    hostile = "<script>alert(1)</script>&lt;img onerror=x&gt;\n\x1b[31mred\u202eevil\u2028\ufe0f\ufffd\u3164"
    hostile += "x" * 9_000
    line = plain_line(hostile)
    assert len(line) <= 300
    assert not set(line) & set("<>\n\x1b\u202e\u2028\ufe0f\ufffd\u3164")
    assert plain_line({"a": 1}) == plain_line(None) == ""
