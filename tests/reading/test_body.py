"""Every word of a rendered body knows where it was written."""

import markdown
import pytest

from careleaf.model.body import Body
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource

EXTENSIONS = ["attr_list", "tables", "sane_lists", "footnotes", "abbr", "toc", "pymdownx.superfences", "careleaf"]


def body_of(text: str, first_line: int = 1) -> Body:
    html = markdown.markdown(text, extensions=EXTENSIONS)
    return read_body(html, VisibleSource(text, "page.md", first_line), {})


def place_of(body: Body, word: str) -> str:
    block = next(block for block in body.blocks if word in block.text)
    return str(block.locate(block.text.index(word)))


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("One two *three* four.", "three", "page.md:1:10"),
        ("One\ntwo three.", "three", "page.md:2:5"),
        ("See [the causes](causes.md) and causes.", "causes.", "page.md:1:33"),
        ("A figure.[@a#figure] A figure.", "A figure. A", "page.md:1:1"),
        ("| a | b |\n|---|---|\n| one | 5 mg |", "5 mg", "page.md:3:9"),
        ("## Title {#title}\n\nText.", "Text", "page.md:3:1"),
        ("- one\n- two\n    - three", "three", "page.md:3:7"),
        ("/// care-card | Call if:\n    level: urgent\n\n- you are ill\n///", "ill", "page.md:4:11"),
        ("`code *x*` then word", "word", "page.md:1:17"),
        ("<!-- a note --> word", "word", "page.md:1:17"),
    ],
)
def test_a_word_is_placed_where_it_was_written(text: str, word: str, place: str) -> None:
    assert place_of(body_of(text), word) == place


def test_lines_count_in_the_whole_file() -> None:
    assert place_of(body_of("Word.", first_line=12), "Word") == "page.md:12:1"


def test_a_citation_knows_its_place_and_what_it_cites() -> None:
    body = body_of("One.[@a] Two `[@no]`.[@b#x; @a]")
    assert [(str(mark.location), [c.source for c in mark.citations]) for mark in body.marks] == [
        ("page.md:1:5", ["a"]),
        ("page.md:1:22", ["b", "a"]),
    ]
    assert body.cited_sources == ("a", "b")


def test_a_list_knows_the_sentence_that_leads_into_it() -> None:
    body = body_of("These help:[@a]\n\n- walking\n- stretching\n    - arms\n\nAnd more.\n")
    texts = [block.text for block in body.blocks]
    leads = {block.text: block.lead_in for block in body.blocks}
    assert leads["walking"] == leads["stretching"] == texts.index("These help:")
    assert leads["arms"] == texts.index("stretching")
    assert leads["And more."] is None


def test_a_loose_list_keeps_its_lead_in() -> None:
    body = body_of("These help:\n\n- walking\n\n- stretching\n")
    assert [block.lead_in for block in body.blocks] == [None, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "Plain *words* and __more__, un*believ*able.",
        "[A link](x.md 'title') ![a picture](x.png) <https://example.org/a?b=c>",
        "A note.[^1]\n\n[^1]: The *note*,\n    in two lines.\n\nMore.",
        "RLS here.\n\n*[RLS]: restless legs syndrome",
        "[a][b] and [b][]\n\n[b]: https://example.org/ 'Title'",
        "&amp; &lt; &eacute;t&eacute; &#189;",
        "1. one\n2. two\n\n> quoted\n> > twice",
        "```yaml\ntake: 2*5 mg  # <b>\n```\n\nAfter.",
        "Text and `{5 mg}`",
    ],
)
def test_ordinary_markdown_loses_no_word(text: str) -> None:
    assert body_of(text).gaps == ()


@pytest.mark.parametrize(
    ("text", "written", "shown"),
    [
        ("take 2*5 mg and 3*5 mg", "2 5", "25"),
        ("## Dose {5 mg}", "5 mg", ""),
        ("/// dose | 5 mg\ntake it\n///", "", "dose"),
    ],
)
def test_a_lost_or_changed_word_is_a_gap(text: str, written: str, shown: str) -> None:
    gap = body_of(text).gaps[0]
    assert (gap.written, gap.shown) == (written, shown)
