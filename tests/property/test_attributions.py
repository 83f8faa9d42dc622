"""Attributions and quotations: looking for them never fails, and what is found stands in the sentence."""

from hypothesis import given

from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.quotation import find_quotation
from tests.property.strategies import anything


@given(anything)
def test_what_is_found_stands_in_the_sentence(text: str) -> None:
    for found in (find_attribution(text), find_quotation(text)):
        if found is not None:
            offset, words = found
            assert text[offset : offset + len(words)] == words
