"""Lines from right to left: read back as they were written, though they are drawn the other way."""

import io

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careleaf.channels.handout.compile import render_pdf
from careleaf.model.body import WORD, Element
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import (
    ARABIC,
    HEBREW,
    Maker,
    body_of,
    failures,
    flat,
    paragraphs,
    tagged,
)

WORDS = "خذ لا الأكل جيدًا مُحَمَّدٌ كتابٌ (مهم) [هام] «قول» ملغ، اليوم. ٥٠٠ ٤٠٪ שָׁלוֹם (אזהרה) ל־5 mg 4.5 40% (5–10) ½ → “q” $5"


def _read(make: Maker, tree: Element, language: str) -> str:
    return flat(tagged_text(make.pdf(body_of(tree), language=language)))


@pytest.mark.parametrize(("language", "texts"), [("ar", ARABIC), ("he", HEBREW)])
def test_a_site_from_right_to_left_is_read_as_it_was_written(make: Maker, language: str, texts: list[str]) -> None:
    read = _read(make, paragraphs(*texts), language)

    assert [text for text in texts if flat(text) not in read] == []


@pytest.mark.parametrize("attributes", [{"lang": "ar", "dir": "rtl"}, {"lang": "ar"}], ids=["both", "language"])
def test_an_arabic_passage_of_an_english_page_is_read_as_it_was_written(
    make: Maker, attributes: dict[str, str]
) -> None:
    read = _read(make, paragraphs(*ARABIC, **attributes), "en")

    assert [text for text in ARABIC if flat(text) not in read] == []


def test_arabic_words_within_an_english_sentence_are_read_in_order(make: Maker) -> None:
    text = "Ask for باراسيتامول (500 mg) or, in Arabic, (دواء للألم) مرتين 5 أيام, then wait."

    assert text in _read(make, paragraphs(text), "en")


def test_emphasis_and_links_keep_their_place_in_a_line(make: Maker) -> None:
    line = ("خذ ", Element("strong", {}, ("قرصين (2)",)), " ثم اتصل بـ ", Element("em", {}, ("الطبيب",)), " غدًا.")
    tree = Element("body", {}, (Element("p", {}, line),))

    assert "خذ قرصين (2) ثم اتصل بـ الطبيب غدًا." in _read(make, tree, "ar")


def test_english_lines_of_an_arabic_site_keep_the_space_at_their_end(make: Maker) -> None:
    text = " ".join(["Take one tablet of paracetamol in the evening and wait until the next morning."] * 6)

    assert text in _read(make, paragraphs(text), "ar")


def test_a_link_from_right_to_left_keeps_its_words_together(make: Maker) -> None:
    pdf = make.pdf('<p>اقرأ <a href="https://example.org/">كيف تنام جيدًا (شرح)</a>.</p>', language="ar")

    assert flat(tagged_text(pdf, tagged(pdf, "/Link")[0])).startswith("كيف تنام جيدًا (شرح)")


@pytest.mark.parametrize("language", ["hi", "en"])
def test_signs_above_and_below_letters_are_read_once(make: Maker, language: str) -> None:
    text = "हिंदी में दवा (५०० mg) दिन में दो बार"

    assert text in _read(make, paragraphs(text), language)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.lists(st.sampled_from(WORDS.split()), min_size=2, max_size=25), min_size=4, max_size=8),
    language=st.sampled_from(["ar", "he", "fa", "en"]),
)
def test_any_mixture_of_directions_is_read_in_order(make: Maker, lines: list[list[str]], language: str) -> None:
    texts = [" ".join(words) for words in lines]
    rest = iter(WORD.findall(_read(make, paragraphs(*texts), language)))

    assert [word for text in texts for word in WORD.findall(text) if word not in rest] == []


def test_the_file_passes_the_fast_validator(right_to_left: bytes) -> None:
    assert failures(right_to_left) == []


def test_the_same_text_gives_the_same_bytes(make: Maker) -> None:
    data = make.data(body_of(paragraphs(*ARABIC)), language="ar")

    assert render_pdf(data) == render_pdf(data)


def test_a_text_that_says_other_letters_than_are_drawn_is_not_believed(make: Maker) -> None:
    made = render_pdf(make.data(body_of(paragraphs("ساعات سيئ جيدًا")), language="ar"))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        span = next(tag for tag in tagged(pdf, "/Span") if "جيدًا" in str(tag.get("/ActualText", "")))
        span.ActualText = pikepdf.String("ساعات سيئ شديد")

        assert "شديد" not in tagged_text(pdf)
