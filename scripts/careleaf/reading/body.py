"""From rendered HTML to a body whose every word knows its place in the source."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from careleaf.model.body import WORD, Block, Body, Element, Placed
from careleaf.model.citation import Citation, CitationMark, parse_citations
from careleaf.model.finding import Location
from careleaf.model.generated_part import GENERATED_CLASSES
from careleaf.reading.alignment import align
from careleaf.reading.gaps import find_gaps
from careleaf.reading.html_tree import parse_html
from careleaf.reading.visible_source import VisibleSource

INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var"
    " wbr".split()
)
"""Elements that run on within a line of text."""
SILENT_CLASSES = GENERATED_CLASSES | {"footnote-ref", "footnote-backref"}
"""Generated parts: no author wrote their words."""


@dataclass
class _Draft:
    """A block while its words are gathered."""

    tag: str
    id: str = ""
    lead_in: int | None = None
    companions: tuple[int, ...] = ()
    text: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)
    alts: list[tuple[int, str]] = field(default_factory=list)
    """Alternative texts of pictures, with the offset at which they stand."""


@dataclass
class _Walk:
    """What one walk over the tree has gathered so far."""

    drafts: list[_Draft] = field(default_factory=list)
    elements: list[tuple[Element, int, int]] = field(default_factory=list)
    """Each element with the block and offset at which it starts."""
    column_heads: tuple[int, ...] = ()
    """The cells of the last table head."""


def read_body(html: str, source: VisibleSource, images: Mapping[str, str]) -> Body:
    """Return the body with places. `images` holds the SHA-256 of what each local image shows."""
    tree = parse_html(html)
    walk = _Walk()
    _walk_block(tree, walk, lead_in=None)
    stream = _stream(walk.drafts)
    matches = align([word for _, _, word in stream], [word.text for word in source.words])
    words = _placed_words(walk.drafts, stream, matches, source)
    marks = _mark_locations(walk.drafts, source)
    blocks = tuple(_block(d, w, m, source.location(0)) for d, w, m in zip(walk.drafts, words, marks, strict=True))
    kept, new_index = _without_empty(blocks)
    elements = tuple(_placed(element, blocks, at, offset) for element, at, offset in walk.elements)
    gaps = tuple(find_gaps([word for _, _, word in stream], matches, source))
    kept = [_reindexed(block, new_index) for block in kept]
    return Body(html, tree, tuple(kept), elements, dict(images), gaps)


def tree_words(tree: Element) -> tuple[str, ...]:
    """Return every visible word below an element, as `Body.words` does for a whole body; drawings have none."""
    walk = _Walk()
    _walk_block(tree, walk, lead_in=None)
    return tuple(word for draft in walk.drafts for word in WORD.findall(draft.text))


def _without_empty(blocks: tuple[Block, ...]) -> tuple[list[Block], dict[int | None, int]]:
    kept = [(index, block) for index, block in enumerate(blocks) if block.text or block.marks]
    return [block for _, block in kept], {old: new for new, (old, _) in enumerate(kept)}


def _reindexed(block: Block, new_index: Mapping[int | None, int]) -> Block:
    companions = tuple(new_index[old] for old in block.companions if old in new_index)
    return replace(block, lead_in=new_index.get(block.lead_in), companions=companions)


def _walk_block(element: Element, walk: _Walk, lead_in: int | None) -> None:
    """Open a block for the text directly in an element, and walk what stands in it."""
    walk.drafts.append(_Draft(element.tag, element.attributes.get("id", ""), lead_in))
    own = len(walk.drafts) - 1
    walk.elements.append((element, own, 0))
    previous = own
    parts: list[tuple[str, int]] = []
    for child in element.children:
        if isinstance(child, str) or child.tag in INLINE:
            _add_inline(child, walk)
            continue
        if child.classes & SILENT_CLASSES:
            continue
        outer = own if walk.drafts[own].text and element.tag not in _PASS_ON else lead_in
        start = len(walk.drafts)
        parts.append((child.tag, start))
        _walk_block(child, walk, previous if child.tag in _INTRODUCED else outer)
        previous = start if child.tag == "p" else own
        walk.drafts.append(_Draft(element.tag, "", lead_in))
    _join_parts(element.tag, own, parts, walk)


def _join_parts(tag: str, own: int, parts: list[tuple[str, int]], walk: _Walk) -> None:
    """Tell the cells of a row of each other, a meaning of its term, and what a caption stands over of the caption."""
    if tag == "tr":
        _join_row([start for _, start in parts], walk)
    elif tag == "dl":
        for (before, term), (behind, meaning) in pairwise(parts):
            if (before, behind) == ("dt", "dd"):
                walk.drafts[meaning].companions = (term,)
    for index, (part, start) in enumerate(parts):
        if part in {"caption", "figcaption"}:
            end = parts[index + 1][1] if index + 1 < len(parts) else len(walk.drafts)
            _put_under(range(start, end), own, walk)


def _put_under(caption: range, own: int, walk: _Walk) -> None:
    """Let everything in a figure or table that nothing else leads into be led into by its caption."""
    drafts = walk.drafts
    cited = next((at for at in caption if drafts[at].marks), None)
    if cited is None:
        return
    outer = drafts[own].lead_in
    drafts[cited].lead_in = outer
    for at, draft in enumerate(drafts[own + 1 :], own + 1):
        if at not in caption and draft.lead_in in {outer, own}:
            draft.lead_in = cited


def _join_row(cells: list[int], walk: _Walk) -> None:
    if all(walk.drafts[cell].tag == "th" for cell in cells):
        walk.column_heads = tuple(cells)
        return
    heads = walk.column_heads
    for place, cell in enumerate(cells):
        row = tuple(other for other in cells if other != cell)
        walk.drafts[cell].companions = (*row, *heads[place : place + 1])


_PASS_ON = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})
"""Containers whose parts belong to the same lead-in as the whole."""

_INTRODUCED = frozenset({"ul", "ol", "dl", "table", "blockquote"})
"""Blocks that the paragraph before them leads into."""


def _add_inline(node: Element | str, walk: _Walk) -> None:
    draft = walk.drafts[-1]
    if isinstance(node, str):
        draft.text = _joined(draft.text, node)
        return
    walk.elements.append((node, len(walk.drafts) - 1, len(draft.text)))
    if node.classes & SILENT_CLASSES:
        return
    if "citation" in node.classes:
        draft.marks.append((len(draft.text.rstrip()), node.attributes.get("data-cite", "")))
        walk.elements.extend((below, len(walk.drafts) - 1, len(draft.text)) for below in list(node.walk())[1:])
    elif node.tag == "img":
        draft.alts.append((len(draft.text), node.attributes.get("alt", "")))
    elif node.tag == "br":
        draft.text = _joined(draft.text, " ")
    else:
        for child in node.children:
            if isinstance(child, str) or child.tag in INLINE:
                _add_inline(child, walk)
            else:
                _walk_block(child, walk, None)
                walk.drafts.append(_Draft(draft.tag, "", draft.lead_in))


def _joined(text: str, more: str) -> str:
    """Append with white space folded, as a browser does."""
    folded = " ".join(more.split())
    before = " " if more[:1].isspace() and text and not text.endswith(" ") else ""
    after = " " if more[-1:].isspace() and folded else ""
    return f"{text}{before}{folded}{after}"


def _stream(drafts: list[_Draft]) -> list[tuple[int, int, str]]:
    """Return every rendered word with its block and offset; pictures add the words of their alternative text."""
    stream: list[tuple[int, int, str]] = []
    for index, draft in enumerate(drafts):
        words = [(m.start(), 1, m[0]) for m in WORD.finditer(draft.text)]
        words += [(offset, 0, m[0]) for offset, alt in draft.alts for m in WORD.finditer(alt)]
        stream += [(index, offset if seen else -1, word) for offset, seen, word in sorted(words, key=lambda w: w[:2])]
    return stream


def _placed_words(
    drafts: list[_Draft], stream: list[tuple[int, int, str]], matches: list[int | None], source: VisibleSource
) -> list[list[tuple[int, int, int]]]:
    """Return the offset, line and column of each block's words; an added word has the place of the one before."""
    at = source.words[0].offset if source.words else 0
    placed: list[list[tuple[int, int, int]]] = [[] for _ in drafts]
    for (block, offset, _), index in zip(stream, matches, strict=True):
        at = source.words[index].offset if index is not None else at
        if offset >= 0:
            placed[block].append((offset, *source.line_and_column(at)))
    return placed


def _mark_locations(drafts: list[_Draft], source: VisibleSource) -> list[list[CitationMark]]:
    at = 0
    rows = []
    for draft in drafts:
        row = []
        for offset, inside in draft.marks:
            found = source.text.find(f"[{inside}]", at)
            at = found if found >= 0 else at
            row.append(CitationMark(offset, _citations(inside), source.location(at)))
            at += len(inside) if found >= 0 else 0
        rows.append(row)
    return rows


def _citations(inside: str) -> tuple[Citation, ...]:
    return parse_citations(inside) if inside else ()


def _block(draft: _Draft, words: list[tuple[int, int, int]], marks: list[CitationMark], top: Location) -> Block:
    first = Location(top.path, *words[0][1:]) if words else (marks[0].location if marks else top)
    return Block(
        tag=draft.tag,
        text=draft.text.rstrip(),
        location=first,
        word_offsets=tuple([offset for offset, _, _ in words]),
        word_lines=tuple([line for _, line, _ in words]),
        word_columns=tuple([column for _, _, column in words]),
        marks=tuple(marks),
        id=draft.id,
        lead_in=draft.lead_in,
        companions=draft.companions,
    )


def _placed(element: Element, blocks: tuple[Block, ...], index: int, offset: int) -> Placed:
    """Place an element at its first word, else at the nearest word before it."""
    if _has_text(element):
        block = blocks[index]
        first = bisect_left(block.word_offsets, offset)
        if first < len(block.word_offsets):
            return Placed(element, block.location_of(first))
        following = next((b for b in islice(blocks, index + 1, index + _NEAR) if b.word_offsets), block)
        return Placed(element, following.location)
    before = next((b for b in reversed(blocks[max(0, index - _NEAR) : index + 1]) if b.word_offsets), blocks[index])
    return Placed(element, before.locate(offset if before is blocks[index] else len(before.text)))


def _has_text(element: Element) -> bool:
    return any(bool(child.strip()) if isinstance(child, str) else _has_text(child) for child in element.children)


_NEAR = 40
"""How many blocks away an element's first word is looked for."""
