"""The canonical text and its digest: the definition stands at the head of `careleaf.model.canonical`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from careleaf.model.canonical import canonical_text, page_digest
from tests.model.libraries import EVIDENCE, FRONT, SOURCE, library_of, page_of, record

VECTORS = json.loads((Path(__file__).parent / "canonical_vectors.json").read_text(encoding="utf-8"))
TEXT = """\
Evenings are *not* hard for **everybody**. See [the signs](../signs/).[@study2020#helps]

3. Walk for 30 minutes.
4. Stretch.

| Time    | Legs |
|---------|------|
| Morning | calm |

/// care-card | Call 911 now if:
    level: emergency
    region: US

- you have chest pain
///
"""


def digest_of(text: str, **front: object) -> str:
    page = page_of(text, replace(FRONT, **front))
    return page_digest(page, library_of(page))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vector(vector: dict[str, str]) -> None:
    page = page_of(vector["markdown"])
    library = library_of(page)
    assert canonical_text(page, library) == vector["canonical"]
    assert page_digest(page, library) == vector["digest"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("**everybody**", "__everybody__", id="other signs for the same emphasis"),
        pytest.param("*not*", "_not_", id="other signs for the same italics"),
        pytest.param("for **everybody**. See", "for\n**everybody**.\nSee", id="wrapped lines"),
        pytest.param("| Morning | calm |", "|   Morning|calm|", id="a table's columns"),
        pytest.param("4. Stretch.", "9. Stretch.", id="a number Markdown counts itself"),
        pytest.param("Evenings", "<!-- note -->Evenings", id="a comment"),
    ],
)
def test_does_not_change_it(before: str, after: str) -> None:
    assert before in TEXT
    assert digest_of(TEXT.replace(before, after)) == digest_of(TEXT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("hard", "bad", id="a word"),
        pytest.param("hard", "Hard", id="a capital"),
        pytest.param("30", "80", id="a number"),
        pytest.param("minutes.", "minutes!", id="a mark"),
        pytest.param("../signs/", "../sign/", id="a link's target"),
        pytest.param("[the signs](../signs/)", "the signs", id="a link"),
        pytest.param("3. Walk", "2. Walk", id="the first number of a list"),
        pytest.param("3. Walk for 30 minutes.\n4. Stretch.", "- Walk for 30 minutes.\n- Stretch.", id="a list's kind"),
        pytest.param("*not*", "not", id="emphasis"),
        pytest.param("#helps", "#harms", id="which evidence is cited"),
        pytest.param("[@study2020#helps]", "", id="a citation"),
        pytest.param("Morning | calm", "calm | Morning", id="the order of cells"),
        pytest.param("emergency", "urgent", id="a card's level"),
        pytest.param("region: US", "region: UK", id="a card's region"),
        pytest.param("4. Stretch.", "4. Stretch.\n\n    Slowly.", id="a paragraph more"),
    ],
)
def test_changes_it(before: str, after: str) -> None:
    assert before in TEXT
    assert digest_of(TEXT.replace(before, after)) != digest_of(TEXT)


@pytest.mark.parametrize("key", ["title", "description", "main_message", "action"])
def test_front_matter_a_reader_sees_changes_it(key: str) -> None:
    assert digest_of(TEXT, **{key: "Other words."}) != digest_of(TEXT)


def test_front_matter_nobody_sees_does_not_change_it() -> None:
    assert digest_of(TEXT, hide=("toc",), licence="CC-BY-4.0") == digest_of(TEXT)


def test_a_theme_with_other_permalinks_does_not_change_it() -> None:
    text = "## Evenings\n\nThey are hardest.\n"
    with_links, without = page_of(text), page_of(text, permalinks=False)
    assert page_digest(with_links, library_of(with_links)) == page_digest(without, library_of(without))


def test_another_evidence_statement_changes_it_and_uncited_evidence_does_not() -> None:
    page = page_of(TEXT)

    def digest_with(evidence_id: str) -> str:
        changed = EVIDENCE | {evidence_id: replace(EVIDENCE[evidence_id], says="It says something else.")}
        return page_digest(page, library_of(page, sources={"study2020": record(replace(SOURCE, evidence=changed))}))

    assert digest_with("helps") != digest_of(TEXT)
    assert digest_with("harms") == digest_of(TEXT)


def test_an_image_changes_it_by_what_it_shows() -> None:
    page = page_of("![A leg](leg.png)")
    one = replace(page, body=replace(page.body, images={"leg.png": "a" * 64}))
    other = replace(page, body=replace(page.body, images={"leg.png": "b" * 64}))
    assert page_digest(one, library_of(one)) != page_digest(other, library_of(other))


def test_a_list_that_starts_at_no_number_is_no_reason_to_stop() -> None:
    for start in ("x", "²", "9" * 5000):
        assert digest_of(f'<ol start="{start}"><li>Walk.</li></ol>').startswith("c1-")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("- a\n    - b\n- c", "- a\n- b\n- c", id="a nested and a flat list"),
        pytest.param("> a\n\nb", "> a\n>\n> b", id="within and after a quotation"),
        pytest.param("> a b", "> a\n>\n> b", id="one and two paragraphs of a quotation"),
        pytest.param("*not*", "**not**", id="emphasis and strong emphasis"),
        pytest.param("\\*not\\*", "*not*", id="asterisks and emphasis"),
        pytest.param("`[@study2020]`", "x[@study2020]", id="a citation and one in code"),
        pytest.param("a\\<link b\\>", "[a](b)", id="a link and words that look like one"),
        pytest.param("1. a\n\n2. b", "1. a\n2. b", id="a loose and a tight list"),
    ],
)
def test_two_pages_a_reader_can_tell_apart_never_share_a_text(one: str, other: str) -> None:
    texts = {canonical_text(page := page_of(text), library_of(page)) for text in (one, other)}
    assert len(texts) == 2


def test_that_a_section_may_stand_alone_is_signed_as_well() -> None:
    assert digest_of(TEXT, standalone=("signs",)) != digest_of(TEXT)
