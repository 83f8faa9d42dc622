"""Which sentence of a page stands at a place: what a finding there is about."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from careleaf.model.body import Block, Body
from careleaf.model.finding import Location
from careleaf.model.sentence import split_sentences

BlocksByLine = Mapping[int, Sequence[Block]]


def blocks_by_line(body: Body) -> BlocksByLine:
    """Return which blocks have words on each line, in document order: a page may have as many findings as lines."""
    lines: defaultdict[int, list[Block]] = defaultdict(list)
    for block in body.blocks:
        if block.word_lines:
            for line in range(block.word_lines[0], block.word_lines[-1] + 1):
                lines[line].append(block)
    return lines


def sentence_at(blocks: BlocksByLine, place: Location) -> str:
    """Return the sentence that was written at a place; empty where none was."""
    block = next((block for block in blocks.get(place.line, ()) if block.location_of(0) <= place), None)
    if block is None:
        return ""
    places = list(zip(block.word_lines, block.word_columns, strict=True))
    offset = block.word_offsets[bisect_right(places, (place.line, place.column)) - 1]
    return next((s.text for s in split_sentences(block.text) if s.start <= offset < s.end), "")
