"""Making a review packet: one PDF for paper, one HTML file for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from careleaf.build.assembly import page_pictures
from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from careleaf.build.whole_file import write_whole
from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.packet.packet import (
    CheckResult,
    LastSigned,
    Packet,
    PacketPage,
    Reviewer,
    SetAside,
)
from careleaf.channels.packet.paper import packet_data
from careleaf.channels.packet.questions import questions_for
from careleaf.channels.packet.screen import packet_html
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.person import Role
from careleaf.model.review_status import changes_since_review
from careleaf.model.rule import RuleFinding
from careleaf.review.chosen_pages import chosen_pages
from careleaf.review.claims import claims_of


@dataclass(frozen=True, slots=True)
class PacketFiles:
    """Where a packet lies, and what it is about."""

    paper: Path
    screen: Path
    packet: Packet


def write_packet(settings: Path, name: str, folder: Path, today: date) -> PacketFiles:
    """Write the packet of a page or a topic into a folder.

    Raises:
        ConfigError: the settings cannot be used, the site has no id, or nothing has this name.
        RenderError: a page cannot be printed; `careleaf check` says where.
        PublishError: the disk refused.
    """
    run = judged_run(settings, today)
    if not run.library.policy.value.site_id:
        raise ConfigError("This site has no name, which a review has to carry. Set `site_id` in docs/_data/policy.yml.")
    packet = packet_of(chosen_pages([name], run.library), run)
    paper, screen = (folder / f"{file_stem(name, packet)}.{ending}" for ending in ("pdf", "html"))
    for file, content in zip((paper, screen), packet_contents(name, run).values(), strict=True):
        write_whole(file, content)
    return PacketFiles(paper, screen, packet)


def packet_contents(name: str, run: Run) -> dict[str, bytes]:
    """Return the packet's two files by name: the one for paper, and the one for the screen."""
    pages = chosen_pages([name], run.library)
    packet, pictures = packet_of(pages, run), dict(_pictures(pages, run))
    stem = file_stem(name, packet)
    html = packet_html(packet, f"{stem}-answer.json", run.library, pictures, run.templates, run.wording)
    paper = render_pdf(packet_data(packet, run.library, pictures, run.wording))
    return {f"{stem}.pdf": paper, f"{stem}.html": html.encode()}


def file_stem(name: str, packet: Packet) -> str:
    """Return the name of a packet's files: page or topic, and the digest, so that two wordings never share one."""
    first = packet.pages[0]
    page_id = first.view.page.id if len(packet.pages) == 1 else first.view.page.topic or name
    mark = first.digest[:15] if len(packet.pages) == 1 else str(packet.made_on)
    return f"review-{page_id.replace('/', '-')}-{mark}"


def packet_of(pages: tuple[Page, ...], run: Run) -> Packet:
    """Gather what a reviewer has to know about some pages."""
    library, policy = run.library, run.library.policy.value
    index = next((page for page in pages if page.is_topic_index), pages[0])
    reviewers = [
        Reviewer(person_id, record.value.full_name)
        for person_id, record in sorted(library.people.items())
        if Role.REVIEWER in record.value.roles
    ]
    held = {role for record in library.people.values() for role in record.value.reviews_as}
    return Packet(
        title=index.front.value.title,
        site_id=policy.site_id,
        publisher=policy.publisher or library.site.name,
        language=library.site.language,
        made_on=library.today,
        pages=tuple(_packet_page(page, run) for page in pages),
        reviewers=tuple(reviewers),
        roles=policy.review.roles or tuple(sorted(held)),
        every_months=policy.review.every_months,
        needed=policy.review.reviewers,
    )


def _packet_page(page: Page, run: Run) -> PacketPage:
    return PacketPage(
        view=run.views[page.id],
        claims=tuple(claims_of(page, run.library, run.views[page.id].sources, run.wording)),
        last_signed=_last_signed(page, run),
        findings=tuple(_result(found) for found in run.report.of_page(page.path)),
        set_aside=tuple(_set_aside(page, run)),
        questions=questions_for(page),
    )


def _last_signed(page: Page, run: Run) -> LastSigned | None:
    review = run.views[page.id].state.review
    if review is None:
        return None
    is_kept = review.digest in run.library.signed_texts.get(page.id, {})
    name = _name(review.reviewer, run.library)
    return LastSigned(name, review.reviewed_on, is_kept, changes_since_review(page, run.library))


def _name(person_id: str, library: Library) -> str:
    return library.people[person_id].value.full_name if person_id in library.people else person_id


def _result(found: RuleFinding) -> CheckResult:
    return CheckResult(found.rule.severity, found.rule.name, found.finding.location.line, found.finding.message)


def _set_aside(page: Page, run: Run) -> Iterator[SetAside]:
    for each in run.report.suppressed:
        if each.found.finding.location.path == page.path:
            yield SetAside(_result(each.found), each.suppression.reason, each.suppression.until)


def _pictures(pages: tuple[Page, ...], run: Run) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of some pages by address relative to the site."""
    for page in pages:
        for source, content in page_pictures(page.body, page, run.pictures).items():
            yield urljoin(page.url, source), content
