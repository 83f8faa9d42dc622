"""Where suppressions stand and how far they cover."""

from datetime import date

import pytest

from careleaf.reading.page_file import parse_page
from careleaf.reading.suppressions import take_out, yaml_suppressions

COMMENT = "<!-- careleaf: allow CLM202 until 2027-01-31: why -->\n"


def covered(text: str) -> str:
    """Return the lines that the first suppression of a page covers, without its own."""
    taken = take_out(text, "docs/a.md", 1)
    (first, *_) = taken.suppressions
    return "\n".join(text.split("\n")[first.first_line : first.last_line])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One\ntwo.\n\nThree.\n", "One\ntwo."),
        ("\n\nOne.\n\nTwo.\n", "\n\nOne."),
        ("## Head\nText.\n", "## Head"),
        ("- a\n\n- b\n  more\n\n    deep\n\nOut.\n", "- a\n\n- b\n  more\n\n    deep"),
        ("1. a\n2. b\n\n   more\n\nOut.\n", "1. a\n2. b\n\n   more"),
        ("| a |\n|---|\n| 5 |\n\nOut.\n", "| a |\n|---|\n| 5 |"),
        ("~~~\ncode\n\nmore\n~~~\nOut.\n", "~~~\ncode\n\nmore\n~~~"),
        ("/// care-card | Go\n    level: routine\n\n- now\n///\n", "/// care-card | Go\n    level: routine"),
        ("\n", ""),
    ],
)
def test_it_covers_the_next_block_and_no_more(text: str, lines: str) -> None:
    assert covered(COMMENT + text) == lines


def test_several_of_them_may_stand_before_one_block() -> None:
    taken = take_out(f"{COMMENT}{COMMENT}One.\n\nTwo.\n", "docs/a.md", 1)
    assert [(s.first_line, s.last_line) for s in taken.suppressions] == [(1, 3), (2, 3)]


RECORD = """\
kind: primary-study
# careleaf: allow SRC105 until 2027-01-31: why
issued: "2020"
evidence:
  # careleaf: allow SRC110 until 2027-01-31: why
  all:
    says: |
      A text
      # careleaf: allow SRC002 until 2027-01-31: no comment but text
    where: "abstract
      # careleaf: allow SRC002 until 2027-01-31: no comment but text"

    # careleaf: allow SRC003 until 2027-01-31: why
  # a note
  other: {says: x}
tags:
- a
"""


def test_in_yaml_it_covers_the_next_key_with_all_it_holds_and_text_is_no_suppression() -> None:
    found = yaml_suppressions(RECORD, "docs/_data/a.yml")
    assert [(s.code, s.first_line, s.last_line) for s in found] == [
        ("SRC105", 2, 3),
        ("SRC110", 5, 13),
        ("SRC003", 13, 15),
    ]


def test_at_the_top_of_front_matter_it_covers_the_page_as_a_whole() -> None:
    page = parse_page(
        f"---\n# Ours.\n# careleaf: allow CLM301 until 2027-01-31: why\ntitle: A\n---\n{COMMENT}B\n", "a.md", "a"
    )
    assert [(s.code, s.first_line, s.last_line) for s in page.suppressions] == [("CLM301", 1, 4), ("CLM202", 6, 7)]


def test_its_parts_are_read_however_it_is_wrapped() -> None:
    (found,) = take_out(
        "<!--careleaf:allow\n CLM202   until\n2027-01-31:\n it\u202e was\n so\n-->\n", "a.md", 1
    ).suppressions
    assert (found.code, found.until, found.reason) == ("CLM202", date(2027, 1, 31), r"it\u202e was so")


def test_more_than_anybody_needs_are_refused() -> None:
    page = parse_page("---\ntitle: A\n---\n" + COMMENT * 201, "a.md", "a")
    assert [fault.finding.message for fault in page.faults if "suppressions" in fault.finding.message] == [
        "More than 200 suppressions stand on this page."
    ]
    assert len(yaml_suppressions("# careleaf: x\n" * 30_000 + "a: b\n", "a.yml")) == 200
