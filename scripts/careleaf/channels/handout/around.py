"""What stands around the words of a handout's pages: state, version, people, sources, clinic.

It all comes from the page's view and the wording, so a handout cannot claim more than the website does.
"""

from collections.abc import Sequence

from careleaf.channels.handout.addresses import printed_address
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.handout.pictures import picture_data
from careleaf.channels.handout.qr import qr_svg
from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.model.health_block import BlockKind
from careleaf.model.library import Site
from careleaf.model.printed_version import printed_version
from careleaf.model.state_name import StateName
from careleaf.model.wording import Wording

WORDS = (
    "action",
    "addresses",
    "archived-copy",
    "contents",
    "handout-name",
    "help-heading",
    "is-it-current",
    "is-it-current-means",
    "main-message",
    "publisher",
    "sources",
    "version",
)
"""Keys of the interface words that handouts print as they are."""
NOTES = ("notes-heading", "questions-heading")
"""Keys of the headings above room to write."""
QUESTIONS = ("question-meaning", "question-self", "question-next")
"""Keys of the questions anybody can ask."""
CLINIC_LOGO = "clinic logo"
_STILL_GOOD = frozenset({StateName.REVIEWED, StateName.ADAPTED, StateName.UNREVIEWED})


def opening(view: PageView, wording: Wording) -> dict[str, object]:
    """Return what stands above a page's words."""
    return {
        "id": view.page.id,
        "title": view.title,
        "main_message": view.main_message,
        "action": view.action,
        "byline": byline(view, wording),
        "state_short": view.review.short,
    }


def byline(view: PageView, wording: Wording) -> str:
    """Return who wrote a page, who reviewed it, when it last changed, and its state, on one line."""
    labels = (wording.say("written-by"), wording.say("reviewed-by"), wording.say("last-changed"))
    facts = {fact.label: fact.text for fact in view.review.facts}
    said = [f"{label}: {facts[label]}" for label in labels if label in facts]
    return ". ".join([*said, f"{view.review.short}."])


def version(view: PageView, site: Site, wording: Wording) -> dict[str, object]:
    """Return a page's printed version, until when it may be used, and where to learn what became of it."""
    number = printed_version(view.state.digest)
    address = f"{site.url}v/{number}/" if site.url else ""
    return {
        "version": number,
        "use_by": use_by([view], wording),
        "address": address,
        "address_text": printed_address(address),
        "code": qr_svg(address) if address else "",
        "code_says": wording.say("code-leads-to", address=printed_address(address)) if address else "",
    }


def use_by(views: Sequence[PageView], wording: Wording) -> str:
    """Return the sentence that says until when some pages may be used; the first day counts."""
    days = [view.state.due_on for view in views if view.state.due_on and view.state.name in _STILL_GOOD]
    return wording.say("use-by", date=min(days)) if days else ""


def reviews(views: Sequence[PageView]) -> list[dict[str, object]]:
    """Return who stands behind which pages, said once for pages of which exactly the same is true."""
    groups: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[str]] = {}
    for view in views:
        review = view.review
        said = (review.heading, review.meaning, tuple((fact.label, fact.text) for fact in review.facts))
        groups.setdefault(said, []).append(view.title)
    return [
        {
            "titles": titles,
            "state": heading,
            "state_means": meaning,
            "facts": [{"label": label, "text": text} for label, text in facts],
        }
        for (heading, meaning, facts), titles in groups.items()
    ]


def source(view: SourceView, number: int, wording: Wording) -> dict[str, object]:
    """Return one entry of the list of sources."""
    doi = view.address.removeprefix("https://doi.org/")
    return {
        "number": number,
        "name": wording.say("source-number", number=number),
        "line": view.line.removesuffix(f"doi:{doi}").rstrip(),  # it stands in the address
        "address": view.address,
        "address_text": printed_address(view.address),
        "archived": view.archived,
        "archived_text": printed_address(view.archived),
        "checked": view.checked,
    }


def notes(views: Sequence[PageView], wording: Wording) -> dict[str, object]:
    """Return what stands above the room for notes: questions anybody can ask, unless the pages have their own."""
    bodies = (view.page.body.tree for view in views)
    has_own = any(e.attributes.get("data-block") == BlockKind.QUESTIONS for body in bodies for e in body.walk())
    asked = () if has_own else QUESTIONS
    heading = wording.say("notes-heading" if has_own else "questions-heading")
    return {"heading": heading, "questions": [wording.say(key) for key in asked]}


def words(wording: Wording, *, is_topic: bool) -> dict[str, str]:
    """Return the words the template prints."""
    page_of = wording.say("page-of", page="{page}", pages="{pages}")
    review = wording.say("review-heading-topic" if is_topic else "review-heading")
    return {**{key: wording.say(key) for key in WORDS}, "page-of": page_of, "review-heading": review}


_LEFT_TO_RIGHT = "\u200e"
"""Keeps what follows in the order of its digits, also in a line from right to left (Unicode Annex 9)."""


def clinic(makeup: Makeup, site: Site) -> dict[str, object] | None:
    """Return what a clinic's record says, in the order in which it is printed; its number as it is dialled."""
    if makeup.clinic is None:
        return None
    about = makeup.clinic
    logo = {"page": CLINIC_LOGO, "src": about.logo, "alt": ""} if makeup.logo else None
    lines = {name: getattr(about, name) for name in ("name", "phone", "hours", "address", "website")}
    if about.phone and site.direction == "rtl":
        lines["phone"] = f"{_LEFT_TO_RIGHT}{about.phone}"
    return {**lines, "logo": logo}


def clinic_logo(makeup: Makeup) -> dict[str, dict[str, str]]:
    """Return the clinic's logo among a handout's pictures; its name stands beside it, so it says nothing itself."""
    if makeup.clinic is None or not makeup.logo:
        return {}
    name = f"{CLINIC_LOGO}#{makeup.clinic.logo}"
    return {name: picture_data(makeup.logo, f"The logo `{makeup.clinic.logo}`")}
