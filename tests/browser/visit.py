"""A visit to a page, and everything that went wrong on it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, Request

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--disable-quic")  # fmt: skip
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SMALLEST = {"width": 320, "height": 640}
TOPIC = "restless-legs-after-exercise/"
_ASKED = "mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=G25.81"
KINDS = {
    "home": "",
    "topic index": TOPIC,
    "topic page": f"{TOPIC}timing/",
    "care cards": f"{TOPIC}get-help/",
    "site page": "about/how-we-work/",
    "sources": "about/sources/",
    "reviewers": "about/reviewers/",
    "glossary": "about/glossary/",
    "resolver": "infobutton/",
    "resolver with an answer": f"infobutton/?{_ASKED}",
    "for portal teams": "about/for-portal-teams/",
    "not found": "404.html",
}
_EVERY_RULE = "Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}]))"
"""Those that axe leaves out by itself too: contrast of level AAA, target size, ids, experiments."""
TOPIC_PAGES = tuple(f"{TOPIC}{name}" for name in ("", "causes/", "dopamine/", "timing/", "lifestyle/", "get-help/"))
EMBEDS = {"embed": f"embed/{TOPIC}", "embed with care cards": f"embed/{TOPIC}get-help/"}
_AXE = next(Path(str(files("axe_playwright_python"))).rglob("axe.min.js")).read_text(encoding="utf-8")


def chromium_path() -> str | None:
    """Return where the machine's Chromium or Chrome is, if it has one."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


class Visit:
    """A page with all that went wrong on it, and what it asked for."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.troubles: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda m: self.troubles.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.requests.append(request.url)
            if not request.url.startswith(self.site):
                self.troubles.append(f"asked another host: {request.url}")

    def go(self, address: str) -> Page:
        """Open an address of the site."""
        self.requests.clear()
        self.page.goto(self.site + address)
        return self.page

    def axe(self, what: str) -> list[str]:
        """Return what axe-core finds with every rule on, in one line each."""
        result = self.page.evaluate(f"{_AXE}; axe.run(document, {{rules: {_EVERY_RULE}}})")
        return [f"{what}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in result["violations"]]


@contextmanager
def visiting(browser: Browser, site: str, **settings: object) -> Iterator[Visit]:
    """Lend a page in a context of its own."""
    context = browser.new_context(**{"viewport": DESKTOP, **settings})
    context.set_default_timeout(10_000)
    try:
        yield Visit(context.new_page(), site)
    finally:
        context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; every server has a port, so an origin, of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
