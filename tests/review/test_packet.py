"""`careleaf review packet` writes what a clinician needs, on paper and for the screen."""

import io
import re
from html import unescape
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from careleaf.build.judging import judged_run
from careleaf.channels.packet.questions import QUESTIONS, questions_for
from careleaf.reading.html_tree import parse_html
from careleaf.reading.tagged_pdf import tagged_text
from tests.conftest import ROOT, TODAY
from tests.review.conftest import POLICY, Clinic, ClinicMaker

Capture = pytest.CaptureFixture[str]
ALLOWED = "<!-- careleaf: allow LNK003 until 2027-06-30: The words are the name of the service. -->\n\n"


def packet(clinic: Clinic, name: str) -> tuple[str, bytes]:
    folder = clinic.root / "out"
    assert clinic.run("packet", name, "--out", str(folder)) == 0
    (screen,), (paper,) = folder.glob("*.html"), folder.glob("*.pdf")
    return screen.read_text(encoding="utf-8"), paper.read_bytes()


def printed_words(pdf: bytes) -> str:
    return " ".join(tagged_text(pdf).split())


def words_of(html: str) -> str:
    return " ".join(parse_html(html).text.split())


def test_it_holds_the_page_its_claims_beside_their_evidence_and_the_digest(clinic: Clinic) -> None:
    html, pdf = packet(clinic, "sleep/index")
    text = words_of(html)
    assert clinic.state().digest in text
    claim = "In a survey of 200 people, 40% said they slept badly."
    evidence = "Of 200 people, 40% said they slept badly. Source 1: A survey of tests. Where in the source: abstract."
    assert f"{claim} {evidence}" in text
    assert "No wording of this page has been signed before." in text
    assert "Would you hand this page to your own patients?" in text
    printed = printed_words(pdf)
    assert "40% said they slept badly" in printed
    assert "Signature" in printed


def test_the_words_that_changed_since_the_signature_are_marked(clinic: Clinic) -> None:
    clinic.sign()
    clinic.edit("docs/sleep/index.md", "they slept badly", "they slept very badly")
    html, pdf = packet(clinic, "sleep/index")
    assert re.search(r"<ins><span class=.hidden-words.>added: </span>very</ins>", html)
    assert "Compared with the wording that Test Reviewer, MD signed on 20 November 2026" in words_of(html)
    assert "Compared with the wording that Test Reviewer" in printed_words(pdf)


def test_a_page_that_did_not_change_says_so(clinic: Clinic) -> None:
    clinic.sign()
    assert "Not a word has changed since Test Reviewer, MD signed it" in words_of(packet(clinic, "sleep/index")[0])


def test_what_the_checks_say_and_what_editors_set_aside_is_shown_with_the_reason(clinic: Clinic) -> None:
    clinic.edit("docs/sleep/get-help.md", "## What next", ALLOWED + "Click [here](index.md).\n\n## What next")
    clinic.edit("docs/sleep/index.md", "Read [when to get help](get-help.md)", "Look [here](get-help.md)")
    report = judged_run(clinic.settings, TODAY).report
    assert report.suppressed
    text = words_of(packet(clinic, "sleep")[0])
    assert report.suppressed[0].found.finding.message in text
    assert "The words are the name of the service." in text
    (found,) = report.of_page("docs/sleep/index.md")
    assert found.finding.message in text


def test_a_topic_is_one_packet_whose_links_stay_inside(clinic: Clinic) -> None:
    html, pdf = packet(clinic, "sleep")
    assert html.count('class="page" aria-labelledby="page-') == 2
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]+)"', html))
    assert {"page-1", "page-2", "page-1-source-1"} <= links
    assert links <= set(ids)
    assert "When to get help" in printed_words(pdf)


def test_the_form_can_load_send_and_run_nothing_but_its_own(clinic: Clinic) -> None:
    html, _ = packet(clinic, "sleep")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; img-src data:; "
        r"base-uri 'none'; form-action 'none'",
        unescape(policy[1]),
    )
    assert not re.search(r'(?:src|href)="(?!data:|#|https://doi\.org/)', html)


def test_nothing_an_author_writes_acts_in_it(make_clinic: ClinicMaker) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }}"
    clinic = make_clinic(
        {
            "docs/_data/policy.yml": POLICY,
            "docs/sleep/evil.md": f"---\ntitle: '{evil}'\ndescription: '{evil}'\ntype: support\n"
            f"main_message: '{evil}'\nauthors: [test-author]\nwritten_on: 2026-10-01\n---\n\n`{evil}`\n",
        }
    )
    html, _ = packet(clinic, "sleep/evil")
    assert html.count("<script>") == 1
    assert "<img src=x" not in html
    assert "49" not in words_of(html)


def test_pictures_are_within_the_file(make_clinic: ClinicMaker) -> None:
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    clinic = make_clinic({"docs/sleep/bed.svg": picture.decode()})
    clinic.edit("docs/sleep/index.md", "Read [when", "![A bed](bed.svg)\n\nRead [when")
    html, _ = packet(clinic, "sleep/index")
    assert 'src="data:image/svg+xml;base64,' in html
    assert "Do pictures and tables help" in html


def test_the_paper_is_tagged_as_pdf_ua_asks(clinic: Clinic) -> None:
    clinic.sign()
    clinic.edit("docs/sleep/index.md", "they slept badly", "they slept very badly")
    _, pdf = packet(clinic, "sleep")
    assert [f.rule_id for f in page_validation.validate_pdf_bytes(pdf, profile="ua1").failures] == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "For review: Sleep" in str(document.docinfo.Title)


def test_the_same_day_gives_the_same_bytes(clinic: Clinic) -> None:
    first = packet(clinic, "sleep")
    assert packet(clinic, "sleep") == first


def test_a_character_no_typeface_has_is_written_by_its_number(clinic: Clinic) -> None:
    clinic.edit("docs/_data/sources/test-survey.yml", "where: abstract", "where: \U00013000 abstract")
    _, pdf = packet(clinic, "sleep/index")
    assert "13000" in printed_words(pdf)


def test_each_question_is_asked_where_it_matters(clinic: Clinic) -> None:
    pages = judged_run(clinic.settings, TODAY).library.pages_by_id
    assert "levels" in questions_for(pages["sleep/get-help"])
    assert "levels" not in questions_for(pages["sleep/index"])
    words = (ROOT / "scripts/careleaf/templates/words/en.yml").read_text()
    assert all(f"\njudge-{question}: " in words for question in QUESTIONS)


def test_a_site_without_a_name_makes_no_packet(make_clinic: ClinicMaker, capsys: Capture) -> None:
    clinic = make_clinic({"docs/_data/policy.yml": POLICY.replace("site_id: test-clinic\n", "")})
    assert clinic.run("packet", "sleep") == 2
    assert "Set `site_id`" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(clinic: Clinic, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "taken").write_text("")
    assert clinic.run("packet", "sleep", "--out", str(tmp_path / "taken")) == 2
    assert "could not be written" in capsys.readouterr().err
