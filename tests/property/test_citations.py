"""`[@key]`, `[@key#evidence]`, `[@a; @b]`: reading never fails, and reads what was written."""

from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.citation import CITATION, Citation, parse_citations
from tests.property.strategies import anything

keys = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,20}", fullmatch=True)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,20}", fullmatch=True)
citations = st.builds(Citation, keys, st.just("") | ids)


@given(st.lists(citations, min_size=1, max_size=5), st.sampled_from(["; ", ";", " ;  "]))
def test_what_is_written_is_read_back(written: list[Citation], separator: str) -> None:
    inside = separator.join(f"@{c.source}#{c.evidence}" if c.evidence else f"@{c.source}" for c in written)
    match = CITATION.fullmatch(f"[{inside}]")
    assert match is not None
    assert parse_citations(match["inside"]) == tuple(written)


@given(anything)
def test_reading_never_fails(text: str) -> None:
    for match in CITATION.finditer(text):
        assert all(citation.source for citation in parse_citations(match["inside"]))


@given(keys)
def test_without_brackets_it_stays_text(key: str) -> None:
    assert CITATION.search(f"write to me@{key} or @{key}") is None
