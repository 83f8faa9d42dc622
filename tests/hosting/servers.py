"""The web servers people use, each with the configuration that was made for a clinic's site."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.conftest import write_file
from tests.lacking import lacking

_NGINX = """\
{user}
daemon off;
pid {work}/nginx.pid;
error_log stderr;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
  uwsgi_temp_path {work}; scgi_temp_path {work};
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {site}/exports/hosting/nginx.conf;
  }}
}}
"""
_WAIT = 20


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Server:
    """A web server that serves a site on this computer."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_WAIT)
        try:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode(errors="replace"))
        finally:
            connection.close()


def program(name: str) -> str:
    """Return a web server's program."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if path is None:
        lacking(f"No {name} was found. Install it (on Debian: apt-get install {name}).")
    return path


@contextmanager
def nginx(site: Path, work: Path) -> Iterator[Server]:
    port = _free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    settings = work / "nginx.conf"
    write_file(settings, _NGINX.format(user=user, work=work, port=port, site=site))
    with _running([program("nginx"), "-p", str(work), "-e", "stderr", "-c", str(settings)], port, {}):
        yield Server(port)


@contextmanager
def caddy(site: Path, work: Path) -> Iterator[Server]:
    port = _free_port()
    told = {
        "CARELEAF_ADDRESS": f"http://127.0.0.1:{port}",
        "CARELEAF_ROOT": str(site),
        "CADDY_ADMIN": f"127.0.0.1:{_free_port()}",
        "HOME": str(work),
        "XDG_CONFIG_HOME": str(work),
        "XDG_DATA_HOME": str(work),
    }
    config = site / "exports/hosting/Caddyfile"
    with _running([program("caddy"), "run", "--adapter", "caddyfile", "--config", str(config)], port, told):
        yield Server(port)


SERVERS = {"nginx": nginx, "caddy": caddy}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, told: Mapping[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, env={**os.environ, **told}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        _wait_for(process, port)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=_WAIT)


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        if process.poll() is not None:
            said = process.communicate()[0].decode(errors="replace")
            pytest.fail(f"The web server did not start:\n{said}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("The web server did not answer.")
