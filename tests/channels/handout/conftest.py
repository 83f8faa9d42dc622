"""Handouts that many tests look at."""

import io

import pikepdf
import pytest
import yaml
from PIL import Image

from careleaf.channels.handout.compile import render_pdf
from careleaf.model.wording import Wording
from tests.channels.handout.samples import (
    ARABIC,
    EVERY_CONSTRUCT,
    HEBREW,
    MORE_CONSTRUCTS,
    SVG,
    WORDS,
    Maker,
    body_of,
    paragraphs,
)


@pytest.fixture(scope="session")
def wording() -> Wording:
    texts = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return Wording("en", texts, tuple(texts["months"].split()))


@pytest.fixture(scope="session")
def pictures() -> dict[str, bytes]:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "black").save(out, "PNG")
    return {"../leg.svg": SVG, "../dot.png": out.getvalue()}


@pytest.fixture(scope="session")
def make(wording: Wording, pictures: dict[str, bytes]) -> Maker:
    return Maker(wording, pictures)


@pytest.fixture(scope="session")
def full_bytes(make: Maker) -> bytes:
    return render_pdf(make.data(EVERY_CONSTRUCT))


@pytest.fixture
def full(full_bytes: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(full_bytes))


@pytest.fixture(scope="session")
def more_bytes(make: Maker) -> bytes:
    return render_pdf(make.data(MORE_CONSTRUCTS))


@pytest.fixture
def more(more_bytes: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(more_bytes))


@pytest.fixture(scope="session")
def right_to_left(make: Maker) -> bytes:
    """Arabic and Hebrew paragraphs on a page in Arabic."""
    return render_pdf(make.data(body_of(paragraphs(*ARABIC, *HEBREW)), language="ar"))
