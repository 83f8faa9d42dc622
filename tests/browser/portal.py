"""A clinic's portal: its own origin, a strict policy, and a note of every event."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.browser.hosts import Host, page_host
from tests.browser.hosts import Page as HostPage
from tests.browser.visit import DESKTOP, Visit, visiting
from tests.conftest import TODAY

NOTES = """
window.seen = [];
for (const name of ["ready", "overdue", "changed", "withdrawn", "viewed", "completed", "error"])
  addEventListener(`health-topic:${name}`, (event) => seen.push([name, { ...event.detail }]));
"""
STRICT = (
    "default-src 'none'; script-src 'self' {host}; frame-src {host}; style-src 'none'; img-src data:; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The tightest policy a portal can have and still embed us."""
_HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title><link rel="icon" href="data:,">'
    '<script src="/notes.js"></script>\n'
)
LOADER = '<script src="{host}embed/v1/careleaf-embed.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>'


class Portal:
    """One page of the portal, with whatever was put into it."""

    def __init__(self, visit: Visit, own: Host, pages: dict[str, HostPage], content: Host) -> None:
        self.visit, self.own, self.content = visit, own, content
        self._pages = pages
        pages["/notes.js"] = (NOTES, {})
        pages["/favicon.ico"] = ("", {})

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(
        self, body: str, *, policy: str | None = None, headers: Mapping[str, str] | None = None, query: str = ""
    ) -> Page:
        """Open a portal page with this body; `{host}` in it is the content's address."""
        html = _HEAD + body.replace("{host}", self.content.address)
        rules = (policy or STRICT).replace("{host}", self.content.address)
        self._pages["/"] = (html, {"Content-Security-Policy": rules, **(headers or {})})
        self.page.goto(self.own.address + query)
        return self.page

    def topic(self, topic: str, *, more: str = "", **settings: Any) -> Locator:
        """Open a portal page with one `<health-topic>` and the loader; return the element."""
        self.open(
            f'<main><h1>My visit</h1><health-topic topic="{topic}" {more}>'
            f'<a href="{{host}}{topic}/">The page</a></health-topic></main>{LOADER}',
            **settings,
        )
        return self.page.locator("health-topic")

    def add(self, path: str, text: str, headers: Mapping[str, str] | None = None) -> None:
        self._pages[path] = (text, headers or {})

    @property
    def frame(self) -> FrameLocator:
        return self.page.frame_locator("iframe")

    @property
    def events(self) -> list[str]:
        return [str(name) for name, _ in self.page.evaluate("seen")]

    def wait_for(self, event: str) -> dict[str, str]:
        """Wait for an event of the embed; return what it says."""
        self.page.wait_for_function("name => seen.some(([seen]) => seen === name)", arg=event)
        detail: dict[str, str] = self.page.evaluate("name => seen.find(([seen]) => seen === name)[1]", event)
        return detail

    def wait_until_fitting(self) -> int:
        """Wait until the frame is as high as its text; return that height in pixels."""
        self.wait_for("ready")
        body = self.frame.locator("body")
        height = body.evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
        expect(self.page.locator("iframe")).to_have_js_property("clientHeight", height)
        return int(height)


@contextmanager
def portal_on(browser: Browser, content: Host, **settings: Any) -> Iterator[Portal]:
    """Lend a portal with a browser context of its own, on the day of all tests."""
    pages: dict[str, HostPage] = {}
    with page_host(pages) as own, visiting(browser, own.address, **{"viewport": DESKTOP, **settings}) as visit:
        visit.page.clock.set_fixed_time(datetime.combine(TODAY, datetime.min.time()).replace(hour=12))
        yield Portal(visit, own, pages, content)
