"""Everything a build knows: all that a rule may see."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from careleaf.model.acknowledged import silent_marks
from careleaf.model.baseline import Baseline
from careleaf.model.citation import Citation
from careleaf.model.clinic import Clinic
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Severity
from careleaf.model.glossary import Glossary
from careleaf.model.page import Page
from careleaf.model.person import Person
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.registry import Registry
from careleaf.model.review import ReviewRegister
from careleaf.model.rule_weight import RuleWeight
from careleaf.model.signed_text import SignedText
from careleaf.model.signing_key import SignatureCheck
from careleaf.model.source import Evidence, Source
from careleaf.model.source_check import Answer, AnswerRegister, NoticeKind
from careleaf.model.suppression import Suppression
from careleaf.model.typeface import Typeface

_FROM_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ji ks nqo ps sd syr ug ur yi".split())
"""Languages written from right to left, most of the time (https://www.w3.org/International/questions/qa-scripts)."""


def runs_from_right(language: str) -> bool:
    """Tell whether a language, by its tag (BCP 47), is written from right to left."""
    return re.split("[-_]", language.lower())[0] in _FROM_RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class Site:
    """The settings a channel needs, from mkdocs.yml."""

    name: str
    url: str = ""
    """The public address with a slash at the end; empty when it is not set or an example."""
    language: str = "en"
    settings_path: str = "mkdocs.yml"
    markdown_extensions: tuple[str, ...] = ()
    """Names of the Markdown extensions in use."""

    @property
    def direction(self) -> str:
        """`rtl` for a language whose script runs from right to left, else `ltr`: the value of HTML's `dir`."""
        return "rtl" if runs_from_right(self.language) else "ltr"


@dataclass(frozen=True)
class Library:
    """All pages and registers, and the day they are looked at."""

    site: Site
    today: date
    policy: Record[Policy]
    published: Record[Published]
    pages: tuple[Page, ...] = ()
    """In the order of the navigation."""
    sources: Mapping[str, Record[Source]] = field(default_factory=dict)
    people: Mapping[str, Record[Person]] = field(default_factory=dict)
    clinics: Mapping[str, Record[Clinic]] = field(default_factory=dict)
    """Clinics that hand out leaflets, by id."""
    reviews: Mapping[str, Record[ReviewRegister]] = field(default_factory=dict)
    """By page id."""
    typefaces: tuple[Typeface, ...] = ()
    """Those of the publisher's own, for handouts."""
    glossary: Glossary = field(default_factory=Glossary)
    files: frozenset[str] = frozenset()
    """Addresses of everything else that is published: images, style sheets, generated files."""
    faults: tuple[Fault, ...] = ()
    answers: AnswerRegister = field(default_factory=AnswerRegister)
    """What registries said about the sources, from sources.lock."""
    signed_texts: Mapping[str, Mapping[str, SignedText]] = field(default_factory=dict)
    """The texts that were signed, by page id and digest."""
    signature_checks: Mapping[tuple[str, int], SignatureCheck] = field(default_factory=dict)
    """What was found about the signature of a record, by page id and its number in the file, from 0."""
    register_suppressions: tuple[Suppression, ...] = ()
    """Those in YAML records; pages carry their own."""
    knows_word: Callable[[str], bool] = field(default=lambda word: False, compare=False)
    """Whether a dictionary of the site's language, or its glossary, holds a word in small letters."""
    rule_weights: Mapping[str, RuleWeight] = field(default_factory=dict)
    """By code: what suppressions are held against."""
    baseline: Baseline = field(default_factory=Baseline)
    """What was wrong when the site began with careleaf; empty when none was named."""

    known_digests: dict[str, tuple[Page, object, str]] = field(default_factory=dict, compare=False, repr=False)
    """By page id: a page, the sources it cites from, and the digest of both; a walk through the body is not short."""

    @cached_property
    def topic_pages(self) -> tuple[Page, ...]:
        """Pages that are reviewed, printed and embedded."""
        return tuple(page for page in self.pages if page.is_topic_page)

    @cached_property
    def pages_by_id(self) -> Mapping[str, Page]:
        """All pages by their id."""
        return {page.id: page for page in self.pages}

    @cached_property
    def topics(self) -> Mapping[str, tuple[Page, ...]]:
        """Topic pages by topic, in reading order."""
        topics: dict[str, list[Page]] = {}
        for page in self.topic_pages:
            topics.setdefault(page.topic, []).append(page)
        return {topic: tuple(pages) for topic, pages in topics.items()}

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """All suppressions, in pages and registers."""
        return (*(s for page in self.pages for s in page.suppressions), *self.register_suppressions)

    @cached_property
    def registry_answers(self) -> tuple[tuple[Record[Source], Registry, Answer], ...]:
        """Every answer that is about a source as it is recorded now."""
        return tuple(
            (record, registry, answer)
            for key, record in self.sources.items()
            for registry, answer in self.answers.about(key, record.value).items()
        )

    @cached_property
    def _retracted(self) -> frozenset[str]:
        """Keys of sources that were taken back, by their record or by a registry's answer."""
        told = {record.id for record, _, answer in self.registry_answers if answer.notices_of(NoticeKind.RETRACTION)}
        return frozenset(told | {key for key, record in self.sources.items() if record.value.status.is_taken_back})

    def is_usable(self, suppression: Suppression) -> bool:
        """Tell whether a suppression is complete, names a rule that may be suppressed, and ends soon enough."""
        weight = self.rule_weights.get(suppression.code)
        is_far_off = suppression.is_far_off(self.today, self.policy.value.suppressions_last_at_most_days)
        return suppression.is_complete and weight is not None and not weight.is_binding and not is_far_off

    def has_lapsed(self, suppression: Suppression) -> bool:
        """Tell whether an error was allowed up to a day that has passed."""
        if not self.is_usable(suppression) or not suppression.is_over(self.today):
            return False
        return self.rule_weights[suppression.code].severity is Severity.ERROR

    def clinic(self) -> Clinic | None:
        """Return the clinic that policy names for the handouts."""
        record = self.clinics.get(self.policy.value.handouts.clinic)
        return record.value if record else None

    def is_withdrawn(self, page: Page) -> bool:
        """Tell whether a notice stands in a page's place for good: what it said counts for nothing any more."""
        entry = self.published.value.pages.get(page.url)
        return entry is not None and entry.is_withdrawn

    def faults_of(self, kind: FaultKind) -> Iterator[Fault]:
        """Yield what reading stumbled over, of one kind."""
        return (fault for fault in self.faults if fault.kind is kind)

    def is_taken_back(self, key: str) -> bool:
        """Tell whether a source was taken back, by its record or by a registry's answer."""
        return key in self._retracted

    def taken_back(self, page: Page) -> tuple[str, ...]:
        """Return the sources a page rests on although they were taken back, and without saying so."""
        cited = (key for key in page.body.cited_sources if self.is_taken_back(key))
        return tuple(key for key in cited if not self._is_acknowledged(page, key))

    def _is_acknowledged(self, page: Page, key: str) -> bool:
        says_why = self.sources[key].value.retraction_acknowledged.strip()
        return bool(says_why) and not any(silent_marks(page, key))

    def evidence_for(self, citation: Citation) -> Mapping[str, Evidence]:
        """Return the evidence a citation points at, by id; empty when source or evidence is unknown."""
        record = self.sources.get(citation.source)
        if record is None:
            return {}
        evidence = record.value.evidence
        if not citation.evidence:
            return evidence
        found = evidence.get(citation.evidence)
        return {citation.evidence: found} if found else {}
