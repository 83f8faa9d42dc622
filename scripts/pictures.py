"""Makes the pictures in README from the built site: `make build && .venv/bin/python scripts/pictures.py`.

Needs what the tests need (Playwright and a Chromium) and pdftoppm (Debian: poppler-utils).
"""

import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
PICTURES = ROOT / "pictures"
TOPIC = "restless-legs-after-exercise"
SIZE = {"width": 720, "height": 930}


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> int:
    """Write pictures/site.png, handout.png and embed.png."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None or shutil.which("pdftoppm") is None or not SITE.exists():
        print("Needs a built site, Chromium and pdftoppm.", file=sys.stderr)
        return 2
    PICTURES.mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    take_screenshots(browser, {"site": f"{address}/{TOPIC}/", "embed": f"{address}/embed/{TOPIC}/timing/"})
    draw_first_sheet(SITE / "handouts" / TOPIC / "get-help-letter.pdf")
    return 0


def take_screenshots(browser: str, pages: dict[str, str]) -> None:
    """Photograph pages in light colours."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, address in pages.items():
            page = chromium.new_page(viewport=SIZE, color_scheme="light")
            page.goto(address)
            page.screenshot(path=PICTURES / f"{name}.png")
        chromium.close()


def draw_first_sheet(handout: Path) -> None:
    """Draw the first sheet of a handout."""
    options = ["-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run(["pdftoppm", *options, str(handout), str(PICTURES / "handout")], check=True)


if __name__ == "__main__":
    sys.exit(main())
