"""Look-up by diagnosis: one file a code, with the pages that answer it, and those that are held back.

A code is answered by the pages that have it, and by pages of narrower codes. The second are marked: they may be
about another illness than the patient's, so a program offers them and never opens one by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from careleaf.channels.api.summary import reviewed_on, state_in_words
from careleaf.channels.page_view import PageView
from careleaf.model.api.codes import (
    CODES,
    SYSTEMS,
    CodeDocument,
    CodedPage,
    HeldBackCode,
    HeldBackPage,
    IndexedCode,
    Match,
    SystemDocument,
    SystemIndexDocument,
    SystemsDocument,
)
from careleaf.model.api.document import VERSION, as_json
from careleaf.model.code_system import CODE_SYSTEMS, CodeSystem, published_codes
from careleaf.model.library import Library
from careleaf.model.policy import DEFAULT_PUBLISH, Channel
from careleaf.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Coding:
    """One code that a page has."""

    system: CodeSystem
    code: str
    view: PageView
    held_back: str
    """Why the page does not answer it, in a sentence; empty when it does."""
    handout: str


def code_path(system: str, code: str) -> str:
    """Return where the answer to a code lies, relative to the site."""
    return f"{CODES}{system}/{code}.json"


def codings(views: Iterable[PageView], library: Library, wording: Wording) -> tuple[Coding, ...]:
    """Return every code that goes out, with its page, in reading order."""
    with_snomed, handouts = library.policy.value.publish_snomed_ct, library.policy.value.handouts
    return tuple(
        Coding(CODE_SYSTEMS[system], code, view, _held_back(view, library, wording), handouts.path(view.page.id))
        for view in views
        if not library.is_withdrawn(view.page)
        for system, codes in published_codes(view.page.front.value.codes, with_snomed=with_snomed).items()
        for code in codes
    )


def _held_back(view: PageView, library: Library, wording: Wording) -> str:
    """Say why a page does not answer; a page whose words the website does not show answers nothing."""
    policy, state = library.policy.value, view.state.name
    if policy.allows(Channel.CODES, state) and policy.allows(Channel.SITE, state):
        return ""
    allowed = policy.publish.get(Channel.CODES, DEFAULT_PUBLISH[Channel.CODES])
    names = "; ".join(wording.say(f"state-{name}") for name in allowed)
    return wording.say("code-held-back", state=view.review.heading, allowed=names)


def code_files(found: Iterable[Coding]) -> Iterator[tuple[str, str]]:
    """Yield path and content of the file of each code, of each system's list, and of the list of systems."""
    by_system: dict[str, list[Coding]] = {}
    everything = tuple(found)
    for coding in everything:
        by_system.setdefault(coding.system.name, []).append(coding)
    for name in sorted(by_system):
        documents = _documents(by_system[name])
        for code, document in documents.items():
            yield code_path(name, code), as_json(document)
        index = tuple(map(_indexed, documents.values()))
        yield _index(name), as_json(SystemIndexDocument(VERSION, _system(CODE_SYSTEMS[name]), index))
    systems = tuple(_system(CODE_SYSTEMS[name]) for name in sorted(by_system))
    held = tuple(_held(coding) for coding in everything if coding.held_back)
    yield SYSTEMS, as_json(SystemsDocument(VERSION, systems, held))


def _documents(of_system: list[Coding]) -> Mapping[str, CodeDocument]:
    """Return the answer to every code that a page has, and to each broader one."""
    asked: dict[str, list[tuple[Match, Coding]]] = {}
    for coding in of_system:
        asked.setdefault(coding.code, []).append((Match.EXACT, coding))
        for code in coding.system.broader(coding.code):
            asked.setdefault(code, []).append((Match.BROADER, coding))
    return {code: _document(code, asked[code]) for code in sorted(asked)}


def _document(code: str, answers: list[tuple[Match, Coding]]) -> CodeDocument:
    exact_first = sorted(answers, key=lambda answer: answer[0] is not Match.EXACT)
    given = _once_a_page((match, coding) for match, coding in exact_first if not coding.held_back)
    held = _once_a_page((match, coding) for match, coding in exact_first if coding.held_back)
    return CodeDocument(
        version=VERSION,
        system=_system(answers[0][1].system),
        code=code,
        match=given[0][0] if given else None,
        pages=tuple(_page(match, coding) for match, coding in given),
        held_back=tuple(
            HeldBackPage(match, one.code, one.view.page.id, one.view.title, one.view.state.name, one.held_back)
            for match, one in held
        ),
    )


def _once_a_page(answers: Iterable[tuple[Match, Coding]]) -> list[tuple[Match, Coding]]:
    """Return each page's first answer: one with two narrower codes is still one page."""
    first: dict[str, tuple[Match, Coding]] = {}
    for answer in answers:
        first.setdefault(answer[1].view.page.id, answer)
    return list(first.values())


def _page(match: Match, coding: Coding) -> CodedPage:
    view = coding.view
    return CodedPage(
        match=match,
        code=coding.code,
        id=view.page.id,
        title=view.title,
        state=view.state.name,
        state_in_words=state_in_words(view),
        reviewed_on=reviewed_on(view.state),
        due_on=view.state.due_on,
        page=view.page.url,
        embed=view.page.embed_url,
        handout=coding.handout,
        api=view.page.api_path,
    )


def _indexed(document: CodeDocument) -> IndexedCode:
    return IndexedCode(
        document.code,
        document.match,
        tuple(page.id for page in document.pages),
        tuple(page.id for page in document.held_back),
        code_path(document.system.name, document.code),
    )


def _system(system: CodeSystem) -> SystemDocument:
    return SystemDocument(system.name, system.title, system.oid, system.uri, _index(system.name))


def _index(system: str) -> str:
    return f"{CODES}{system}/index.json"


def _held(coding: Coding) -> HeldBackCode:
    view = coding.view
    return HeldBackCode(coding.system.name, coding.code, view.page.id, view.title, view.state.name, coding.held_back)
