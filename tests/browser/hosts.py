"""Two origins on this computer: the host of the content, and a clinic's portal that embeds it. Both keep a log."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

CONTENT_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


@dataclass
class Log:
    """What a host was asked."""

    paths: list[str] = field(default_factory=list)
    referrers: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)

    def note(self, handler: BaseHTTPRequestHandler) -> None:
        self.paths.append(handler.path)
        self.referrers.extend(filter(None, [handler.headers.get("Referer")]))
        self.cookies.extend(filter(None, [handler.headers.get("Cookie")]))


@dataclass
class Host:
    """A server with a port, so an origin, of its own."""

    address: str
    log: Log


class _Content(SimpleHTTPRequestHandler):
    log: Log
    headers_sent: Mapping[str, str]

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        self.log.note(self)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        pass


Page = tuple[str, Mapping[str, str]]


class _Pages(BaseHTTPRequestHandler):
    log: Log
    pages: Mapping[str, Page]

    def do_GET(self) -> None:
        self.log.note(self)
        text, headers = self.pages.get(self.path.partition("?")[0], ("", {"X-Missing": "1"}))
        kind = "text/javascript" if self.path.endswith(".js") else "text/html"
        self.send_response(404 if "X-Missing" in headers else 200)
        for name, value in {"Content-Type": f"{kind}; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        pass


@contextmanager
def content_host(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[Host]:
    """Serve a built site with the headers it asks for."""
    log = Log()
    sent = CONTENT_HEADERS if headers is None else headers
    handler = type("Content", (_Content,), {"log": log, "headers_sent": sent})
    with _served(partial(handler, directory=str(folder)), log) as host:
        yield host


@contextmanager
def page_host(pages: Mapping[str, Page]) -> Iterator[Host]:
    """Serve pages by their path, each with its headers; the mapping may change meanwhile."""
    log = Log()
    with _served(type("Pages", (_Pages,), {"log": log, "pages": pages}), log) as host:
        yield host


@contextmanager
def _served(handler: object, log: Log) -> Iterator[Host]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}/", log)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
