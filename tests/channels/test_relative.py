"""Relative addresses, so that a site works below any path."""

from urllib.parse import urljoin

import pytest

from careleaf.channels.relative import relative_address


@pytest.mark.parametrize(
    ("target", "page_url", "expected"),
    [
        ("", "", "./"),
        ("about/", "", "about/"),
        ("", "about/", "../"),
        ("about/", "about/", "./"),
        ("topic/page/#part", "topic/other/", "../page/#part"),
        ("handouts/topic/page.pdf", "embed/topic/page/", "../../../handouts/topic/page.pdf"),
        ("topic/", "404.html", "topic/"),
    ],
)
def test_the_way_is_the_shortest(target: str, page_url: str, expected: str) -> None:
    assert relative_address(target, page_url) == expected


@pytest.mark.parametrize("base", ["https://clinic.example/", "https://clinic.example/health/en/"])
@pytest.mark.parametrize("page_url", ["", "a/", "a/b/", "404.html"])
@pytest.mark.parametrize("target", ["", "a/", "a/b/#c", "x/y.pdf"])
def test_it_leads_there_below_any_path(base: str, page_url: str, target: str) -> None:
    assert urljoin(base + page_url, relative_address(target, page_url)) == base + target
