"""How each criterion stands, read from pages, registers and findings; nothing is taken on trust."""

from collections.abc import Sequence

from careleaf.model.audit.criterion import Evidence, Judged, Proof, shown_if
from careleaf.model.page import Page
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName


def authors(evidence: Evidence) -> Judged:
    """Tell whether each page names who wrote it, and each of them is in the register."""
    people = evidence.library.people
    unnamed = [p.id for p in evidence.pages if not p.front.value.authors or set(p.front.value.authors) - set(people)]
    return shown_if(
        not unnamed,
        "Every page names its authors, who are in people/.",
        f"No author is on record for {_list(unnamed)}.",
    )


def sources(evidence: Evidence) -> Judged:
    """Tell whether every claim that needs a source has one, and the figures agree with the recorded evidence."""
    wrong = _errors(evidence, "CLM", "SRC")
    many = len(_cited(evidence.pages))
    if wrong or not many:
        return Judged(Proof.MISSING, f"{wrong} errors about claims and sources stand in findings.json.")
    return Judged(
        Proof.SHOWN,
        f"{many} sources are cited. Each sentence with a figure, an attribution or a quotation has one, and its "
        "figures agree with the evidence recorded in sources/. Whether each claim follows is what reviewers sign.",
    )


def conflicts(evidence: Evidence) -> Judged:
    """Tell whether everybody behind the pages declared their interests."""
    silent = [key for key in people_behind(evidence) if not evidence.library.people[key].value.conflict_of_interest]
    return shown_if(
        not silent, "Everybody behind the pages declared theirs: people/.", f"Nothing from {_list(silent)}."
    )


def dates(evidence: Evidence) -> Judged:
    """Tell whether every page says when it was written and when it falls due, and none is late."""
    states = {page.id: page_state(page, evidence.library) for page in evidence.pages}
    undated = [p.id for p in evidence.pages if not p.front.value.written_on or not states[p.id].due_on]
    late = [page_id for page_id, state in states.items() if state.name is StateName.OVERDUE]
    if late:
        return Judged(Proof.MISSING, f"{_list(late)} should have been looked at again by now.")
    return shown_if(not undated, "Every page prints both dates, and none is late.", f"No dates: {_list(undated)}.")


def reviewed(evidence: Evidence) -> Judged:
    """Tell whether a clinician signed the wording of every page as it stands."""
    states = {page.id: page_state(page, evidence.library).name for page in evidence.pages}
    other = [f"{page_id} ({state})" for page_id, state in states.items() if state is not StateName.REVIEWED]
    if other:
        return Judged(Proof.MISSING, f"Not signed as it stands: {_list(other)}.")
    return Judged(Proof.ATTESTED, "A clinician signed exactly these words: records/ and texts/.")


def credentials(evidence: Evidence) -> Judged:
    """Tell whether somebody looked up the credentials of those who signed."""
    signers = {record.reviewer for page in evidence.pages for record in page_state(page, evidence.library).reviews}
    people = evidence.library.people
    unproved = sorted(key for key in signers if key not in people or not people[key].value.credentials_verified)
    if not signers:
        return Judged(Proof.MISSING, "Nobody has signed a page yet.")
    if unproved:
        return Judged(Proof.MISSING, f"Nobody looked up the credentials of {_list(unproved)}.")
    return Judged(Proof.ATTESTED, "Who looked them up, where and when stands in people/.")


def publisher(evidence: Evidence) -> Judged:
    """Tell whether the publisher is named."""
    name = evidence.library.policy.value.publisher
    return shown_if(bool(name), f"{name} is named on every page.", "Set `publisher` in policy.yml.")


def feedback(evidence: Evidence) -> Judged:
    """Tell whether readers can report an error."""
    policy = evidence.library.policy.value
    way = policy.contact or policy.report_error_page
    return shown_if(bool(way), f"Every page leads to {way}.", "Set `contact` or `report_error_page` in policy.yml.")


def licence(evidence: Evidence) -> Judged:
    """Tell whether every page says under which licence it stands."""
    without = [page.id for page in evidence.pages if not page.front.value.licence]
    return shown_if(not without, "Every page states its licence.", f"No licence is stated on {_list(without)}.")


def plain_words(evidence: Evidence) -> Judged:
    """Tell whether the language checks of the site found nothing."""
    hard = sum(f.rule.code.startswith("LAN") for page in evidence.pages for f in evidence.report.of_page(page.path))
    return shown_if(
        not hard,
        "Reading grade, sentence length and undefined terms are within policy.",
        f"{hard} warnings on language.",
    )


def accessible(evidence: Evidence) -> Judged:
    """Tell whether the checks on alternative texts, headings and links found nothing."""
    wrong = _errors(evidence, "A11", "LNK")
    return shown_if(
        not wrong,
        "Alternative texts, heading order and links are in order. Programs find only part of what WCAG 2.2 asks.",
        f"{wrong} errors stand in findings.json.",
    )


def help_offered(evidence: Evidence) -> Judged:
    """Tell whether the topic says when to get which help."""
    has_card = any("care-card" in placed.element.classes for page in evidence.pages for placed in page.body.elements)
    return shown_if(has_card, "Care cards say when to get which help.", "No page has a care card.")


def unknowns(evidence: Evidence) -> Judged:
    """Tell whether the topic says what is not known."""
    blocks = (p.element.attributes.get("data-block") for page in evidence.pages for p in page.body.placed("section"))
    return shown_if(
        "not-known" in blocks, "Blocks say what nobody knows yet.", "No block `not-known` stands in the topic."
    )


def versions(evidence: Evidence) -> Judged:
    """Tell whether every page has been released under a digest."""
    released = evidence.library.published.value.pages
    missing = [page.id for page in evidence.pages if page.url not in released or not released[page.url].versions]
    return shown_if(
        not missing, "Each released wording has a digest: versions.json.", f"Never released: {_list(missing)}."
    )


def people_behind(evidence: Evidence) -> tuple[str, ...]:
    """Return the ids of everybody who wrote, edited or signed a page and is in the register."""
    keys: dict[str, None] = {}
    for page in evidence.pages:
        register = evidence.library.reviews.get(page.id)
        signers = [record.reviewer for record in register.value.records] if register else []
        keys |= dict.fromkeys([*page.front.value.authors, *signers])
    return tuple(key for key in keys if key in evidence.library.people)


def _errors(evidence: Evidence, *families: str) -> int:
    paths = {page.path for page in evidence.pages} | {_source_path(evidence, key) for key in _cited(evidence.pages)}
    return sum(f.rule.code[:3] in families and f.finding.location.path in paths for f in evidence.report.errors)


def _cited(pages: Sequence[Page]) -> set[str]:
    return {key for page in pages for key in page.body.cited_sources}


def _source_path(evidence: Evidence, key: str) -> str:
    record = evidence.library.sources.get(key)
    return record.location.path if record else ""


def _list(names: list[str]) -> str:
    return ", ".join(names)
