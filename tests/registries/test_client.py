import ssl

import httpcore2
import pytest

from careleaf.registries.addresses import is_public
from careleaf.registries.client import MAX_BYTES, Client
from careleaf.registries.failures import is_tls_failure
from careleaf.registries.pace import Pace
from careleaf.registries.reply import UnansweredError
from tests.registries.conftest import Clock, Stage, played


def test_a_host_is_asked_once_a_second(client: Client, stage: Stage, clock: Clock) -> None:
    stage.play("/a", played(200, "{}"))
    for _ in range(3):
        client.get_json(f"{stage.base}/a")
    assert clock.slept == [1.0, 1.0]
    assert set(stage.agents) == {"careleaf/test (+mailto:web@clinic.test)"}


def test_an_announced_limit_sets_the_pace(client: Client, stage: Stage, clock: Clock) -> None:
    stage.play("/a", played(200, "{}", x_rate_limit_limit="5", x_rate_limit_interval="1s"))
    for _ in range(3):
        client.get_json(f"{stage.base}/a")
    assert clock.slept == [1.0, 0.2]


def test_a_published_limit_counts_until_the_host_announces_its_own(clock: Clock) -> None:
    pace = Pace(clock, clock.sleep)
    pace.allow("host", 0.4)
    pace.wait("host")
    pace.heed("host", {"x-rate-limit-limit": "1", "x-rate-limit-interval": "2s"})
    pace.wait("host")
    pace.wait("host")
    assert clock.slept == [0.4, 2.0]


@pytest.mark.parametrize(("limit", "interval"), [("0", "1s"), ("-1", "1s"), ("a", "1s"), ("9" * 30, "1s"), ("5", "")])
def test_an_unusable_limit_leaves_the_pace_as_it_is(limit: str, interval: str, clock: Clock) -> None:
    pace = Pace(clock, clock.sleep)
    pace.heed("host", {"x-rate-limit-limit": limit, "x-rate-limit-interval": interval})
    pace.wait("host")
    pace.wait("host")
    assert clock.slept == [1.0]


@pytest.mark.parametrize("until", ["7", "Mon, 23 Nov 2026 12:00:07 GMT"])
def test_a_host_that_asks_for_patience_is_asked_again_after_it(
    client: Client, stage: Stage, clock: Clock, until: str
) -> None:
    stage.play("/a", played(429, Retry_After=until), played(200, "{}"))
    assert client.get_json(f"{stage.base}/a").status == 200
    assert clock.slept == [7.0]


@pytest.mark.parametrize("headers", [{}, {"Retry_After": "3600"}], ids=["without a word", "with an hour's wait"])
def test_a_host_that_has_enough_is_left_alone_for_the_run(
    client: Client, stage: Stage, headers: dict[str, str]
) -> None:
    stage.play("/a", played(429, **headers))
    for _ in range(2):
        with pytest.raises(UnansweredError, match="status 429"):
            client.get_json(f"{stage.base}/a")
    assert len(stage.asked) == 1


def test_after_two_server_troubles_a_host_is_left_alone(client: Client, stage: Stage) -> None:
    stage.play("/a", played(503))
    with pytest.raises(UnansweredError, match="status 503"):
        client.get_json(f"{stage.base}/a")
    with pytest.raises(UnansweredError, match="status 503"):
        client.get_json(f"{stage.base}/b")
    assert len(stage.asked) == 2


def test_a_body_without_end_is_cut_off(client: Client, stage: Stage) -> None:
    stage.play("/a", played(200, b"x" * (MAX_BYTES + 100_000)))
    with pytest.raises(UnansweredError, match="longer than"):
        client.get_json(f"{stage.base}/a")


def test_a_body_that_drips_is_given_up(client: Client, stage: Stage, clock: Clock) -> None:
    clock.tick = 40.0
    stage.play("/a", played(200, b"x" * 500_000))
    with pytest.raises(UnansweredError, match="too slowly"):
        client.get_json(f"{stage.base}/a")


def test_half_an_answer_is_none(client: Client, stage: Stage) -> None:
    stage.play("/a", (200, {"Content-Length": "1000"}, b'{"message": {'))
    with pytest.raises(UnansweredError, match="in full"):
        client.get_json(f"{stage.base}/a")


@pytest.mark.parametrize("body", ["<html>", '{"a":', "[" * 100_000, b"\xff\xfe"], ids=["HTML", "cut", "deep", "bytes"])
def test_what_is_no_json_is_no_answer(client: Client, stage: Stage, body: str | bytes) -> None:
    stage.play("/a", played(200, body))
    with pytest.raises(UnansweredError, match="not the JSON"):
        client.get_json(f"{stage.base}/a").json()


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd", "http://u:p@a.test/"],
)
def test_no_redirect_leads_into_a_private_network(client: Client, stage: Stage, target: str) -> None:
    stage.play("/a", played(302, Location=target))
    with pytest.raises(UnansweredError, match=r"private network|no usable address"):
        client.ask_page("GET", f"{stage.base}/a")


def test_a_registry_that_sends_us_elsewhere_has_not_answered(client: Client, stage: Stage) -> None:
    stage.play("/a", played(302, Location=f"http://localhost:{stage.port}/b"))
    with pytest.raises(UnansweredError, match="another host"):
        client.get_json(f"{stage.base}/a")


def test_redirects_in_a_circle_end(client: Client, stage: Stage) -> None:
    stage.play("/a", played(302, Location="/a"))
    with pytest.raises(UnansweredError, match="more than 5 redirects"):
        client.ask_page("GET", f"{stage.base}/a")


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fc00::1 fe80::1 "
    "::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1::".split(),
)
def test_a_private_address_is_not_public_in_any_dress(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


def test_a_failed_proof_of_identity_is_told_from_other_trouble(client: Client, stage: Stage) -> None:
    error = httpcore2.ConnectError("failed")
    error.__cause__ = ssl.SSLCertVerificationError("certificate verify failed")
    assert is_tls_failure(error)
    with pytest.raises(UnansweredError, match="TLS"):
        client.get_json(f"https://127.0.0.1:{stage.port}/a")


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://a.test:99999/", "ftp://a.test/", "http://ü.test/", "http://a b/", ""]
)
def test_an_address_that_cannot_be_asked_is_unanswered(client: Client, address: str) -> None:
    with pytest.raises(UnansweredError, match="no usable address"):
        client.ask_page("HEAD", address)
