"""`_headers`, read as Netlify and Cloudflare Pages read it: all rules that fit an address count, and are joined."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from careleaf.channels.hosting.caddy import caddy_file
from careleaf.channels.hosting.headers_file import MOST_RULES, headers_file
from careleaf.channels.hosting.nginx import nginx_file
from careleaf.channels.hosting.served_site import ServedSite, served_site
from tests.conftest import SiteMaker
from tests.publishing.test_release import release

LONGEST_LINE = 2000
LOADER = "embed/v1/careleaf-embed.js"


def rules_of(text: str) -> dict[str, dict[str, str]]:
    rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("/"):
            path = line
            assert path not in rules
            rules[path] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[path][name] = value
        else:
            assert not line or line.startswith("#")
    return rules


def sent(text: str, address: str) -> Iterator[tuple[str, str]]:
    for path, headers in rules_of(text).items():
        if address == path or (path.endswith("*") and address.startswith(path[:-1])):
            yield from headers.items()


def test_no_address_of_a_site_gets_one_header_twice(hosted_site: Path) -> None:
    text = (hosted_site / "_headers").read_text()
    for file in (f for f in hosted_site.rglob("*") if f.is_file()):
        path = "/" + file.relative_to(hosted_site).as_posix().removesuffix("index.html")
        names = [name for name, _ in sent(text, path)]
        assert len(names) == len(set(names)), path
        assert "X-Content-Type-Options" in names


def test_embeds_are_open_to_portals_and_pages_are_not(hosted_site: Path) -> None:
    text = (hosted_site / "_headers").read_text()
    embed, page = dict(sent(text, "/embed/sleep/signed/")), dict(sent(text, "/sleep/signed/"))
    assert embed["Content-Security-Policy"].endswith("frame-ancestors *")
    assert embed["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in dict(sent(text, "/"))["Content-Security-Policy"]
    assert dict(sent(text, "/api/v1/topics.json"))["Access-Control-Allow-Origin"] == "*"
    (pinned,) = hosted_site.glob("embed/v1/careleaf-embed-*.js")
    assert "immutable" in dict(sent(text, f"/embed/v1/{pinned.name}"))["Cache-Control"]
    assert all(len(line) <= LONGEST_LINE for line in text.splitlines())


def test_a_large_site_stays_within_the_rules_a_host_reads_and_says_what_is_left_out() -> None:
    def of(folders: int) -> str:
        loaders = [f"embed/v1/careleaf-embed-{n:016x}.js" for n in range(200)]
        pages = [f"topic-{n}/index.html" for n in range(folders)]
        return headers_file(served_site(["index.html", *pages, *loaders], (), "default-src 'none'", ()))

    for folders in (1, 92, 93, 94, 1000):
        assert len(rules_of(of(folders))) <= MOST_RULES
    assert "/topic-7/*" in rules_of(of(60))
    assert "/topic-7/*" not in rules_of(of(1000))
    assert "1001 folders at the top of this site" in of(1000)
    assert "#" not in of(60)


HOSTILE = [
    "a\nb/",
    "a;b/",
    'a"b/',
    "a'b/",
    "a{b}/",
    "a$uri/",
    "a b/",
    "a\\b/",
    "../up/",
    "a*/",
    "a#b/",
    "a/../b/",
    "//x/",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_an_address_that_means_something_to_a_server_is_in_no_configuration(address: str) -> None:
    site = served_site([f"{address}index.html"], [address, f"embed/{address}"], "default-src 'none'", ())
    assert site.gone == ()
    for text in (headers_file(site), nginx_file(site, LOADER), caddy_file(site, LOADER)):
        assert f"/{address}" not in text


def test_an_address_in_another_alphabet_is_written_as_each_server_reads_it() -> None:
    site = served_site(["sueño/index.html"], ["sueño/"], "default-src 'none'", ())
    assert "/sue%C3%B1o/*" in headers_file(site)
    assert "location = /sueño/ {" in nginx_file(site, LOADER)
    assert "@gone path /sueño/\n" in caddy_file(site, LOADER)


def test_a_site_without_withdrawn_pages_has_no_rule_for_them() -> None:
    site = ServedSite("default-src 'none'; frame-ancestors *")
    assert "410" not in nginx_file(site, LOADER) + caddy_file(site, LOADER)


def test_policy_names_the_portals_that_may_frame_embeds(make_site: SiteMaker) -> None:
    policy = "site_id: x\nembed_hosts: ['https://portal.test', 'https://*.hospital.test']\n"
    policy += "publish: {site: [unreviewed], handout: [unreviewed], embed: [unreviewed]}\n"
    settings = make_site({"docs/_data/policy.yml": policy})
    assert release(settings) == 0
    site = settings.parent / "site"
    for path in ("_headers", "exports/hosting/nginx.conf", "exports/hosting/Caddyfile"):
        text = (site / path).read_text()
        assert "frame-ancestors https://portal.test https://*.hospital.test" in text
        assert "frame-ancestors *" not in text


def test_a_hostile_portal_in_the_policy_stops_the_site(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = 'site_id: x\nembed_hosts: ["https://portal.test\\n  Set-Cookie: a=b"]\n'
    policy += "publish: {site: [unreviewed], handout: [unreviewed], embed: [unreviewed]}\n"
    settings = make_site({"docs/_data/policy.yml": policy})
    assert release(settings) == 1
    assert "FMT038" in capsys.readouterr().out
    assert not (settings.parent / "site").exists()


def test_a_headers_file_of_the_sites_own_stays(make_site: SiteMaker) -> None:
    settings = make_site({"docs/_headers": "/*\n  X-Own: 1\n"})
    assert release(settings) == 0
    assert (settings.parent / "site/_headers").read_text() == "/*\n  X-Own: 1\n"
