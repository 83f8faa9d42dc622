"""`careleaf serve`."""

import signal
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from threading import Event

from careleaf.build.day import today
from careleaf.build.demo_portal import demo_portal
from careleaf.build.preview import preview_site
from careleaf.cli.build import report_build
from careleaf.cli.terminal import progress
from careleaf.model.errors import ConfigError

_HERE = ("127.0.0.1", "localhost")
_PORT = 8000


def add_options(parser: ArgumentParser) -> None:
    """Add `--address`, `--open` and `--portal`."""
    parser.add_argument("--address", metavar="HOST:PORT", help="where to serve (default: 127.0.0.1:8000)")
    parser.set_defaults(format="text")
    parser.add_argument("--open", action="store_true", help="open the site in a browser")
    parser.add_argument(
        "--portal",
        action="store_true",
        help="show a demo portal on another origin that embeds the site in every way, on this computer only",
    )


def run(options: Namespace) -> int:
    """Serve until stopped."""
    if options.portal:
        return _run_portal(options)
    preview_site(options.config_file, today(options.date), options.address, open_in_browser=options.open)
    return 0


def _run_portal(options: Namespace) -> int:
    port = _port(options.address)
    with demo_portal(options.config_file, today(options.date), port, progress) as demo:
        if not demo.portal:
            return report_build(demo.built, options)
        print(f"The demo portal is at {demo.portal}, the site it embeds at {demo.content}", file=sys.stderr)
        print("Both answer on this computer only. Stop with Ctrl+C.", file=sys.stderr, flush=True)
        if options.open:
            webbrowser.open(demo.portal)
        _wait_until_stopped()
    return 0


def _wait_until_stopped() -> None:
    """Wait for Ctrl+C, or for being asked to end; both leave nothing behind."""
    stopped = Event()
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda *_: stopped.set())
    stopped.wait()


def _port(address: str | None) -> int:
    """Return the site's port; the portal has the next one. Raises ConfigError where others could reach it."""
    host, _, port = (address or f"{_HERE[0]}:{_PORT}").rpartition(":")
    if host not in _HERE or not port.isdigit():
        raise ConfigError("The demo portal is for this computer only. Use --address 127.0.0.1:PORT.")
    return int(port)
