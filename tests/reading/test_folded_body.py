"""A folded body is the body it was made from, whoever looks at it, and however many are looked at."""

from careleaf.model.body import Body
from careleaf.reading.body import read_body
from careleaf.reading.folded_body import FoldedBody, Shelf, folded, parts
from careleaf.reading.stored_body import stored
from careleaf.reading.visible_source import VisibleSource

HTML = (
    '<h2 id="a">Sleep</h2><p>Go <a href="../b/#c">there</a>{n}<span class="citation" data-cite="@x#y">1</span>'
    ' <img alt="A bed" src="bed.svg"/></p><section data-block="do"><p class="care-card">Call.</p></section>'
)
PARTS = ("html", "tree", "blocks", "elements", "gaps", "marks", "cards", "words", "anchors", "cited_sources", "outline")


def body(number: int) -> Body:
    return read_body(HTML.format(n=number), VisibleSource(f"Sleep Go there{number}[@x#y]", "docs/a.md", 3), {})


def test_every_part_is_that_of_the_body_it_was_made_from() -> None:
    whole = body(1)
    kept = FoldedBody(folded(whole), "docs/a.md", {"bed.svg": "0"}, Shelf(1))
    for name in PARTS:
        assert getattr(kept, name) == getattr(whole, name), name
    assert list(kept.placed("a", "img")) == list(whole.placed("a", "img"))
    assert kept.images == {"bed.svg": "0"}
    assert kept.with_tree(whole.tree).tree is whole.tree
    assert parts(kept) == parts(whole) == (whole.html, stored(whole))
    assert folded(kept) == folded(whole)


def test_a_shelf_gives_each_its_own_and_keeps_the_last_ones() -> None:
    shelf = Shelf(2)
    wholes = [body(number) for number in range(5)]
    kept = [FoldedBody(folded(whole), "docs/a.md", {}, shelf) for whole in wholes]
    assert [one.html for one in kept] == [whole.html for whole in wholes]
    assert kept[4].tree is kept[4].tree
    first = kept[0].tree
    assert [one.html for one in kept[1:]] == [whole.html for whole in wholes[1:]]
    assert kept[0].tree == first
    assert kept[0].tree is not first
