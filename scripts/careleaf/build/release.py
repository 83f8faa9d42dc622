"""Release: a build whose addresses and versions are entered in published.yml once it stands in its place."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from careleaf.build.api_files import change_files
from careleaf.build.building import Steps, build_with
from careleaf.build.built import Built, Progress
from careleaf.build.handouts_zip import write_handouts_zip
from careleaf.build.import_verification import import_faults
from careleaf.build.imports import goes_out, import_notes, write_imports
from careleaf.build.kept_loaders import keep_loader, with_loader
from careleaf.build.means import ALL_PROCESSORS, Means
from careleaf.build.notices import shown
from careleaf.build.offline_zip import write_offline_zip
from careleaf.build.published_file import PublishedFile, published_file
from careleaf.build.run import Run
from careleaf.build.section_embeds import section_embeds
from careleaf.build.self_host_zip import write_self_host_zip
from careleaf.build.settings import load_settings
from careleaf.channels.exports.file_list import CHECKSUMS
from careleaf.channels.page_view import PageView
from careleaf.model.policy import Channel
from careleaf.model.published import Published, PublishedPage, Version


@dataclass(frozen=True, slots=True)
class Released:
    """How a release ended."""

    built: Built
    added: int = 0
    """How many versions were entered in published.yml."""
    fingerprint: str = ""
    """The SHA-256 of SHA256SUMS: tell it to receivers by another way than the site itself."""
    notes: tuple[str, ...] = ()
    """What its imports hold and what they do not, in sentences."""


def release_site(
    settings: Path,
    today: date,
    site_dir: Path | None,
    progress: Progress,
    means: Means = ALL_PROCESSORS,
    baseline: Path | None = None,
) -> Released:
    """Build a site, pack it for offline use, and enter what went out; same commit and day, same bytes.

    Raises:
        ConfigError: the settings or the register cannot be used.
        PublishError: the site could not be put in its place, or the register not be written.
    """
    with published_file(load_settings(settings)) as register:
        return _release(register, settings, today, site_dir, progress, means, baseline)


def _release(
    register: PublishedFile,
    settings: Path,
    today: date,
    site_dir: Path | None,
    progress: Progress,
    means: Means,
    baseline: Path | None,
) -> Released:
    runs: list[Run] = []

    def pack(run: Run, fresh: Path) -> tuple[str, ...]:
        keep_loader(run)
        _tell_changes(run, fresh, with_released(run, register.published))
        faults = _import(run, fresh, today, progress)
        progress("Packing the site for offline use")
        write_offline_zip(fresh, today)
        progress("Packing the handouts")
        write_handouts_zip(fresh, today)
        runs.append(run)
        return faults

    steps = Steps(pack, lambda: register.changing_to(with_released(runs[0], register.published)), baseline)
    built = build_with(settings, today, site_dir, progress, steps, means)
    if not built.published:
        return Released(built)
    after = with_released(runs[0], register.published)
    fingerprint = sha256((built.site_dir / CHECKSUMS).read_bytes()).hexdigest()
    return Released(built, _versions(after) - _versions(register.published), fingerprint, tuple(import_notes(runs[0])))


def _import(run: Run, fresh: Path, today: date, progress: Progress) -> tuple[str, ...]:
    """Write what other systems take in, where the site has an address; return what is wrong with it."""
    if not run.site.url:
        return ()
    progress("Making the imports")
    write_imports(run, fresh)
    write_self_host_zip(fresh, run.site.url, today)
    return tuple(import_faults(run, fresh))


def _tell_changes(run: Run, fresh: Path, published: Published) -> None:
    """Let the list of changes and the feed say already what this release publishes."""
    library = replace(run.library, published=replace(run.library.published, value=published))
    for path, content in change_files(run, library):
        (fresh / path).write_bytes(content)


def with_released(run: Run, before: Published) -> Published:
    """Return the register with every topic page's address, and each new version whose words went out."""
    pages = dict(before.pages)
    sections: dict[str, list[str]] = {}
    for part, view in section_embeds(run):
        if part.is_shown:
            sections.setdefault(view.page.url, []).append(part.address)
    for view in run.views.values():
        url = view.page.url
        entry = pages.get(url) or PublishedPage(title=view.title)
        is_new = all(version.digest != view.state.digest for version in entry.versions)
        if is_new and _went_out(view, run):
            entry = replace(entry, versions=(*entry.versions, Version(view.state.digest, run.today)))
        if goes_out(view, run) and not entry.imported_on:
            entry = replace(entry, imported_on=run.today)
        pages[url] = replace(entry, sections=tuple(dict.fromkeys([*entry.sections, *sections.get(url, ())])))
    return Published(pages, with_loader(run, before.loaders))


def _went_out(view: PageView, run: Run) -> bool:
    channels = (Channel.SITE, Channel.HANDOUT, Channel.EMBED)
    return any(shown(view, channel, run) is view for channel in channels)


def _versions(published: Published) -> int:
    return sum(len(entry.versions) for entry in published.pages.values())
