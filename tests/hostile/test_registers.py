"""What a register may hold: data, and nothing that is evaluated, expanded or looked up elsewhere."""

from collections.abc import Callable

import pytest

from tests.conftest import MINIMAL_SITE
from tests.hostile.conftest import SURVEY, Files, with_line

Errors = Callable[[Files], list[str]]
PERSON = "docs/_data/people/test-author.yml"
REVIEW = """\
records:
  - reviewer: {reviewer}
    role: doctor
    reviewed_on: {on}
    next_review_on: {due}
    scope: clinical
    digest: {digest}
    page: {page}
    site: test-clinic
    statement: Read.
"""
FITTING = {
    "reviewer": "test-reviewer",
    "on": "2026-11-01",
    "due": "2027-11-01",
    "digest": "c1-0",
    "page": "sleep/index",
}
BOMB = "a: &a [x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (BOMB, 1, "unreadable-record: This YAML uses a YAML anchor or alias."),
        ("title: *a", 1, "unreadable-record: This YAML uses a YAML anchor or alias."),
        ("a: &a\n  <<: *a", 1, "unreadable-record: This YAML uses a YAML anchor or alias."),
        ("title: !!python/object/apply:os.system [id]", 1, "unreadable-record: This YAML uses the YAML tag"),
        ("title: !!binary aGVsbG8=", 1, "unreadable-record: This YAML uses the YAML tag"),
        ("title: !<tag:x> y", 1, "unreadable-record:"),
        ("title: " + "[" * 100_000, 1, "unreadable-record: This YAML is nested deeper than 12 levels."),
        ("title: " + "{a: " * 30 + "}" * 30, 1, "unreadable-record: This YAML is nested deeper than 12 levels."),
        ("\n".join("  " * i + "a:" for i in range(200)), 14, "unreadable-record: This YAML is nested deeper than"),
        ("title: " + "x" * 500_000, 1, "unreadable-record: This YAML is larger than 400000 characters."),
        ("title: " + "x" * 3_000_000, 1, "unreadable-record: The file is larger than 2000000 bytes."),
        ("title: x\ntitle: y", 2, "duplicate-key: The key `title` stands here a second time."),
        ("title: x\n---\ntitle: y", 2, "unreadable-record: This YAML holds a second YAML document."),
        ("[a]: b", 1, "unreadable-record: This YAML has a key that is not plain text."),
        ("%YAML 9.9\n---\na: b", 1, "unreadable-record:"),
        ("\ttitle: x", 1, "unreadable-record: This is not valid YAML"),
        ("- a\n- b", 1, "unreadable-record: This record does not consist of"),
        ("title: \"\\uD800\"", 1, ""),
        ("title: \"\\u202E\"", 1, "hidden-character: Here stands a character that nobody sees: U+202E"),
        ("a: b\ntitle: x\u202ey", 2, "hidden-character: Here stands a character that nobody sees: U+202E"),
        ("accessed: 2026-02-30", 1, "invalid-field: `accessed` is not usable"),
        ("accessed: 20261101", 1, "invalid-field: `accessed` is not usable"),
        ("accessed: 0000-01-01", 1, "invalid-field: `accessed` is not usable"),
        ("issued: [2024]", 1, "invalid-field: `issued` is not usable"),
        ("evidence: x", 1, "invalid-field: `evidence` is not usable"),
        ("", 1, "unreadable-record: This record does not consist of"),
        ("\ufeff", 1, "unreadable-record: This record does not consist of"),
    ],
)  # fmt: skip
def test_a_register_that_is_no_plain_data_is_refused_at_its_line(
    content: str, line: int, message: str, errors_of: Errors
) -> None:
    found = errors_of({"docs/_data/sources/x.yml": content})
    assert any(each.startswith(f"docs/_data/sources/x.yml:{line}:") and message in each for each in found), found


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"on": "2027-01-01"}, "future-review"),
        ({"on": "2026-02-30"}, "invalid-field"),
        ({"on": "0000-01-01"}, "invalid-field"),
        ({"due": "10000-01-01"}, "invalid-field"),
        ({"due": "2026-11-01"}, "future-review"),
        ({"reviewer": "../people/test-reviewer"}, "unknown-reviewer"),
        ({"reviewer": "'../../etc/passwd'"}, "unknown-reviewer"),
        ({"page": "../sleep/index"}, "misplaced-review"),
        ({"page": "sleep/get-help"}, "misplaced-review"),
        ({"digest": "../../x"}, "changed-since-review"),
    ],
)
def test_a_review_record_cannot_be_bent(changed: dict[str, str], expected: str, errors_of: Errors) -> None:
    path = "docs/_data/reviews/sleep/index.yml"
    found = errors_of({path: REVIEW.format(**{**FITTING, **changed})})
    assert any(f" {expected}: " in line for line in found), found


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (SURVEY, "url", "javascript:alert()"),
        (SURVEY, "url", "data:text/html,x"),
        (SURVEY, "archived", "vbscript:x"),
        (SURVEY, "DOI", "../../x"),
        (SURVEY, "PMID", "javascript:alert()"),
        ("docs/_data/policy.yml", "contact", "javascript:alert()"),
        ("docs/_data/policy.yml", "report_error_page", "javascript:alert()"),
        ("docs/_data/policy.yml", "report_error_page", "../../etc/passwd"),
        (PERSON, "orcid", "javascript:alert()"),
    ],
)
def test_an_address_in_a_register_is_of_a_kind_readers_can_use(
    path: str, key: str, value: str, errors_of: Errors
) -> None:
    found = errors_of(with_line(path, key, f"'{value}'"))
    assert any(line.startswith(path) for line in found), found


@pytest.mark.parametrize("key", ["../../x", "..", "a/../../x", "/etc/passwd"])
def test_a_released_page_with_a_path_out_of_the_site_is_refused(key: str, errors_of: Errors) -> None:
    content = f"pages:\n  '{key}':\n    status: published\n    versions: []\n"
    assert any(line.startswith("docs/_data/published.yml") for line in errors_of({"docs/_data/published.yml": content}))


def test_template_syntax_in_a_register_is_text(errors_of: Errors) -> None:
    hostile = "'{{ config }} {% include x %} <script>alert()</script>'"
    files: Files = {
        SURVEY: with_line(SURVEY, "title", hostile)[SURVEY],
        PERSON: MINIMAL_SITE[PERSON].replace("Test Author", hostile),
    }
    assert errors_of(files) == []
