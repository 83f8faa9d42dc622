"""What is read on a page, and what of it counts as a change."""

from datetime import date

import pytest

from careleaf.registries.page_reading import read_page
from careleaf.registries.reply import Reply

DAY = date(2026, 11, 23)
WORDS = "<p>Restless legs are common, and most people can be helped by small changes in their evenings.</p>" * 3


def page(body: str | bytes, content_type: str = "text/html; charset=utf-8") -> Reply:
    content = body if isinstance(body, bytes) else body.encode()
    return Reply(200, {"content-type": content_type}, content, "https://a.test/", DAY)


def test_menus_scripts_and_footers_are_no_text() -> None:
    text = read_page(page(f"<nav>Menu 54%</nav><main>{WORDS}<script>99%</script></main><footer>12%</footer>")).text
    assert "Restless legs" in text
    assert "%" not in text


def test_of_several_articles_none_is_the_page() -> None:
    assert read_page(page(f"<article>{WORDS}</article><article><p>Another one.</p></article>")).text.count("one") == 1


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:modified_time" content="2026-08-14T10:00:00Z">', date(2026, 8, 14)),
        ('<script type="application/ld+json">{"dateModified": "2026-08-14"}</script>', date(2026, 8, 14)),
        ('<script type="application/ld+json">{"@graph": [{"lastReviewed": "2026-08-14"}]}</script>', date(2026, 8, 14)),
        ('<meta name="last-modified" content="2027-01-01">', None),
        ('<meta name="last-modified" content="yesterday">', None),
        ('<script type="application/ld+json">{"dateModified": </script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<script type="application/ld+json">{"dateModified": {"a": 1}}</script>', None),
    ],
)
def test_a_page_says_when_it_changed(head: str, day: date | None) -> None:
    assert read_page(page(f"<head>{head}</head><body>{WORDS}</body>")).modified == day


def test_a_counter_or_a_menu_makes_no_other_page_and_another_word_does() -> None:
    def fingerprint(body: str) -> str:
        return read_page(page(f"<main>{body}</main>")).fingerprint

    assert fingerprint(f"{WORDS}<p>17 views</p>") == fingerprint(f"{WORDS}<p>18 views</p>")
    assert fingerprint(WORDS) != fingerprint(WORDS.replace("common", "rare"))


@pytest.mark.parametrize(
    "body",
    ["", "\0" * 500, "<p>Turn on JavaScript.</p>", b"\xff\xfe\x00" * 100, "<div>" * 100_000],
    ids=["empty", "zeros", "too little", "bytes", "deep"],
)
def test_what_cannot_be_read_is_no_text(body: str | bytes) -> None:
    assert read_page(page(body)).text == ""


def test_an_unknown_charset_is_no_trouble() -> None:
    assert "Restless" in read_page(page(WORDS, "text/html; charset=nonsense")).text
    latin = (WORDS + "<p>Müdigkeit</p>").encode("latin-1")
    assert "Müdigkeit" in read_page(page(latin, "text/html;charset=latin-1")).text
