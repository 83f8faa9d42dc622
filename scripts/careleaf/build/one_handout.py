"""One handout of a page or topic, for one clinic: what a person at a desk asks for, without building the site.

Only the pages of its topic are read. Its words, sources and reviews are checked as in a build; whether its links lead
anywhere is not, because the other pages are not there.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from careleaf.build.disk import disk_refusals
from careleaf.build.handout_verification import expected_words, handout_faults
from careleaf.build.handouts import clinic_logo, data_of, page_contents, topic_contents
from careleaf.build.judging import run_mkdocs
from careleaf.build.notices import shown
from careleaf.build.page_files import page_id
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings
from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.document import Contents
from careleaf.channels.handout.makeup import Makeup, makeup
from careleaf.model.clinic import Clinic
from careleaf.model.errors import ConfigError, PublishError, RenderError
from careleaf.model.handout import Edition
from careleaf.model.policy import Channel
from careleaf.model.report import Report
from careleaf.reading.records import parse_record
from careleaf.reading.registers import DATA_FOLDER
from careleaf.reading.tagged_pdf import tagged_text
from careleaf.reading.text_file import read_text
from careleaf.rules.lookups.nearest import suggestion


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    name: str
    """A page's id, address or file, or a topic."""
    edition: Edition | None = None
    """None is the first edition that policy names."""
    clinic: str = ""
    """A clinic's id, or a YAML file that describes one; empty is the clinic that policy names."""


@dataclass(frozen=True, slots=True)
class Made:
    """How it ended."""

    report: Report
    pdf: bytes = b""
    """Empty when findings at error keep it from being made."""
    sheets_are_a_notice: bool = False
    """Whether policy holds the words back, so that the handout only says so."""


_OF_EVERY_HANDOUT = frozenset({"unknown-clinic", "unusable-typeface"})


def make_handout(settings: Path, today: date, order: Order) -> Made:
    """Return one handout.

    Raises:
        ConfigError: the settings cannot be used, or there is no such page, topic or clinic.
        RenderError: it cannot be set, or what was set shows other words than its pages.
    """
    with tempfile.TemporaryDirectory(prefix="careleaf-handout-") as folder:
        config = load_settings(settings, Path(folder))
        name, topic = _found(order.name, config)
        run = Run(Mode.CHECK, today, topic=topic)
        with contextlib.suppress(Judged):
            run_mkdocs(config, run)
    if not run.is_judged:
        raise ConfigError(f"{config.docs_dir} cannot be read; `careleaf check` says why.")
    report = _of_these_pages(run)
    if report.errors:
        return Made(report)
    contents = _contents(name, run)
    made_up = _makeup(order, config, run)
    pdf = render_pdf(data_of(contents, made_up, run))
    expected = expected_words(contents, made_up.clinic, run)
    faults = list(handout_faults(f"The handout of {name}", tagged_text(pdf, link_edge=" "), expected))
    if faults:
        raise RenderError(" ".join(faults))
    is_notice = all(view.page is not run.views[view.page.id].page for view in contents.views)
    return Made(report, pdf, is_notice)


def write_handout(file: Path, pdf: bytes) -> None:
    """Write a handout; an older file of this name is replaced whole. Raises PublishError when the disk refuses."""
    if file.is_dir() or not file.absolute().parent.is_dir():
        raise PublishError(f"{file} is no file in a folder that is there. Name one with --output.")
    with disk_refusals(str(file), "Nothing was changed."):
        handle, beside = tempfile.mkstemp(prefix=".careleaf-", suffix=".pdf", dir=file.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(pdf)
            Path(beside).chmod(0o644)
            Path(beside).replace(file)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise


def _found(asked: str, config: MkDocsConfig) -> tuple[str, str]:
    """Return the page's id or the topic, and the topic. Raises ConfigError when there is none."""
    pages = [page_id(file) for file in get_files(config).documentation_pages()]
    pages = [page for page in pages if not page.startswith(f"{DATA_FOLDER}/")]
    topics = {page.rpartition("/")[0] for page in pages} - {""}
    for name in _readings(asked, config):
        if name in pages:
            return name, name.rpartition("/")[0]
        if name in topics:
            return name, name
    raise ConfigError(f"There is no page or topic `{asked}`. {_nearest(asked, [*topics, *pages])}")


def _readings(asked: str, config: MkDocsConfig) -> Iterable[str]:
    """Yield what a name may mean: an id, an address, or a file below docs."""
    plain = asked.replace("\\", "/").strip("/").removesuffix(".md")
    docs = Path(config.docs_dir).name
    return dict.fromkeys((plain, plain.removeprefix(f"{docs}/")))


def _nearest(asked: str, names: list[str]) -> str:
    return suggestion(asked, sorted(names), "Name a page such as `topic/page`, or a topic's folder.")


def _of_these_pages(run: Run) -> Report:
    """Return the findings of the topic's pages, the clinics and the typefaces; links need pages that were not read."""
    report = run.report
    paths = {page.path for page in run.library.pages}
    own = tuple(
        found
        for found in report.findings
        if not found.rule.code.startswith("LNK")
        and (found.finding.location.path in paths or found.rule.name in _OF_EVERY_HANDOUT)
    )
    return replace(report, findings=own)


def _contents(name: str, run: Run) -> Contents:
    """Return the page or topic that was asked for, as the handout channel shows it."""
    pages = run.library.topics.get(run.topic or "", ())
    views = tuple(shown(run.views[page.id], Channel.HANDOUT, run) for page in pages)
    page = next((view for view in views if view.page.id == name), None)
    if page is not None:
        return page_contents(page, views, run)
    if not views or name != run.topic:
        raise ConfigError(f"`{name}` is a page of the site alone: pages with a `type` have handouts.")
    return topic_contents(views, run)


def _makeup(order: Order, config: MkDocsConfig, run: Run) -> Makeup:
    policy = run.library.policy.value.handouts
    edition = order.edition or policy.editions[0]
    if not order.clinic:
        clinic = run.library.clinic()
        return makeup(edition, policy, clinic, clinic_logo(clinic, run))
    if order.clinic in run.library.clinics:
        clinic = run.library.clinics[order.clinic].value
        return makeup(edition, policy, clinic, clinic_logo(clinic, run))
    file = Path(order.clinic)
    if not file.is_file():
        near = _nearest_clinic(order.clinic, run)
        raise ConfigError(f"There is no clinic `{order.clinic}`. {near}")
    clinic = _read_clinic(file)
    return makeup(edition, policy, clinic, _logo_beside(file, clinic) or clinic_logo(clinic, run))


def _nearest_clinic(asked: str, run: Run) -> str:
    otherwise = f"Name a file in docs/{DATA_FOLDER}/clinics, or a YAML file that describes one."
    return suggestion(asked, run.library.clinics, otherwise)


def _read_clinic(file: Path) -> Clinic:
    text, fault = read_text(file, str(file))
    record, faults = parse_record(text, str(file), file.stem, Clinic) if text is not None else (None, [])
    problems = [*([fault] if fault else []), *faults]
    if record is None or problems:
        said = "; ".join(f"{each.finding.location}: {each.finding.message}" for each in problems)
        raise ConfigError(f"The clinic in {file} cannot be used. {said}")
    return record.value


def _logo_beside(file: Path, clinic: Clinic) -> bytes:
    """Return the logo that lies beside a clinic's own file; it may not lie elsewhere."""
    folder = file.resolve().parent
    logo = (folder / clinic.logo).resolve()
    return logo.read_bytes() if clinic.logo and logo.is_file() and logo.is_relative_to(folder) else b""
