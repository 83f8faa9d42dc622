"""A portal that isolates itself shows an embed that comes from a real web server with our configuration."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from careleaf.channels.embed_code import SANDBOX
from tests.browser.hosts import page_host
from tests.browser.portal import LOADER
from tests.browser.visit import visiting
from tests.hosting.servers import nginx

ISOLATED = {"Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin"}


LOADED = '<health-topic topic="sleep/{page}"><a href="{host}">The page</a></health-topic>' + LOADER
FRAMED = f'<iframe src="{{host}}embed/sleep/{{page}}/" title="Sleep" sandbox="{SANDBOX}" height="640"></iframe>'


@pytest.mark.parametrize("way", [LOADED, FRAMED], ids=["loader", "frame"])
@pytest.mark.parametrize("page", ["signed", "gone"])
def test_an_isolated_portal_shows_an_embed_and_the_notice_of_a_withdrawn_one(
    browser: Browser, clinic_folder: Path, tmp_path: Path, page: str, way: str
) -> None:
    with nginx(clinic_folder, tmp_path) as server:
        embed = way.replace("{host}", server.address).replace("{page}", page)
        html = f'<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>P</title>{embed}'
        with page_host({"/": (html, ISOLATED)}) as portal, visiting(browser, portal.address) as visit:
            visit.page.goto(portal.address)
            assert visit.page.evaluate("crossOriginIsolated")
            words = "In a survey, 40% said they slept badly." if page == "signed" else "It was wrong."
            visit.page.frame_locator("iframe").get_by_text(words).first.wait_for()
            assert visit.page.locator("iframe").evaluate("frame => frame.getBoundingClientRect().height") > 200
