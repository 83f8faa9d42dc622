"""Links and citations on paper and on a screen."""

import io

import pikepdf
import pytest

from careleaf.channels.handout.compile import render_pdf
from careleaf.model.body import Element
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import Maker, body_of, links, make_page


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "file:///etc",
    ],
)
def test_dangerous_addresses_never_go_out(make: Maker, href: str) -> None:
    pdf = make.pdf(body_of(Element("body", {}, (Element("p", {}, (Element("a", {"href": href}, ("words",)),)),))))
    addresses = [str(link.A.URI) for link in links(pdf) if "/A" in link]

    assert [a for a in addresses if not a.startswith("https://health.example.org/")] == []
    assert "words" in tagged_text(pdf)


def test_relative_links_become_absolute(full: pikepdf.Pdf) -> None:
    addresses = [str(link.A.URI) for link in links(full) if "/A" in link]

    assert "https://health.example.org/en/sleep/causes/#why" in addresses
    assert "https://example.org/a?b=c" in addresses


def test_a_site_without_address_prints_page_links_as_text(make: Maker) -> None:
    pdf = make.pdf('<p>See <a href="../causes/">causes</a>, <a href="tel:911">911</a>.</p>', url="")

    assert [str(link.A.URI) for link in links(pdf)] == ["tel:911"]
    assert "See causes, 911." in tagged_text(pdf)


def test_links_between_pages_of_a_topic_stay_inside_it(make: Maker) -> None:
    pages = (
        make_page('<p><a href="../causes/#why">there</a></p><h2 id="why">Why</h2>'),
        make_page('<p>b</p><h2 id="why">Why</h2>', "causes", "Causes"),
    )
    pdf = pikepdf.open(io.BytesIO(render_pdf(make.topic(*pages))))

    addresses = [str(link.A.URI) for link in links(pdf) if "/A" in link]
    assert [address for address in addresses if "/v/" not in address] == []
    assert "sleep/causes#why" in [
        str(link.Dest) for link in links(pdf) if isinstance(link.get("/Dest"), pikepdf.String)
    ]


def test_a_citation_says_which_source_it_leads_to(full: pikepdf.Pdf) -> None:
    said = [str(link.Contents) for link in links(full)]

    assert said[:2] == ["Source 1", "Source 2"]


def test_sources_are_numbered_through_a_topic(make: Maker) -> None:
    def cite(keys: str) -> str:
        return f'<p>x<sup class="citation" data-cite="{keys}"><a href="#source-1">1</a></sup></p>'

    pages = make_page(cite("@smith; @jones")), make_page(cite("@kim; @jones#a"), "causes", "Causes")
    data = make.topic(*pages)
    pdf = pikepdf.open(io.BytesIO(render_pdf(data)))

    assert [(s["number"], s["line"]) for s in data["sources"]] == [  # type: ignore[attr-defined]
        (1, "Work of smith."),
        (2, "Work of jones."),
        (3, "Work of kim."),
    ]
    assert [str(a.Contents) for a in links(pdf) if str(a.Contents).startswith("Source")] == [
        "Source 1",
        "Source 2",
        "Source 3",
        "Source 2",
    ]
