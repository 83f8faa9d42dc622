"""Gathers the pages that go out as imports, and writes them into a new site: FHIR resources and OpenEMR's archive."""

import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careleaf.build.archive import add_file
from careleaf.build.run import Run
from careleaf.channels.imports.fhir import Texts, resources
from careleaf.channels.imports.material import Attached, Material, Stage, full_address, stage_of
from careleaf.channels.imports.openemr import OPENEMR_ZIP, openemr_files, openemr_readme
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.model.policy import Channel
from careleaf.model.published import PublishedPage, PublishedStatus

_HTML, _PDF = "text/html", "application/pdf"


def write_imports(run: Run, site: Path) -> None:
    """Write the imports of a site that has an address. Same files and day, same bytes."""
    materials = [*_of_pages(run, site), *_of_moved(run)]
    texts = Texts(*(run.wording.say(name) for name in ("imports-kind", "general-information", "imports-nothing")))
    for path, resource in resources(materials, run.library, texts):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(resource, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    _write_openemr(materials, run, site)


def goes_out(view: PageView, run: Run) -> bool:
    """Tell whether a page's words go out as an import: policy lets them, and there is a file to give."""
    held = {channel: is_held_back(view, run.library, channel) for channel in Channel}
    return bool(run.site.url) and not held[Channel.CODES] and not (held[Channel.EMBED] and held[Channel.HANDOUT])


def import_notes(run: Run) -> Iterator[str]:
    """Yield, in sentences, what the imports of a release hold, and what they do not."""
    if not run.site.url:
        yield "`site_url` is not set in mkdocs.yml, or is an example: there are no imports, and no oEmbed."
        return
    held = Counter(view.state.name.value for view in run.views.values() if not goes_out(view, run))
    yield f"Imports: {len(run.views) - held.total()} of {len(run.views)} topic pages."
    if held:
        states = ", ".join(f"{count} {state}" for state, count in sorted(held.items()))
        yield f"Held back from imports by `publish.codes` in policy.yml: {states}."


def _of_pages(run: Run, site: Path) -> Iterator[Material]:
    for view in run.views.values():
        entry = run.library.published.value.pages.get(view.page.url, PublishedPage())
        is_out = goes_out(view, run)
        if is_out or entry.imported_on:
            yield _material(view, run, site, is_out=is_out)


def _material(view: PageView, run: Run, site: Path, *, is_out: bool) -> Material:
    state = view.state
    replaced_by = state.withdrawal.replaced_by if state.withdrawal else ""
    return Material(
        url=view.page.url,
        title=view.title,
        said=f"{view.review.heading}. {view.review.meaning}",
        stage=stage_of(state.name),
        day=_day(view, run),
        replaced_by=_in_full(replaced_by, run),
        view=view if is_out else None,
        attached=tuple(_files(view, run, site)) if is_out else (),
    )


def _day(view: PageView, run: Run) -> date:
    state = view.state
    days = (
        state.withdrawal.withdrawn_on if state.withdrawal else None,
        state.review.reviewed_on if state.review and state.review.digest == state.digest else None,
        view.page.front.value.last_changed_on,
    )
    return next(filter(None, days), run.today)


def _files(view: PageView, run: Run, site: Path) -> Iterator[Attached]:
    if not is_held_back(view, run.library, Channel.EMBED):
        yield Attached(view.page.embed_url, _HTML, (site / view.page.embed_url / "index.html").read_bytes())
    if not is_held_back(view, run.library, Channel.HANDOUT):
        path = run.library.policy.value.handouts.path(view.page.id)
        yield Attached(path, _PDF, (site / path).read_bytes())


def _of_moved(run: Run) -> Iterator[Material]:
    """Yield what went out once and lies at another address now."""
    for url, entry in run.library.published.value.pages.items():
        if entry.imported_on and entry.status is PublishedStatus.MOVED:
            said = run.wording.say("moved-heading")
            instead = _in_full(entry.replaced_by, run)
            yield Material(url, entry.title or url, said, Stage.RETIRED, entry.imported_on, instead)


def _in_full(replaced_by: str, run: Run) -> str:
    is_elsewhere = replaced_by.startswith(("https://", "http://"))
    return replaced_by if is_elsewhere or not replaced_by else full_address(replaced_by, run.site.url)


def _write_openemr(materials: list[Material], run: Run, site: Path) -> None:
    held = [v.page.id for v in run.views.values() if not goes_out(v, run) or _is_off_paper(v, run)]
    files = openemr_files(materials, frozenset(held), run.library)
    archive = site / OPENEMR_ZIP
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        add_file(out, "README.txt", openemr_readme(files, run.library).encode(), run.today)
        for name, handout in files.items():
            add_file(out, name, (site / handout).read_bytes(), run.today)


def _is_off_paper(view: PageView, run: Run) -> bool:
    return is_held_back(view, run.library, Channel.HANDOUT)
