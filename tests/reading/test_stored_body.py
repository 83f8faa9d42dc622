"""A body that was put into bytes is the same body when it comes back."""

import msgspec
import pytest

from careleaf.reading.body import read_body
from careleaf.reading.stored_body import restored, stored
from careleaf.reading.visible_source import VisibleSource

PAGES = {
    "": "",
    "One *word*, and <two.": "<p>One <em>word</em>, and &lt;two.</p>",
    "Sleep ![A bed](bed.svg) well[@a#b; @c].\n\n- Ärzte\n": '<p>Sleep <img alt="A bed" src="bed.svg"/> well<span'
    ' class="citation" data-cite="@a#b; @c">1</span>.</p><ul id="l"><li>Ärzte</li></ul>',
    "| a | b |\n|---|---|\n| 1 | 2 |": "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td>"
    "<td>3</td></tr></tbody></table>",
}


@pytest.mark.parametrize("text", PAGES)
def test_a_body_comes_back_as_it_was(text: str) -> None:
    body = read_body(PAGES[text], VisibleSource(text, "docs/a.md", 7), {})
    again = restored(stored(body), body.html, "docs/a.md")
    assert again == body
    nodes = {id(node) for node in again.tree.walk()}
    assert all(id(placed.element) in nodes for placed in again.elements)


@pytest.mark.parametrize("content", [b"", b"\x81\xa1", b"cos\nsystem\n(S'true'\ntR.", b"\x94\xc0\xc0\xc0\xc0"])
def test_what_is_no_body_is_refused(content: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        restored(content, "", "docs/a.md")
