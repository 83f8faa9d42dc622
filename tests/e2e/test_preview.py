"""The preview: what an author sees while writing."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import SiteMaker

PATIENCE = 60
"""Seconds until a slow machine has built a small site; reached only when the preview is broken."""


@pytest.fixture
def previewed(make_site: SiteMaker) -> Iterator[tuple[Path, str]]:
    """Serve the minimal site with the real command, and stop it again."""
    folder = make_site().parent
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "careleaf.cli.main", "serve", "--address", address, "--date", "2026-11-23"]
    log = (folder / "serve.log").open("w")
    server = subprocess.Popen(
        command, cwd=folder, stdout=log, stderr=log, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    try:
        yield folder, f"http://{address}/"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
        log.close()


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def wait_for(what: Callable[[str], bool], address: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        html = page(address)
        if what(html):
            return html
        time.sleep(0.2)
    raise AssertionError(f"{address} never came to show what was expected:\n{html[-3000:]}")


def test_a_saved_mistake_is_shown_on_its_page_and_goes_with_its_correction(previewed: tuple[Path, str]) -> None:
    folder, address = previewed
    wait_for(lambda html: "40% said" in html, f"{address}sleep/")
    file = folder / "docs/sleep/index.md"
    sound = file.read_text()
    file.write_text(sound.replace("[@test-survey#sleep]", ""))
    html = wait_for(lambda html: "CLM201" in html, f"{address}sleep/")
    assert re.search(r"docs/sleep/index\.md:10:\d+", html)
    assert "CLM201" not in page(f"{address}sleep/get-help/")
    file.write_text(sound)
    wait_for(lambda html: "40% said" in html and "CLM201" not in html, f"{address}sleep/")


def test_the_preview_serves_handouts_and_embeds(previewed: tuple[Path, str]) -> None:
    _, address = previewed
    wait_for(lambda html: "40% said" in html, f"{address}embed/sleep/")
    with urllib.request.urlopen(f"{address}handouts/sleep/index.pdf", timeout=5) as answer:
        assert answer.read(5) == b"%PDF-"
