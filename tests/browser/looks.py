"""Photographs every kind of page, so that somebody can look at them: ``python -m tests.browser.looks FOLDER``.

At 320, 768 and 1280 px, in light, dark and forced colors, and as it prints. `--only` takes kinds, `--looks` takes
light, dark, forced, print, and `--widths` takes pixels.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from careleaf.build.site import build_site
from tests.browser.aged import write_aged
from tests.browser.clinic import write_clinic
from tests.browser.guide import write_guide
from tests.browser.kinds import AGED, CLINIC, GUIDE, OWN, Kinds, addresses, nothing, search
from tests.browser.libraries import write_library
from tests.browser.visit import FLAGS, chromium_path, served, visiting
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
                            _photograph(browser, site, addresses(wanted, folder), look, width, options.folder)


def _sites() -> Iterator[tuple[Kinds, Callable[[], AbstractContextManager[tuple[Path, str]]]]]:
    yield OWN, lambda: _built(lambda _: ROOT / "mkdocs.yml")
    yield CLINIC, lambda: _built(write_clinic)
    yield AGED, lambda: _built(write_aged)
    yield GUIDE, lambda: _built(write_guide)
    for kind, topics in LIBRARIES.items():
        more = {f"{kind}-search": ("", search)} if topics > 100 else {}
        yield (
            {kind: ("", nothing), f"{kind}-all": ("topics/", nothing), f"{kind}-topic": ("snoring/", nothing), **more},
            (lambda topics=topics: _built(lambda folder: write_library(folder, topics))),
        )


@contextmanager
def _built(write: Callable[[Path], Path]) -> Iterator[tuple[Path, str]]:
    """Build a site into a folder that goes away again, and serve it."""
    with TemporaryDirectory() as folder:
        built = build_site(write(Path(folder)), TODAY, Path(folder) / "site", lambda _: None)
        if not built.published:
            raise SystemExit("\n".join(map(str, [*built.report.errors, *built.faults])))
        with served(Path(folder) / "site") as site:
            yield Path(folder) / "site", site


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
