"""Records: whatever an author writes, reading names what is wrong and goes on."""

from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.front_matter import FrontMatter
from careleaf.model.review import ReviewRegister
from careleaf.model.source import Source
from careleaf.reading.page_file import parse_page
from careleaf.reading.records import parse_record

KEYS = "title description type authors codes written_on adapted_from kind status evidence records DOI says".split()
VALUES = "x 2026-02-30 2024-02-29 [a] {a: b} null ~ - | > & * ! % @ : # 'a \"b [ { } ] true 1e9 0x1 1_000".split()

lines = st.builds(
    "{}{}: {}".format, st.sampled_from(["", "  ", "- ", "    ", "\t"]), st.sampled_from(KEYS), st.sampled_from(VALUES)
)
yaml_texts = st.lists(lines | st.sampled_from(VALUES), max_size=12).map("\n".join) | st.text(max_size=120)


@given(yaml_texts, st.sampled_from([FrontMatter, Source, ReviewRegister]))
def test_reading_never_fails_and_says_why_there_is_no_record(text: str, record_type: type[object]) -> None:
    record, faults = parse_record(text, "docs/a.yml", "a", record_type)
    assert record is not None or faults
    assert all(fault.finding.location.line >= 1 and fault.finding.message for fault in faults)


@given(yaml_texts, st.text(max_size=80))
def test_a_page_keeps_its_text_however_broken_its_front_matter(text: str, body: str) -> None:
    page = parse_page(f"---\n{text}\n---\n{body}", "docs/a.md", "a")
    assert page.front.value.title is not None
    assert page.first_line >= 1
