"""Photographs every kind of page, so that somebody can look at them: ``python -m tests.browser.looks FOLDER``.

At 320, 768 and 1280 px, in light, dark and forced colors, and as it prints. `--only` takes kinds, `--looks` takes
light, dark, forced, print, and `--widths` takes pixels.
"""

import argparse
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from careleaf.build.site import build_site
from careleaf.cli.main import main as careleaf
from tests.browser.clinic import write_clinic
from tests.browser.libraries import write_library
from tests.browser.visit import FLAGS, TOPIC, chromium_path, served, visiting
from tests.conftest import ROOT, TODAY

WIDTHS = (320, 768, 1280)
LOOKS: Mapping[str, Mapping[str, str]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
    "print": {"color_scheme": "light"},
}
_HEIGHTS = {320: 640, 768: 1024, 1280: 900}
_LONGEST = 12_000
"""Pixels of a page that are photographed: Chromium repeats itself beyond 16,384."""
Action = Callable[[Page], None]
Kinds = Mapping[str, tuple[str, Action]]


def _search(page: Page) -> None:
    page.locator("button.site-search:visible, .md-search__input:visible").first.click()
    page.keyboard.type("iron")
    page.wait_for_selector(".md-search-result__item")


def _drawer(page: Page) -> None:
    if page.locator(".site-menu").is_visible():
        page.click(".site-menu")
        page.wait_for_timeout(400)


def _popup(page: Page) -> None:
    page.locator(".citation a").first.evaluate("link => link.focus({focusVisible: true})")
    page.wait_for_selector("#cite-popup:popover-open")


def _term(page: Page) -> None:
    page.locator(".term").first.evaluate("button => button.focus({focusVisible: true})")


def _unfolded(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


def _nothing(_: Page) -> None:
    """A page as it comes."""


_ASKED = "infobutton/?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=G25.81"
OWN: Kinds = {
    "home": ("", _nothing),
    "topic": (TOPIC, _nothing),
    "causes": (f"{TOPIC}causes/", _nothing),
    "dopamine": (f"{TOPIC}dopamine/", _nothing),
    "timing": (f"{TOPIC}timing/", _nothing),
    "lifestyle": (f"{TOPIC}lifestyle/", _nothing),
    "get-help": (f"{TOPIC}get-help/", _nothing),
    "unfolded": (f"{TOPIC}timing/", _unfolded),
    "popup": (TOPIC, _popup),
    "term": (f"{TOPIC}get-help/", _term),
    "search": (TOPIC, _search),
    "drawer": (TOPIC, _drawer),
    "glossary": ("about/glossary/", _nothing),
    "how-we-work": ("about/how-we-work/", _nothing),
    "how-claims": ("about/how-claims-are-checked/", _nothing),
    "original": ("about/original-article/", _nothing),
    "reviewers": ("about/reviewers/", _nothing),
    "signed-words": ("about/signed-words/", _nothing),
    "sources": ("about/sources/", _nothing),
    "clinics": ("about/clinics/", _nothing),
    "portal-teams": ("about/for-portal-teams/", _nothing),
    "hosting": ("about/hosting/", _nothing),
    "accessibility": ("about/accessibility/", _nothing),
    "privacy": ("about/privacy/", _nothing),
    "not-found": ("404.html", _nothing),
    "infobutton": (_ASKED, _nothing),
    "embed": (f"embed/{TOPIC}get-help/", _nothing),
    "version": ("v/*/", _nothing),
}
CLINIC: Kinds = {
    "state-reviewed": ("sleep/signed/", _unfolded),
    "state-overdue": ("sleep/late/", _nothing),
    "state-changed": ("sleep/changed/", _nothing),
    "state-withdrawn": ("sleep/gone/", _nothing),
    "state-unreviewed": ("sleep/", _nothing),
    "reviewers-of-clinic": ("about/reviewers/", _nothing),
}
GUIDE: Kinds = {
    "guide-home": ("", _nothing),
    "guide-blocks": ("blocks/", _nothing),
    "guide-commands": ("commands/", _nothing),
    "guide-rules": ("rules/", _nothing),
    "guide-writing": ("writing/", _nothing),
}
LIBRARIES = {"library-12": 12, "library-200": 200}


def main() -> None:
    """Make the pictures that were asked for."""
    parser = argparse.ArgumentParser(description="Photograph every kind of page.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=None, metavar="KIND")
    parser.add_argument("--looks", nargs="+", default=list(LOOKS), choices=list(LOOKS))
    parser.add_argument("--widths", nargs="+", type=int, default=list(WIDTHS))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, ExitStack() as stack:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        stack.callback(browser.close)
        for kinds, build in _sites():
            wanted = {kind: at for kind, at in kinds.items() if options.only is None or kind in options.only}
            if wanted:
                with build() as (folder, site):
                    for look in options.looks:
                        for width in options.widths if look != "print" else [1280]:
                            _photograph(browser, site, _addresses(wanted, folder), look, width, options.folder)


def _sites() -> Iterator[tuple[Kinds, Callable[[], AbstractContextManager[tuple[Path, str]]]]]:
    yield OWN, lambda: _built(lambda _: ROOT / "mkdocs.yml")
    yield CLINIC, lambda: _built(write_clinic)
    yield GUIDE, lambda: _built(_guide)
    for kind, topics in LIBRARIES.items():
        more = {f"{kind}-search": ("", _search)} if topics > 100 else {}
        yield (
            {kind: ("", _nothing), f"{kind}-all": ("topics/", _nothing), **more},
            (lambda topics=topics: _built(lambda folder: write_library(folder, topics))),
        )


def _guide(folder: Path) -> Path:
    copy = Path(shutil.copytree(ROOT / "guide", folder / "guide", ignore=shutil.ignore_patterns("site", "build")))
    careleaf(["explain", "--all", "--out", str(copy / "docs/rules")])
    return copy / "mkdocs.yml"


@contextmanager
def _built(write: Callable[[Path], Path]) -> Iterator[tuple[Path, str]]:
    """Build a site into a folder that goes away again, and serve it."""
    with TemporaryDirectory() as folder:
        built = build_site(write(Path(folder)), TODAY, Path(folder) / "site", lambda _: None)
        if not built.published:
            raise SystemExit("\n".join(map(str, [*built.report.errors, *built.faults])))
        with served(Path(folder) / "site") as site:
            yield Path(folder) / "site", site


def _addresses(kinds: Kinds, site: Path) -> Kinds:
    """Put the first folder there is in the place of a star."""
    first = {place: next(site.glob(place)).relative_to(site) for place, _ in kinds.values() if "*" in place}
    return {kind: (f"{first.get(place, place)}", action) for kind, (place, action) in kinds.items()}


def _photograph(browser: Browser, site: str, kinds: Kinds, look: str, width: int, folder: Path) -> None:
    size = {"width": width, "height": _HEIGHTS.get(width, 900)}
    with visiting(browser, site, viewport=size, reduced_motion="reduce", **LOOKS[look]) as visit:
        for kind, (address, action) in kinds.items():
            page = visit.go(address)
            action(page)
            place = folder / f"{kind}-{width}-{look}"
            if look == "print":
                page.pdf(path=place.with_suffix(".pdf"), format="A4")
                continue
            tall = min(_LONGEST, page.evaluate("document.documentElement.scrollHeight"))
            whole = {"x": 0, "y": 0, "width": width, "height": tall}
            still = kind.endswith(("search", "drawer", "popup", "term"))
            page.screenshot(path=place.with_suffix(".png"), **({} if still else {"full_page": True, "clip": whole}))


if __name__ == "__main__":
    main()
