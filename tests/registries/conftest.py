"""A local server that plays registries and pages, and a clock that only moves when somebody sleeps."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from careleaf.registries.all_registries import Addresses, Registries
from careleaf.registries.client import Client

Played = tuple[int, dict[str, str], bytes]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Stage:
    """What the server answers, by method and path; the last answer of a path is repeated."""

    answers: dict[str, list[Played]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def play(self, path: str, *answers: Played) -> None:
        self.answers[path] = list(answers)


class Clock:
    """Seconds that pass by sleeping, and by `tick` at each look."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.tick = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        self.seconds += self.tick
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds


def played(status: int, body: bytes | str = b"", **headers: str) -> Played:
    content = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, {"Content-Length": str(len(content)), **named}, content


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            stage.asked.append(f"{self.command} {self.path}")
            stage.agents.append(self.headers.get("User-Agent", ""))
            path = self.path.partition("?")[0]
            waiting = stage.answers.get(f"{self.command} {path}") or stage.answers.get(path) or [played(404)]
            status, headers, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            self.send_response(status)
            for name, value in {**headers, "Connection": "close"}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                with contextlib.suppress(OSError):  # the client has had enough
                    self.wfile.write(body)

        do_GET = do_HEAD = _answer  # noqa: N815  # names of the standard library

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stage.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield stage
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Iterator[Client]:
    client = Client(
        "careleaf/test (+mailto:web@clinic.test)", clock, clock.sleep, lambda: NOW, lambda ip: ip == "127.0.0.1"
    )
    client.read_timeout = 5.0
    yield client
    client.close()


@pytest.fixture
def registries(client: Client, stage: Stage) -> Registries:
    here = stage.base
    return Registries(client, "web@clinic.test", at=Addresses(here, here, here, here, here, here))
