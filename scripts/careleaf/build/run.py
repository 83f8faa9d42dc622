"""One run over a site, from reading to what goes out. The MkDocs plugin feeds it; flows ask it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from careleaf.build.assembly import assemble_page
from careleaf.build.drawer import Drawer
from careleaf.build.engine_warnings import EngineWarnings
from careleaf.build.once import Once
from careleaf.build.page_files import (
    is_of_topic,
    leave_refused_out,
    leave_registers_out,
    other_addresses,
    read_page_file,
    read_page_files,
    without_unknown_templates,
)
from careleaf.build.remembering import Memory
from careleaf.build.settings import root_folder, site_of
from careleaf.build.signed_away import put_away
from careleaf.build.stand_ins import with_withdrawn
from careleaf.build.store import Store
from careleaf.build.templates import own_templates, template_environment
from careleaf.build.typefaces import named_typefaces
from careleaf.build.workshop import Workshop
from careleaf.channels.page_view import PageView, page_view
from careleaf.model.baseline import Baseline
from careleaf.model.fault import Fault
from careleaf.model.front_matter import FrontMatter
from careleaf.model.handout import HandoutPolicy
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.report import Report
from careleaf.reading.baseline import read_baseline
from careleaf.reading.docs_folder import DocsFolder, look_over
from careleaf.reading.folded_body import Shelf, SmallBody
from careleaf.reading.page_file import PageFile
from careleaf.reading.registers import DATA_FOLDER, Registers, read_registers, relative_path
from careleaf.reading.spelling import known_words
from careleaf.reading.words import read_wording
from careleaf.rules.judgement import judge_library
from careleaf.rules.lookups.page_by_page import Answer
from careleaf.rules.table import rule_weights

_UNFOLDED = 48
"""Bodies in memory at one time; each has about a fifth of a megabyte."""


class Mode(Enum):
    """What a run is for."""

    CHECK = auto()
    """Stop when every page has been judged; nothing is written."""
    BUILD = auto()
    """Write, unless a finding is an error."""
    PREVIEW = auto()
    """Write whatever there is, and show the findings on the pages."""


class Judged(Exception):  # noqa: N818  # no error: it ends a run that has done all it was asked for
    """A run ends before anything is written; carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__("judged")
        self.report = report


@dataclass
class Run:
    """What one run has read, rendered and judged so far."""

    mode: Mode
    today: date
    baseline_file: Path | None = None
    """The file with what was wrong when the site began with careleaf."""
    warnings: EngineWarnings = field(default_factory=EngineWarnings)
    bodies: dict[str, SmallBody] = field(default_factory=dict)
    page_files: dict[str, PageFile] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    """Paths of pages below docs, in the order of the navigation."""
    workshop: Workshop = field(default_factory=lambda: Workshop(Store(None)))
    """Makes handouts and reads what was written."""
    _views: dict[str, PageView] | None = field(default=None, init=False)
    site_views: dict[str, PageView] = field(default_factory=dict)
    """The notices the website shows in the place of pages that are held back."""
    topic: str | None = None
    """The one topic whose pages are read, for a single handout; None for all pages."""

    def begin(self, config: MkDocsConfig) -> None:
        """Read the registers and the words of the site's language."""
        self.root, self.site, self.docs = root_folder(config), site_of(config), Path(config.docs_dir)
        self.site_dir = Path(config.site_dir)
        self.settings = Path(config.config_file_path)
        self.watched = [self.settings, *(Path(path) for path in (config.theme.custom_dir, *config.watch) if path)]
        self.bodies.clear()
        self.drawer = Drawer(self.workshop.store.folder)
        self.once, self.memory, self.shelf = Once(), Memory(self.workshop), Shelf(_UNFOLDED)
        self.known_digests: dict[str, tuple[Page, object, str]] = {}
        registers = read_registers(self.docs, self.root)
        self.registers: Registers = replace(registers, signed_texts=put_away(registers.signed_texts, self.drawer))
        self.typefaces, font_faults = named_typefaces(self.registers.policy, self.docs / DATA_FOLDER / "fonts")
        words = self.docs / DATA_FOLDER / "words.yml"
        self.wording, word_faults = read_wording(self.site.language, words, self.root)
        self.templates: Environment = template_environment(config)
        self.own_templates = own_templates(config)
        self.theme_templates = frozenset(f.name for d in config.theme.dirs for f in Path(d).glob("*.html"))
        scripts = frozenset(str(script) for script in config.extra_javascript)
        self.docs_folder: DocsFolder = look_over(self.docs, self.root, scripts)
        self.faults = [*self.registers.faults, *font_faults, *word_faults, *self.docs_folder.faults]
        self._read_baseline()

    @property
    def is_judged(self) -> bool:
        """Whether there are a library and views to look at."""
        return hasattr(self, "library")

    @property
    def views(self) -> dict[str, PageView]:
        """What stands around each topic page, by page id; a check, which shows none, does without."""
        if self._views is None:
            pages = self.library.topic_pages if self.is_judged else ()
            self._views = {page.id: self._view(page) for page in pages}
        return self._views

    def _read_baseline(self) -> None:
        self.baseline = Baseline()
        if self.baseline_file is not None:
            path = relative_path(self.baseline_file.resolve(), self.root)
            self.baseline, faults = read_baseline(self.baseline_file, path)
            self.faults.extend(faults)

    def refusal(self) -> Report | None:
        """Return what is wrong with the docs folder when MkDocs must not even walk through it."""
        if self.docs_folder.is_walkable:
            return None
        published = Record("published", Published(), self.registers.published.location, {})
        library = Library(
            self.site,
            self.today,
            self.registers.policy,
            published,
            faults=tuple(self.faults),
            register_suppressions=self.registers.suppressions,
            rule_weights=rule_weights(self.registers.policy.value),
        )
        return self._report(library)

    def take_files(self, files: Files) -> None:
        """Read every page before MkDocs does."""
        leave_registers_out(files)
        leave_refused_out(files, self.docs_folder.refused)
        pages, faults = read_page_files(files, self.root, self.topic)
        pages = with_withdrawn(pages, files, self.registers.published.value)
        self.page_files, template_faults = without_unknown_templates(pages, self.theme_templates)
        self.faults.extend([*faults, *template_faults])
        self.addresses = frozenset(other_addresses(files))
        self.pictures = {str(f.url): Path(f.abs_src_path) for f in files.media_files() if f.abs_src_path}
        self.files: Mapping[str, File] = {file.src_uri: file for file in files.documentation_pages()}

    def read_again(self, src_uris: list[str]) -> bool:
        """Read pages that were saved; return False, and take nothing in, where more than their own words changed."""
        fresh = {uri: read_page_file(self.files[uri], self.root) for uri in src_uris}
        if any(_stands_elsewhere(self.page_files[uri]) != _stands_elsewhere(page) for uri, (page, _) in fresh.items()):
            return False
        paths = {page.front.location.path for page, _ in fresh.values()}
        kept = [fault for fault in self.faults if fault.finding.location.path not in paths]
        self.faults = [*kept, *(fault for _, faults in fresh.values() for fault in faults)]
        self.page_files |= {uri: page for uri, (page, _) in fresh.items()}
        return True

    def judge(self) -> Report:
        """Assemble the library from the rendered bodies, and ask it every question."""
        pages = tuple(self._page(src_uri) for src_uri in self._ordered())
        self.faults.extend(self.warnings.faults(self.site.settings_path))
        library = Library(
            site=self.site,
            today=self.today,
            policy=self.registers.policy,
            published=self.registers.published,
            pages=pages,
            sources=self.registers.sources,
            people=self.registers.people,
            clinics=self.registers.clinics,
            typefaces=self.typefaces,
            glossary=self.registers.glossary,
            reviews=self.registers.reviews,
            signed_texts=self.registers.signed_texts,
            signature_checks=self.registers.signature_checks,
            files=self.addresses | _made_addresses(pages, self.registers.policy.value.handouts),
            faults=tuple(self.faults),
            answers=self.registers.answers,
            knows_word=known_words(self.site.language, self.registers.glossary),
            register_suppressions=self.registers.suppressions,
            rule_weights=rule_weights(self.registers.policy.value),
            baseline=self.baseline,
            known_digests=self.known_digests,
        )
        judgements = self.memory.judgements(library)
        if self.mode is Mode.BUILD:
            pages = self._without_text(pages)
        for page, one in zip(pages, judgements, strict=True):
            self.known_digests[page.id] = page, library.sources, one.digest
        faults = (*library.faults, *(fault for one in judgements for fault in one.faults))
        self.library = replace(library, pages=pages, faults=faults)
        self._views = None
        self.report = self._report(self.library, [found for one in judgements for found in one.answer])
        return self.report

    def _without_text(self, pages: tuple[Page, ...]) -> tuple[Page, ...]:
        """Let go of what authors wrote, as every rule that reads it has been asked; no page is judged again."""
        self.page_files.clear()
        self.once, self.memory = Once(), Memory(self.workshop)
        return tuple(replace(page, text="") for page in pages)

    def _report(self, library: Library, about_pages: Answer | None = None) -> Report:
        judgement = judge_library(library, about_pages)
        return Report(
            judgement.findings,
            len(library.pages),
            len(library.sources),
            judgement.suppressed,
            judgement.in_baseline,
            rule_pages=library.policy.value.rule_pages,
        )

    def _ordered(self) -> list[str]:
        bodies = [src_uri for src_uri in self.bodies if is_of_topic(self.files[src_uri], self.topic)]
        known = set(bodies)
        in_navigation = [src_uri for src_uri in self.order if src_uri in known]
        return list(dict.fromkeys([*in_navigation, *sorted(bodies)]))

    def _page(self, src_uri: str) -> Page:
        file, page_file, body = self.files[src_uri], self.page_files[src_uri], self.bodies[src_uri]

        def make() -> Page:
            return assemble_page(file, page_file, body, self.pictures, self.shelf)

        return self.once.of(("page", src_uri), (page_file, body), make)

    def _view(self, page: Page) -> PageView:
        return self.once.of(("view", page.id), (page,), lambda: page_view(page, self.library, self.wording))


def _stands_elsewhere(page_file: PageFile) -> FrontMatter:
    """Return what other pages may show of a page, and what the engine decides by."""
    return page_file.front.value


def _made_addresses(pages: tuple[Page, ...], policy: HandoutPolicy) -> frozenset[str]:
    """Return the addresses of what the build makes from topic pages: authors may link to them."""
    topic_pages = [page for page in pages if page.is_topic_page]
    names = {page.id for page in topic_pages} | {page.topic for page in topic_pages if page.topic}
    handouts = {path for name in names for path in policy.paths(name).values()}
    sections = {page.section_embed_url(one) for page in topic_pages for one in page.front.value.standalone}
    return frozenset(handouts | sections | {page.embed_url for page in topic_pages})
