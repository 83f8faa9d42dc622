"""Structured data for search engines: schema.org MedicalWebPage as JSON-LD.

``lastReviewed`` and ``reviewedBy`` (https://schema.org/reviewedBy) are about this wording: they stand there only
when a clinician signed it.
"""

import json

from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.channels.way import pages_above
from careleaf.model.code_system import CODE_SYSTEMS, published_codes
from careleaf.model.library import Library
from careleaf.model.page_type import PageType
from careleaf.model.person import Person
from careleaf.model.state_name import StateName

_LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def structured_data(view: PageView, library: Library) -> str:
    """Return a page's JSON-LD, safe inside a script element."""
    text = json.dumps(medical_web_page(view, library), ensure_ascii=False, indent=1, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def medical_web_page(view: PageView, library: Library) -> dict[str, object]:
    """Return a page as a schema.org MedicalWebPage; keys without a value are left out."""
    front = view.page.front.value
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": front.title,
        "description": front.description,
        "inLanguage": library.site.language,
        "url": view.public_url,
        "datePublished": front.written_on.isoformat() if front.written_on else "",
        "dateModified": front.last_changed_on.isoformat() if front.last_changed_on else "",
        "author": [_agent(library.people[i].value) for i in front.authors if i in library.people],
        "publisher": _organisation(library.policy.value.publisher or library.site.name),
        "about": _condition(view, library),
        "audience": {"@type": "PeopleAudience", "name": front.audience} if front.audience else "",
        "isBasedOn": _original(view),
        "citation": [_citation(source) for source in view.sources],
        "creativeWorkStatus": view.review.heading,
        "usageInfo": {"@type": "CreativeWork", "text": view.review.general_information},
        "license": _LICENCES.get(front.licence, ""),
        "isAccessibleForFree": True,
        "medicalAudience": "https://schema.org/Patient",
        "breadcrumb": _breadcrumb(view, library),
        **_review(view, library),
    }
    return {key: value for key, value in data.items() if value}


def _review(view: PageView, library: Library) -> dict[str, object]:
    review = view.state.review
    if view.state.name is not StateName.REVIEWED or review is None:
        return {}
    people = [library.people[r.reviewer].value for r in view.state.reviews if r.reviewer in library.people]
    agents = [_agent(person) for person in people]
    return {"lastReviewed": review.reviewed_on.isoformat(), "reviewedBy": agents[0] if len(agents) == 1 else agents}


def _agent(person: Person) -> dict[str, object]:
    if person.organisation:
        return _organisation(person.name)
    identifier = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    data = {"@type": "Person", "name": person.name, "honorificSuffix": person.credentials, "sameAs": identifier}
    return {key: value for key, value in data.items() if value}


def _organisation(name: str) -> dict[str, object]:
    return {"@type": "Organization", "name": name}


def _condition(view: PageView, library: Library) -> dict[str, object]:
    """Return what the topic is about, with the codes its first page carries."""
    pages = library.topics.get(view.page.topic, ())
    first = next((page for page in pages if page.is_topic_index), view.page)
    is_condition = any(page.front.value.type is PageType.CONDITION for page in pages)
    published = published_codes(first.front.value.codes, with_snomed=library.policy.value.publish_snomed_ct)
    codes = [
        {"@type": "MedicalCode", "codingSystem": CODE_SYSTEMS[system].title, "codeValue": code}
        for system, values in published.items()
        for code in values
    ]
    data = {"@type": "MedicalCondition" if is_condition else "MedicalEntity", "name": first.front.value.title}
    return {**data, "code": codes} if codes else dict(data)


def _breadcrumb(view: PageView, library: Library) -> dict[str, object]:
    """Return the way to the page; its addresses have to be full ones (https://schema.org/BreadcrumbList)."""
    if not library.site.url:
        return {}
    way = [*pages_above(view.page, library), view.page]
    items = [
        {"@type": "ListItem", "position": n, "name": page.front.value.title, "item": library.site.url + page.url}
        for n, page in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _original(view: PageView) -> dict[str, object]:
    adapted = view.page.front.value.adapted_from
    if adapted is None:
        return {}
    return {"@type": "Article", "name": adapted.title, "publisher": _organisation(adapted.publisher)}


def _citation(source: SourceView) -> dict[str, object]:
    data = {"@type": "CreativeWork", "name": source.line, "url": source.address}
    return {key: value for key, value in data.items() if value}
