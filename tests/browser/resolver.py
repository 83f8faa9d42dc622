"""The resolver of diagnosis codes on a host, and a browser in front of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, Request

from tests.browser.hosts import Host, content_host

OF_HL7 = "2.16.840.1.113883.6."
ICD_10_CM, ICD_10, MESH, SNOMED = (f"{OF_HL7}{number}" for number in (90, 3, 177, 96))
SYSTEM, CODE = "mainSearchCriteria.v.cs", "mainSearchCriteria.v.c"
NAME, LANGUAGE = "mainSearchCriteria.v.dn", "informationRecipient.languageCode.c"


class Resolver:
    """The resolver on a host, at an address below a folder, and a browser in front of it."""

    def __init__(self, page: Page, host: Host) -> None:
        self.page, self.host = page, host
        self.requests: list[Request] = []
        self.errors: list[str] = []
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, request: Request) -> None:
        self.requests.append(request)

    @property
    def asked(self) -> list[str]:
        """What went over the network."""
        return [one.url for one in self.requests if not one.url.startswith(("data:", "blob:"))]

    @property
    def address(self) -> str:
        return f"{self.host.address}infobutton/"

    def ask(self, code: str = "", system: str = ICD_10_CM, **more: str) -> None:
        named = {SYSTEM: system, CODE: code, **more}
        self.page.goto(f"{self.address}?{urlencode(named)}", wait_until="commit")

    @property
    def answer(self) -> list[str]:
        return [text for text in self.page.locator("#answer").inner_text().splitlines() if text.strip()]

    def opened(self, path: str) -> None:
        self.page.wait_for_url(f"{self.host.address}{path}")


@contextmanager
def opened_resolver(browser: Browser, site: Path, *, script: bool = True) -> Iterator[Resolver]:
    context = browser.new_context(java_script_enabled=script)
    try:
        with content_host(site) as host:
            yield Resolver(context.new_page(), host)
    finally:
        context.close()
