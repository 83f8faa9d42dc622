"""Sentences: nothing is lost, nothing is counted twice, and the order is that of the text."""

from hypothesis import given

from careleaf.model.sentence import split_sentences
from tests.property.strategies import anything


@given(anything)
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    at = 0
    for sentence in split_sentences(text):
        assert not text[at : sentence.start].strip()
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip() == sentence.text != ""
        at = sentence.end
    assert not text[at:].strip()
