"""The verifier of handouts: each is read back as a screen reader reads it.

None of its pages' words may be missing or misplaced. What a handout says besides (state, sources, addresses, the
clinic) stands around and between them; a word that neither the pages nor their records hold is a fault as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import msgspec

from careleaf.build.handouts import Planned, handout_paths, planned_handouts
from careleaf.build.known_by import known_by_site
from careleaf.build.run import Run
from careleaf.build.workshop import Order, Task
from careleaf.channels.handout import around
from careleaf.channels.handout.addresses import Addresses
from careleaf.channels.handout.document import Contents
from careleaf.channels.handout.elements.tabs import in_paper_order
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.page_view import PageView
from careleaf.model.body import WORD, Body
from careleaf.model.clinic import Clinic
from careleaf.model.generated_part import LABELS
from careleaf.model.printed_version import printed_version
from careleaf.reading.body import tree_words
from careleaf.reading.tagged_pdf import written_text

_NEAR = 6
"""How many words are told of those a handout lacks."""
_NUMBER_DIGITS = 4
_WORDS = (*around.WORDS, *around.NOTES, *around.QUESTIONS, "review-heading", "review-heading-topic", "page-of")
"""Keys of the interface words a handout prints."""


@dataclass(frozen=True, slots=True)
class ExpectedWords:
    """What a handout has to say."""

    in_order: tuple[str, ...]
    """The words of its pages."""
    known: frozenset[str]
    """Every word it may hold."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A handout, and what it is held against."""

    path: str
    pdf: bytes
    expected: ExpectedWords


def verify_handouts(site_dir: Path, run: Run) -> Iterator[str]:
    """Yield, in sentences, what is wrong with the handouts of a site.

    Each is read from the disk. The same bytes are not held again against what is known to be the same words.
    """
    number = sum(1 for _ in handout_paths(run))
    for faults in run.workshop.each(_HOLD, _orders(site_dir, run), number):
        yield from _FAULTS.decode(faults)


def _orders(site_dir: Path, run: Run) -> Iterator[Order]:
    library = run.library
    site = known_by_site(Makeup(clinic=library.clinic()), run)
    for planned in planned_handouts(run):
        for path in library.policy.value.handouts.paths(planned.name).values():
            pdf = _content(site_dir / path)
            known_by = b"".join((site, planned.known_by, sha256(pdf).digest(), path.encode()))
            yield Order(known_by, partial(_written, path, pdf, planned, run))


def _written(path: str, pdf: bytes, planned: Planned, run: Run) -> bytes:
    expected = expected_words(planned.contents(), run.library.clinic(), run)
    return _ENCODER.encode(_Held(path, pdf, expected))


def _held(content: bytes) -> bytes:
    it = _HELD.decode(content)
    return _ENCODER.encode(list(handout_faults(it.path, written_text(it.pdf), it.expected)))


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_HELD = msgspec.msgpack.Decoder(_Held)
_FAULTS = msgspec.msgpack.Decoder(list[str])
_HOLD = Task("read-handout", _held)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def expected_words(contents: Contents, clinic: Clinic | None, run: Run) -> ExpectedWords:
    """Return the words a handout has to say in this order, and all it may say."""
    words = tuple(word for view in contents.views for word in words_on_paper(view.page.body))
    lines = (*_printed_around(contents, run), *_printed_of(clinic))
    return ExpectedWords(words, frozenset({*words, *(word for line in lines for word in WORD.findall(line))}))


def words_on_paper(body: Body) -> tuple[str, ...]:
    """Return a body's words in the order of paper, where a tab's label stands above its part."""
    tree = in_paper_order(body.tree)
    return body.words if tree == body.tree else tree_words(tree)


def handout_faults(path: str, text: str, expected: ExpectedWords) -> Iterator[str]:
    """Yield, in sentences, which words the tagged text of a handout lacks and which it should not have."""
    words, known = expected.in_order, expected.known
    if not text:
        yield f"{path} was not written."
        return
    given = WORD.findall(text)
    missing = _first_missing(words, given)
    if missing is not None:
        yield f"{path} lacks `{' '.join(words[missing : missing + _NEAR])}`, or shows it out of order."
    strange = [word for word in dict.fromkeys(given) if word not in known and not _is_small_number(word)]
    if strange:
        yield f"{path} shows `{' '.join(strange[:_NEAR])}`, which stands in no part of the page."


def _first_missing(words: tuple[str, ...], given: list[str]) -> int | None:
    rest = iter(given)
    return next((index for index, word in enumerate(words) if word not in rest), None)


def _is_small_number(word: str) -> bool:
    """Tell whether a word can be the number of a source, a list item or a sheet."""
    return word.isdigit() and len(word) < _NUMBER_DIGITS


def _printed_around(contents: Contents, run: Run) -> Iterator[str]:
    """Yield everything a handout may say beside the words of its pages: the named list of its extra words."""
    views = [*contents.views, *([contents.help] if contents.help else [])]
    policy = run.library.policy.value
    yield from (contents.title, run.site.name, policy.publisher)
    yield from (run.wording.texts[key] for key in _WORDS)
    yield around.use_by(views, run.wording)
    for view in views:
        yield from _said_of(view, run)
    if contents.help:
        version = printed_version(contents.help.state.digest)
        yield from tree_words(contents.help.page.body.tree)
        yield run.wording.say("help-from", title=contents.help.title, version=version)
    yield from _link_marks(views, run.site.url)


def _printed_of(clinic: Clinic | None) -> tuple[str, ...]:
    return (clinic.name, clinic.phone, clinic.hours, clinic.address, clinic.website) if clinic else ()


def _said_of(view: PageView, run: Run) -> Iterator[str]:
    """Yield what is printed about one page."""
    review, tree = view.review, view.page.body.tree
    yield from (view.title, view.main_message, view.action, around.byline(view, run.wording))
    yield from (review.heading, review.meaning, review.short, review.general_information)
    yield from (printed_version(view.state.digest), around.use_by([view], run.wording), run.site.url, "v")
    yield from (part for fact in review.facts for part in (fact.label, fact.text))
    yield from (part for s in view.sources for part in (s.line, s.address, s.archived, s.checked))
    yield from (element.attributes.get("alt", "") for element in tree.walk() if element.tag == "img")
    yield from (element.attributes.get("title", "") for element in tree.walk() if element.tag == "abbr")
    yield from (element.text for element in tree.walk() if element.classes & LABELS or element.tag == "svg")


def _link_marks(views: list[PageView], site: str) -> Iterator[str]:
    """Yield the addresses that links lead to, and as many letters as there can be beside them."""
    addresses = Addresses()
    for view in views:
        for element in view.page.body.tree.walk():
            if element.tag == "a" and (href := element.attributes.get("href")):
                yield addresses.mark(urljoin(site + view.page.url, href))
                yield urljoin(site + view.page.url, href)
