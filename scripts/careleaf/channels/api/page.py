"""A page as data: its words whole and by section, its sources with their evidence, and its review."""

from careleaf.channels.api.sections import page_sections
from careleaf.channels.api.summary import reviewed_on, summary
from careleaf.channels.embed_body import embed_body
from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.channels.structured_data import medical_web_page
from careleaf.model.api.document import VERSION, as_json
from careleaf.model.api.page import (
    EvidenceDocument,
    HistoryEntry,
    LabelledFact,
    PageDocument,
    ReviewDocument,
    SignedReview,
    Signer,
    SourceDocument,
)
from careleaf.model.library import Library
from careleaf.model.person import Person
from careleaf.model.review import ReviewRecord


def page_json(view: PageView, library: Library) -> str:
    """Return ``api/v1/pages/<page id>.json``; `view` is the page as embeds may show it, or its notice."""
    page = view.page
    document = summary(
        PageDocument,
        view,
        library,
        version=VERSION,
        language=library.site.language,
        main_message=view.main_message,
        action=view.action,
        general_information=view.review.general_information,
        review=_review(view, library),
        history=tuple(HistoryEntry(event.day, event.text) for event in view.review.history if event.day),
        text="\n".join(block.text for block in page.body.blocks if block.text),
        html=embed_body(page, library.site),
        sections=page_sections(view, library),
        sources=tuple(map(_source, view.sources)),
        structured_data=medical_web_page(view, library),
    )
    return as_json(document)


def _review(view: PageView, library: Library) -> ReviewDocument:
    facts = tuple(LabelledFact(fact.label, fact.text, fact.day) for fact in view.review.facts)
    return ReviewDocument(view.review.heading, view.review.meaning, facts, _signed(view, library))


def _signed(view: PageView, library: Library) -> SignedReview | None:
    """Return the review of the words that stand there; nobody is named beside words they did not see."""
    review = view.state.review
    if review is None or reviewed_on(view.state) is None:
        return None
    due_on = min(record.next_review_on for record in view.state.reviews)
    signers = tuple(_signer(record, library) for record in view.state.reviews)
    return SignedReview(review.digest, review.reviewed_on, due_on, signers)


def _signer(record: ReviewRecord, library: Library) -> Signer:
    known = library.people.get(record.reviewer)
    person = known.value if known else Person(record.reviewer, ())
    return Signer(person.name, person.credentials, record.role, person.orcid, record.reviewed_on)


def _source(source: SourceView) -> SourceDocument:
    return SourceDocument(
        number=source.number,
        key=source.key,
        kind=source.kind,
        line=source.line,
        address=source.address or None,
        archived=source.archived or None,
        checked=source.checked,
        evidence=tuple(EvidenceDocument(one.id, one.says, one.study, one.read_in) for one in source.evidence),
    )
