"""The two servers of the demo portal. They answer on 127.0.0.1 and nowhere else."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from careleaf.model.errors import ConfigError

PortalFiles = Mapping[str, bytes]
"""What a portal serves, by path."""
_HERE = "127.0.0.1"
_CONTENT_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_KINDS = {"css": "text/css", "js": "text/javascript"}
_PORTAL_POLICY = (
    "default-src 'none'; script-src 'self' {content}; style-src 'self'; img-src data:; frame-src {content}; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""A strict portal: what works here works in others."""


@contextmanager
def serving(site: Path, port: int, portal: Callable[[str], PortalFiles]) -> Iterator[tuple[str, str]]:
    """Serve a site and the portal made for its address; return both addresses.

    Raises:
        ConfigError: a port is taken.
    """
    with ExitStack() as stack:
        content = stack.enter_context(_served(partial(_Content, directory=str(site)), port))
        headers = {"Content-Security-Policy": _PORTAL_POLICY.format(content=content.rstrip("/"))}
        handler = type("Portal", (_Portal,), {"files": portal(content), "own_headers": headers})
        yield content, stack.enter_context(_served(handler, port + 1 if port else 0))


@contextmanager
def _served(handler: Any, port: int) -> Iterator[str]:
    try:
        server = ThreadingHTTPServer((_HERE, port), handler)
    except (OSError, OverflowError) as error:
        raise ConfigError(f"Port {port} cannot be used ({error}). Try --address {_HERE}:8100.") from error
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.1), daemon=True)
    thread.start()
    try:
        yield f"http://{_HERE}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Content(SimpleHTTPRequestHandler):
    """The site, with the headers its hosts are asked to send."""

    def end_headers(self) -> None:
        for name, value in _CONTENT_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        """Keep quiet: nobody is logged, here either."""


class _Portal(BaseHTTPRequestHandler):
    """The portal's few files, from memory."""

    files: PortalFiles
    own_headers: Mapping[str, str]

    def do_GET(self) -> None:
        """Answer with a file, or with nothing."""
        path = self.path.partition("?")[0]
        body = self.files.get(path)
        self.send_response(200 if body is not None else 404)
        kind = _KINDS.get(path.rpartition(".")[2], "text/html")
        for name, value in {"Content-Type": f"{kind}; charset=utf-8", **self.own_headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        """Keep quiet: nobody is logged, here either."""
