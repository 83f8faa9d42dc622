"""What is wrong with one page, looked at by itself, as a task: bytes to bytes, on any processor."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import msgspec

from careleaf.build.assembly import channel_faults
from careleaf.build.workshop import Task
from careleaf.model.body import Body
from careleaf.model.canonical import page_digest
from careleaf.model.fault import Fault
from careleaf.model.finding import Finding, Location
from careleaf.model.glossary import Glossary
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.source import Source
from careleaf.model.typeface import Typeface
from careleaf.reading.folded_body import parts
from careleaf.reading.stored_body import restored
from careleaf.rules.judgement import judge_page


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the rules see of a site beside the page and its sources."""

    site: Site
    policy: Record[Policy]
    glossary: Glossary
    typefaces: tuple[Typeface, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """A page, and all that the rules see when they look at it."""

    shared: bytes
    page: Page
    """Without its body."""
    html: str
    body: bytes
    images: Mapping[str, str]
    sources: Mapping[str, Record[Source]]


@dataclass(frozen=True, slots=True)
class PageJudgement:
    """What was found."""

    answer: tuple[tuple[str, Finding], ...]
    """Findings of rules, each with its rule's code."""
    faults: tuple[Fault, ...]
    """What a channel could not show."""
    digest: str
    """What its wording is signed by; empty for a page that nobody signs."""


def shared_by_pages(library: Library) -> bytes:
    """Return what all cases of a site share."""
    return msgspec.msgpack.encode(_Shared(library.site, library.policy, library.glossary, library.typefaces))


def case(part: Library, shared: bytes) -> bytes:
    """Return the input of the task: one page's part of a library."""
    (page,) = part.pages
    body = page.body
    bare = replace(page, body=Body())
    return msgspec.msgpack.encode(_Case(shared, bare, *parts(body), body.images, part.sources))


def decoded(content: bytes) -> PageJudgement:
    """Return the task's result. Raises msgspec.MsgspecError for anything else."""
    return _JUDGEMENT.decode(content)


def _judge(content: bytes) -> bytes:
    it = _CASE.decode(content)
    shared = _shared(it.shared)
    body = replace(restored(it.body, it.html, it.page.path), images=it.images)
    page = replace(it.page, body=body)
    nothing = Record("published", Published(), Location(""), {})
    part = Library(
        shared.site, date.min, shared.policy, nothing, pages=(page,), sources=it.sources, glossary=shared.glossary
    )
    faults = channel_faults(page, shared.typefaces) if page.is_topic_page else []
    digest = page_digest(page, part) if page.is_topic_page else ""
    return msgspec.msgpack.encode(PageJudgement(tuple(judge_page(part)), tuple(faults), digest))


@lru_cache(maxsize=1)
def _shared(content: bytes) -> _Shared:
    return msgspec.msgpack.decode(content, type=_Shared)


_CASE = msgspec.msgpack.Decoder(_Case)
_JUDGEMENT = msgspec.msgpack.Decoder(PageJudgement)
JUDGE_PAGE = Task("judge-page", _judge)
