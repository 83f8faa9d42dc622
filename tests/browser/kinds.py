"""Every kind of page there is, and what somebody does there first: what is photographed, and what axe looks at."""

from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.visit import TOPIC

Action = Callable[[Page], None]
Kinds = Mapping[str, tuple[str, Action]]


def search(page: Page) -> None:
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


def nothing(_: Page) -> None:
    """A page as it comes."""


_ASKED = "infobutton/?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=G25.81"
OWN: Kinds = {
    "home": ("", nothing),
    "topic": (TOPIC, nothing),
    "causes": (f"{TOPIC}causes/", nothing),
    "dopamine": (f"{TOPIC}dopamine/", nothing),
    "timing": (f"{TOPIC}timing/", nothing),
    "lifestyle": (f"{TOPIC}lifestyle/", nothing),
    "get-help": (f"{TOPIC}get-help/", nothing),
    "unfolded": (f"{TOPIC}timing/", _unfolded),
    "popup": (TOPIC, _popup),
    "term": (f"{TOPIC}get-help/", _term),
    "search": (TOPIC, search),
    "drawer": (TOPIC, _drawer),
    "glossary": ("about/glossary/", nothing),
    "how-we-work": ("about/how-we-work/", nothing),
    "how-claims": ("about/how-claims-are-checked/", nothing),
    "original": ("about/original-article/", nothing),
    "reviewers": ("about/reviewers/", nothing),
    "signed-words": ("about/signed-words/", nothing),
    "sources": ("about/sources/", nothing),
    "clinics": ("about/clinics/", nothing),
    "portal-teams": ("about/for-portal-teams/", nothing),
    "hosting": ("about/hosting/", nothing),
    "accessibility": ("about/accessibility/", nothing),
    "privacy": ("about/privacy/", nothing),
    "not-found": ("404.html", nothing),
    "infobutton": (_ASKED, nothing),
    "embed": (f"embed/{TOPIC}get-help/", nothing),
    "version": ("v/*/", nothing),
}
CLINIC: Kinds = {
    "state-reviewed": ("sleep/signed/", _unfolded),
    "state-overdue": ("sleep/late/", nothing),
    "state-changed": ("sleep/changed/", nothing),
    "state-withdrawn": ("sleep/gone/", nothing),
    "state-unreviewed": ("sleep/", nothing),
}
AGED: Kinds = {
    "topics-by-need": ("", nothing),
    "state-source-retracted": ("iron/", nothing),
    "version-superseded": ("v/*/became--superseded", nothing),
    "version-held-back": ("v/*/became--held-back", nothing),
}
GUIDE: Kinds = {
    "guide-home": ("", nothing),
    "guide-blocks": ("blocks/", nothing),
    "guide-commands": ("commands/", nothing),
    "guide-rules": ("rules/", nothing),
    "guide-writing": ("writing/", nothing),
}


def addresses(kinds: Kinds, site: Path) -> Kinds:
    """Put a folder in the place of a star: the first whose page has the words that follow the star."""
    return {kind: (_folder(place, site) if "*" in place else place, action) for kind, (place, action) in kinds.items()}


def _folder(place: str, site: Path) -> str:
    pattern, _, words = place.rpartition("/")
    folders = (page.parent for page in sorted(site.glob(f"{pattern}/index.html")) if words in page.read_text("utf-8"))
    return f"{next(folders).relative_to(site).as_posix()}/"
