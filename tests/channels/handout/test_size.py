"""How many bytes a leaflet has: phones on slow lines fetch it, and mailboxes hold it."""

import io
from random import Random
from string import ascii_letters

import pikepdf
import pytest

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.makeup import Makeup
from careleaf.model.handout import Edition
from tests.channels.handout.samples import Maker, body_of, paragraphs

MOST = 60_000


def prose(words: int, seed: int) -> str:
    """Return made-up words, no two alike: repeated ones would be packed too well."""
    chance = Random(seed)  # prose, no secret
    return " ".join("".join(chance.choices(ascii_letters, k=chance.randint(2, 9))) for _ in range(words))


def sheets(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@pytest.mark.parametrize("edition", [Edition.A4, Edition.LETTER])
def test_a_leaflet_of_two_full_sheets_of_text_has_at_most_sixty_thousand_bytes(make: Maker, edition: Edition) -> None:
    texts = [prose(70, number) for number in range(11)]
    pdf = render_pdf(make.data(body_of(paragraphs(*texts)), Makeup(edition)))

    assert sheets(pdf) == 2
    assert len(pdf) <= MOST
