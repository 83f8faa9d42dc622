"""The name of a work, as people copy it: a DOI, a number of PubMed, an ISBN or an address."""

import pytest

from careleaf.model.work_id import IdKind, WorkId, parse_work_id

DOI = "10.1111/jsr.13980"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (DOI, IdKind.DOI, DOI),
        (f"doi:{DOI}.", IdKind.DOI, DOI),
        ("https://dx.doi.org/10.1016/S0140-6736(97)11096-0", IdKind.DOI, "10.1016/S0140-6736(97)11096-0"),
        ("(10.1016/S0140-6736(97)11096-0"[1:], IdKind.DOI, "10.1016/S0140-6736(97)11096-0"),
        ("37353978", IdKind.PMID, "37353978"),
        ("PMID 37353978", IdKind.PMID, "37353978"),
        ("https://pubmed.ncbi.nlm.nih.gov/37353978/", IdKind.PMID, "37353978"),
        ("pmc6464545", IdKind.PMCID, "PMC6464545"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6464545/", IdKind.PMCID, "PMC6464545"),
        ("ISBN 978-1-264-26850-4", IdKind.ISBN, "978-1-264-26850-4"),
        ("https://health.example.org/legs?a=1#b", IdKind.URL, "https://health.example.org/legs?a=1#b"),
    ],
)
def test_an_identifier_is_known_however_it_was_copied(text: str, kind: IdKind, value: str) -> None:
    assert parse_work_id(text) == WorkId(kind, value)


@pytest.mark.parametrize(
    "text", ["", "legs", "978-1-264-26850-5", "file:///etc/passwd", "http://[::1", "http:// x", "0"]
)
def test_what_names_no_work_is_none(text: str) -> None:
    assert parse_work_id(text) is None
