"""What browsers get from the web servers that use the configuration made with a site."""

import re
from pathlib import Path

import pytest

from tests.hosting.servers import Server

BRIEFLY = "public, max-age=300, must-revalidate"
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
EVERY_KIND = ["", "sleep/signed/", "embed/sleep/signed/", "api/v1/topics.json", "handouts/sleep.pdf",
              "embed/v1/careleaf-embed.js", "assets/careleaf/site.css", "nowhere/", "sleep/gone/"]  # fmt: skip


@pytest.mark.parametrize("path", EVERY_KIND)
def test_every_answer_is_guarded(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE


def test_an_embed_may_be_framed_by_any_portal_and_do_nothing_else(server: Server, hosted_site: Path) -> None:
    answer = server.get("embed/sleep/signed/")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.endswith("frame-ancestors *")
    own = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', answer.body)
    assert own is not None
    assert set(re.findall(r"'sha256-[^']*'", own[1])) <= set(re.findall(r"'sha256-[^']*'", policy))
    assert answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == BRIEFLY


@pytest.mark.parametrize("path", ["", "sleep/signed/", "handouts/sleep.pdf"])
def test_a_public_page_is_framed_by_its_own_site_only(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 200
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "Cross-Origin-Embedder-Policy" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["Cache-Control"] == BRIEFLY


def test_the_look_up_by_diagnosis_may_be_framed_by_any_portal(server: Server) -> None:
    answer = server.get("infobutton/")
    assert answer.status == 200
    assert answer.headers["Content-Security-Policy"].startswith("frame-ancestors *;")
    assert answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"


def test_programs_of_any_portal_may_read_the_data(server: Server) -> None:
    answer = server.get("api/v1/topics.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Cache-Control"] == BRIEFLY
    assert "Content-Security-Policy" not in answer.headers


def test_only_what_carries_its_hash_in_its_name_is_kept_for_ever(server: Server, hosted_site: Path) -> None:
    for pattern in ("embed/v1/careleaf-embed-*.js", "assets/javascripts/bundle.*.min.js", "assets/**/main.*.min.css"):
        (file, *_) = hosted_site.glob(pattern)
        answer = server.get(file.relative_to(hosted_site).as_posix())
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    newest = server.get("embed/v1/careleaf-embed.js")
    assert newest.headers["Cache-Control"] == "public, max-age=3600"
    assert newest.headers["Access-Control-Allow-Origin"] == "*"
    assert "javascript" in newest.headers["Content-Type"]
    assert server.get("assets/careleaf/site.css").headers["Cache-Control"] == BRIEFLY


@pytest.mark.parametrize("path", ["sleep/gone/", "embed/sleep/gone/", "embed/sleep/gone/once/"])
def test_a_withdrawn_page_is_gone_and_still_says_why(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 410
    assert "It was wrong." in answer.body
    assert "The withdrawn advice." not in answer.body
    framing = "frame-ancestors *" if path.startswith("embed/") else "frame-ancestors 'self'"
    assert framing in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == BRIEFLY


def test_an_address_without_its_slash_leads_on_and_an_unknown_one_gets_the_page_for_it(server: Server) -> None:
    answer = server.get("sleep/signed")
    assert answer.status in {301, 308}
    assert answer.headers["Location"].endswith("sleep/signed/")
    missing = server.get("nowhere/")
    assert missing.status == 404
    assert "<html" in missing.body
