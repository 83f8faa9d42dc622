"""Entering an editorial record: a correction that keeps the clinical review."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.build.settings import load_settings
from careleaf.model.canonical import canonical_text
from careleaf.model.carried_review import Carried, carried, editorial_records
from careleaf.model.digest import digest_of
from careleaf.model.editorial import Editorial, editorial
from careleaf.model.errors import ReviewRefusedError
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.person import Role
from careleaf.model.review import ReviewRecord, Scope
from careleaf.model.state import PageState, page_state
from careleaf.model.state_name import StateName
from careleaf.review.chosen_pages import chosen_page
from careleaf.review.record_file import add_record
from careleaf.review.signing import following


@dataclass(frozen=True, slots=True)
class Request:
    """Who corrected what, and why."""

    page: str
    editor: str
    """A person of the register with the role `editor`."""
    reason: str


def correct(settings: Path, request: Request, today: date) -> tuple[Carried, Path]:
    """Enter that a page was only corrected since its review; return the record with what changed, and its file.

    Raises:
        ConfigError: the settings or the register cannot be used, or there is no such page.
        ReviewRefusedError: more than a correction changed, or nobody may say so; nothing is entered.
        PublishError: the disk refused; nothing is entered.
    """
    library = judged_run(settings, today).library
    page = chosen_page(request.page, library)
    state, text = page_state(page, library), canonical_text(page, library)
    reasons = [*_request_refusals(request, library), *_state_refusals(page, state)]
    before = _nearest_wording(page, library, state)
    change = _change(page, library, before, text) if not reasons else None
    if change is None or change.refusals:
        reasons += [_told(why, page) for why in (change.refusals if change else ())]
        raise ReviewRefusedError(f"The correction of `{page.id}` is not entered.", tuple(reasons))
    draft = _drafted(page, state, library, request, before, digest_of(text))
    record, file = add_record(load_settings(settings), page.id, text, lambda others: following(draft, others))
    return Carried(record, change), file


def _request_refusals(request: Request, library: Library) -> list[str]:
    person = library.people.get(request.editor)
    reasons = []
    if person is None:
        reasons.append(f"`{request.editor[:60]}` is not in the register of people. Add them with the role `editor`.")
    elif Role.EDITOR not in person.value.roles:
        reasons.append(f"`{request.editor}` is no editor. Add `editor` to `roles` in {person.location.path}.")
    if not request.reason.strip():
        reasons.append("A correction needs a reason that readers may see. Say why with --reason.")
    if not library.policy.value.site_id:
        reasons.append("This site has no name, which a record has to carry. Set `site_id` in docs/_data/policy.yml.")
    return reasons


def _state_refusals(page: Page, state: PageState) -> list[str]:
    if state.review is None:
        return [f"No review of `{page.id}` is on record that could be kept. Have it reviewed first."]
    if state.name in {StateName.REVIEWED, StateName.OVERDUE} and state.signed:
        return [f"`{page.id}` is worded as it was signed. There is nothing to enter."]
    if state.name is StateName.WITHDRAWN:
        return [f"`{page.id}` is withdrawn."]
    return []


def _nearest_wording(page: Page, library: Library, state: PageState) -> str:
    """Return the newest wording that the review already stands behind: the signed one, or the last correction of it."""
    signed = state.review.digest if state.review else ""
    candidates = (record.digest for _, record in editorial_records(page, library))
    return next((digest for digest in candidates if carried(page, library, digest)[0] == signed), signed)


def _change(page: Page, library: Library, before: str, text: str) -> Editorial:
    kept = library.signed_texts.get(page.id, {}).get(before)
    if kept is None or not kept.is_genuine:
        missing = f"The text that was signed is not kept as docs/_data/reviews/{page.id}/{before}.txt."
        return Editorial((), has_punctuation=False, refusals=(missing,))
    return editorial(kept.text, text, library.knows_word)


def _told(why: str, page: Page) -> str:
    return f"{why} That is for a clinician to read: make a packet with `careleaf review packet {page.id}`."


def _drafted(
    page: Page, state: PageState, library: Library, request: Request, before: str, digest: str
) -> ReviewRecord:
    if state.review is None:
        raise LookupError(page.id)
    return ReviewRecord(
        reviewer=request.editor,
        role="editor",
        reviewed_on=library.today,
        next_review_on=state.due_on or state.review.next_review_on,
        scope=Scope.EDITORIAL,
        digest=digest,
        page=page.id,
        site=library.policy.value.site_id,
        statement=" ".join(request.reason.split()),
        continues=before,
    )
