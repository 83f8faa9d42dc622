"""The review block: the state of a page's wording and the people behind it, in words a patient understands.

Honesty rule: nobody is shown as reviewer of words they did not see. The people behind an original that was
adapted are named as that, and only as that.
"""

from dataclasses import dataclass
from datetime import date

from careleaf.model.carried_review import Carried
from careleaf.model.front_matter import NOT_KNOWN, AdaptedFrom
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.page_history import Event, EventKind, page_history
from careleaf.model.state import PageState
from careleaf.model.state_name import StateName
from careleaf.model.wording import Wording

_NOT_TO_WAIT_FOR = frozenset({StateName.WITHDRAWN, StateName.SOURCE_RETRACTED})
"""Pages whose next review no reader should wait for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line of the review block."""

    label: str
    text: str
    day: date | None = None
    """The date in the text, for machines."""


@dataclass(frozen=True, slots=True)
class ReviewBlock:
    """What a reader is told about who stands behind the words."""

    state: StateName
    heading: str
    """The state in a few words."""
    meaning: str
    """What the state means, in one to three sentences."""
    short: str
    """The state on one line, for a footer."""
    facts: tuple[Fact, ...]
    history: tuple[Fact, ...]
    """What happened to the page, newest first: the day, and what it was."""
    general_information: str


def review_block(page: Page, state: PageState, library: Library, wording: Wording) -> ReviewBlock:
    """Say in words who stands behind a page and what its state means."""
    return ReviewBlock(
        state=state.name,
        heading=wording.say(f"state-{state.name}"),
        meaning=_meaning(page, state, library, wording),
        short=_short(state, wording),
        facts=tuple(_facts(page, state, library, wording)),
        history=tuple(told(event, library, wording) for event in page_history(page, state.digest, library)),
        general_information=wording.say("general-information"),
    )


def told(event: Event, library: Library, wording: Wording) -> Fact:
    """Say what happened to a page, in a sentence."""
    name = f"{_names((event.record.reviewer,), library)}" if event.record else ""
    key = f"history-{event.kind}" + ("-as" if event.kind is EventKind.CHANGED and event.text else "")
    text = wording.say(key, name=name, version=event.version, text=event.text)
    return Fact(wording.date(event.day), text, event.day)


def _meaning(page: Page, state: PageState, library: Library, wording: Wording) -> str:
    adapted = page.front.value.adapted_from
    withdrawal = state.withdrawal
    return wording.say(
        f"state-{state.name}-means",
        title=adapted.title if adapted else "",
        publisher=adapted.publisher if adapted else "",
        due=state.due_on or "",
        date=(withdrawal.withdrawn_on or "") if withdrawal else "",
        reason=withdrawal.reason if withdrawal else "",
        source="”, “".join(library.sources[key].value.title for key in state.taken_back),
    )


def _short(state: PageState, wording: Wording) -> str:
    day = state.due_on if state.name is StateName.OVERDUE else state.review and state.review.reviewed_on
    return wording.say(f"state-short-{state.name}", date=day or "")


def _facts(page: Page, state: PageState, library: Library, wording: Wording) -> list[Fact]:
    front = page.front.value
    facts = [Fact(wording.say("written-by"), _names(front.authors, library))] if front.authors else []
    facts += _conflicts(front.authors, library, wording)
    if front.last_changed_on:
        changed = front.last_changed_on
        facts.append(Fact(wording.say("last-changed"), wording.date(changed), changed))
    facts += _review_facts(state, library, wording)
    if front.adapted_from:
        facts += _original_facts(front.adapted_from, library, wording)
    return facts


def _review_facts(state: PageState, library: Library, wording: Wording) -> list[Fact]:
    facts = []
    for review in state.reviews:
        reviewer = _names((review.reviewer,), library)
        facts.append(Fact(wording.say("reviewed-by"), f"{reviewer} ({review.role})"))
    if state.review:
        day = state.review.reviewed_on
        facts.append(Fact(wording.say("reviewed-on"), wording.date(day), day))
    facts += [_correction(carried, library, wording) for carried in state.corrections]
    if state.due_on and state.name not in _NOT_TO_WAIT_FOR:
        label = wording.say("next-review" if state.review else "look-again")
        facts.append(Fact(label, wording.date(state.due_on), state.due_on))
    return facts


def _correction(carried: Carried, library: Library, wording: Wording) -> Fact:
    """Say what was corrected since the review, with the words before and after."""
    record, change = carried.record, carried.change
    said = [
        wording.say("correction-link" if one.is_link else "correction-word", before=one.before, after=one.after)
        for one in change.corrections
    ]
    said += [wording.say("correction-punctuation")] if change.has_punctuation else []
    text = wording.say(
        "correction-means",
        date=record.reviewed_on,
        name=_names((record.reviewer,), library),
        what="; ".join(said),
        reason=record.statement,
    )
    return Fact(wording.say("corrected-on"), text, record.reviewed_on)


def _conflicts(ids: tuple[str, ...], library: Library, wording: Wording) -> list[Fact]:
    declared = [library.people[i].value.conflict_of_interest for i in ids if i in library.people]
    return [Fact(wording.say("conflicts"), d.statement, d.declared_on) for d in declared if d]


def _original_facts(adapted: AdaptedFrom, library: Library, wording: Wording) -> list[Fact]:
    where = wording.say("address-not-known") if NOT_KNOWN in (adapted.url, adapted.date) else adapted.date
    facts = [Fact(wording.say("adapted-from"), f"“{adapted.title}”, {adapted.publisher} ({where})")]
    for label, person_id in (("original-author", adapted.author), ("original-reviewer", adapted.reviewer)):
        if person_id != NOT_KNOWN:
            facts.append(Fact(wording.say(label), _as_stated(person_id, library, wording)))
    return facts


def _as_stated(person_id: str, library: Library, wording: Wording) -> str:
    record = library.people.get(person_id)
    if record is None:
        return person_id
    person = record.value
    if not person.as_stated_in:
        return person.full_name
    return wording.say("as-stated-in", name=person.full_name, place=person.as_stated_in)


def _names(ids: tuple[str, ...], library: Library) -> str:
    return ", ".join(library.people[i].value.full_name if i in library.people else i for i in ids)
