"""What happened on the site, for programs and for readers of feeds."""

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

from lxml import etree

from careleaf.build.release import release_site
from careleaf.build.site import build_site
from tests.coded_clinic import SITE_URL, write_coded_clinic
from tests.conftest import TODAY, SiteMaker

ATOM = "{http://www.w3.org/2005/Atom}"


def changes(site: Path) -> list[dict[str, str]]:
    told: list[dict[str, str]] = json.loads((site / "api/v1/changes.json").read_text())["changes"]
    return told


def test_everything_that_happened_is_told_newest_first(coded_site: Path) -> None:
    told = [(one["on"], one["kind"], one["pageId"]) for one in changes(coded_site)]
    assert told == [
        ("2026-11-20", "overdue", "late/index"),
        ("2026-11-02", "reviewed", "heart/index"),
        ("2026-11-02", "reviewed", "late/index"),
        ("2026-11-02", "reviewed", "legs/index"),
        ("2026-11-02", "reviewed", "pain/index"),
        ("2026-11-01", "withdrawn", "gone/index"),
        ("2026-10-20", "changed", "legs/index"),
        ("2026-10-02", "published", "gone/index"),
        ("2026-10-02", "published", "legs/index"),
    ]


def test_a_withdrawal_names_its_reason_and_what_to_show_instead(coded_site: Path) -> None:
    [withdrawn] = [one for one in changes(coded_site) if one["kind"] == "withdrawn"]
    assert "It was wrong." in withdrawn["what"]
    assert withdrawn["replacedBy"] == "heart/"


def test_no_two_events_have_one_id(coded_site: Path) -> None:
    assert max(Counter(one["id"] for one in changes(coded_site)).values()) == 1


def test_the_feed_is_what_rfc_4287_asks_of_one(coded_site: Path) -> None:
    feed = etree.fromstring((coded_site / "api/v1/changes.atom").read_bytes())
    assert feed.tag == f"{ATOM}feed"
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1, name
        assert re.fullmatch(r"https://[^\s<>]+", one.findtext(f"{ATOM}id"))
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo is not None
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Test clinic"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE_URL}api/v1/changes.atom", "alternate": SITE_URL}
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(changes(coded_site))
    assert feed.findtext(f"{ATOM}updated") == max(entry.findtext(f"{ATOM}updated") for entry in entries)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for entry in entries:
        [link] = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert (coded_site / str(link.get("href")).removeprefix(SITE_URL)).is_dir()


def test_every_page_links_the_feed(coded_site: Path) -> None:
    for path, link in (("index.html", "api/v1/changes.atom"), ("legs/index.html", "../api/v1/changes.atom")):
        page = etree.HTML((coded_site / path).read_text())
        [found] = page.findall(".//link[@type='application/atom+xml']")
        assert "alternate" in found.get("rel", "").split()
        assert found.get("href") == link


def test_a_site_without_an_address_has_no_feed_and_links_none(make_site: SiteMaker) -> None:
    built = build_site(make_site(), TODAY, None, lambda _: None)
    assert built.published
    assert not (built.site_dir / "api/v1/changes.atom").exists()
    assert "application/atom+xml" not in (built.site_dir / "index.html").read_text()


def test_a_release_tells_at_once_what_it_publishes(tmp_path: Path) -> None:
    settings = write_coded_clinic(tmp_path)
    released = release_site(settings, TODAY, None, lambda _: None)
    assert released.built.published
    today = [(one["kind"], one["pageId"]) for one in changes(released.built.site_dir) if one["on"] == str(TODAY)]
    assert ("published", "pressure/index") in today
    assert ("changed", "legs/index") in today
    again = build_site(settings, TODAY, None, lambda _: None)
    assert changes(again.site_dir) == changes(released.built.site_dir)
