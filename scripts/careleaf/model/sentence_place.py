"""Which sentence of a page stands at a place: what a finding there is about."""

from bisect import bisect_right

from careleaf.model.body import Block, Body
from careleaf.model.finding import Location
from careleaf.model.sentence import split_sentences


def sentence_at(body: Body, place: Location) -> str:
    """Return the sentence that was written at a place; empty where none was."""
    block = next((block for block in body.blocks if _holds(block, place)), None)
    if block is None:
        return ""
    places = list(zip(block.word_lines, block.word_columns, strict=True))
    offset = block.word_offsets[bisect_right(places, (place.line, place.column)) - 1]
    return next((s.text for s in split_sentences(block.text) if s.start <= offset < s.end), "")


def _holds(block: Block, place: Location) -> bool:
    return bool(block.word_offsets) and block.location_of(0) <= place and place.line <= block.word_lines[-1]
