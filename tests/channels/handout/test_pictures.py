"""Pictures: drawn, and spoken."""

import pikepdf
import pytest

from careleaf.model.errors import RenderError
from tests.channels.handout.samples import Maker, tagged


def drawn(pdf: pikepdf.Pdf) -> int:
    """Count what is drawn through an object: pictures."""
    return sum(str(op) == "Do" for sheet in pdf.pages for _, op in pikepdf.parse_content_stream(sheet))


def test_an_image_alone_in_a_paragraph_is_drawn(make: Maker) -> None:
    with_picture = make.pdf('<p><img src="../dot.png" alt="dot"></p>')

    assert drawn(with_picture) == drawn(make.pdf("<p>x</p>")) + 1
    assert [str(tag.Alt) for tag in tagged(with_picture, "/Figure")][:1] == ["dot"]


def test_pictures_speak_by_their_alternative_text_and_decoration_is_silent(full: pikepdf.Pdf) -> None:
    spoken_pictures = [str(tag.Alt) for tag in tagged(full, "/Figure") if "/Alt" in tag]

    assert spoken_pictures[:3] == ["A leg at rest", "dot", "The same leg"]
    assert [alt.startswith("QR code that leads to") for alt in spoken_pictures[3:]] == [True]


def test_a_picture_that_was_not_given_is_named(make: Maker) -> None:
    with pytest.raises(RenderError, match=r"no picture at `lost\.png`"):
        make.data('<p><img src="lost.png" alt="x"></p>')
