"""The glossary finds its terms in any text, and refuses terms that could not work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.finding import Location
from careleaf.model.glossary import Glossary, Term
from careleaf.model.phrases import PhraseIndex
from careleaf.model.record import Record

WORDS = st.text(alphabet="aAbBß İı’- .", max_size=12)


def glossary(**terms: Term) -> Glossary:
    return Glossary({key: Record(key, term, Location(f"{key}.yml"), {}) for key, term in terms.items()})


def found(text: str, **terms: Term) -> list[tuple[str, str]]:
    return [(use.id, text[use.start : use.end]) for use in glossary(**terms).find(text)]


def test_a_term_is_found_in_all_its_forms_and_in_capitals() -> None:
    ferritin = Term("ferritin", "stored iron", forms=("serum ferritin",))
    text = "FERRITIN, ferritin. Serum ferritin and ferritins."
    assert found(text, ferritin=ferritin) == [
        ("ferritin", "FERRITIN"),
        ("ferritin", "ferritin"),
        ("ferritin", "Serum ferritin"),
    ]


def test_an_abbreviation_is_found_as_it_is_written() -> None:
    it = Term("information technology", "computers", forms=("IT",))
    assert found("It is IT.", it=it) == [("it", "IT")]


def test_a_word_that_begins_a_sentence_may_have_a_capital_in_the_glossary_too() -> None:
    assert found("a biopsy", biopsy=Term("Biopsy", "a small piece taken out to look at")) == [("biopsy", "biopsy")]


@pytest.mark.parametrize(
    ("term", "plain", "forms"),
    [("", "iron", ()), ("ferritin", " ", ()), ("ferritin", "a ferritin test", ()), ("ferritin", "iron", ("-",))],
    ids=["no term", "no plain words", "explained by itself", "a form without letters"],
)
def test_a_term_that_could_not_work_is_refused(term: str, plain: str, forms: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="`"):
        Term(term, plain, forms)


@given(st.lists(WORDS, max_size=5), st.text(alphabet="aAbBß İı’- .\n", max_size=40))
def test_what_is_found_stands_where_it_is_said_to_stand(phrases: list[str], text: str) -> None:
    behind = 0
    for use in PhraseIndex(phrases).find(text):
        assert use.phrase in phrases
        assert text[use.start : use.end].casefold() == use.phrase.casefold()
        assert use.start >= behind
        behind = use.end
