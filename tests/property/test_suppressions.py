"""Suppressions: whatever an author writes around them, places stay true and words stay whole."""

import re

from hypothesis import given
from hypothesis import strategies as st

from careleaf.reading.suppressions import take_out, yaml_suppressions

pieces = st.sampled_from(
    ["<!-- careleaf:", "<!--", "-->", " allow CLM202", " until 2027-01-31", " until", ": why", "`", "```\n", "\n",
     "un<!-- careleaf: -->un", "\n\n", "- a\n", "# x\n", "  ", "word ", "/// a | b\n",
     "# careleaf: allow SRC002 until 2027-01-31: x\n", "a: |\n", "- b"]
)  # fmt: skip
texts = st.lists(pieces | st.text(max_size=5), max_size=25).map("".join)


@given(texts)
def test_every_offset_stays_what_it_was(text: str) -> None:
    taken = take_out(text, "docs/a.md", 4)
    assert len(taken.text) == len(text)
    assert all(new in (old, " ") for new, old in zip(taken.text, text, strict=True))
    assert [i for i, c in enumerate(taken.text) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@given(texts)
def test_the_engine_gets_every_sign_that_stands_in_no_suppression(text: str) -> None:
    taken = take_out(text, "docs/a.md", 4)
    assert re.sub(r"\s", "", taken.engine_text) == re.sub(r"\s", "", taken.text)


@given(texts, texts)
def test_a_suppression_covers_its_own_line_and_goes_no_further_than_the_file(text: str, record: str) -> None:
    found = [*take_out(text, "docs/a.md", 4).suppressions, *yaml_suppressions(record, "docs/_data/a.yml", 4)]
    last = 4 + max(text.count("\n"), record.count("\n"))
    for suppression in found:
        assert suppression.first_line <= suppression.location.line <= suppression.last_line <= last
        assert suppression.location.column >= 1
