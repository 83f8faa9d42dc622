"""The audit folder: all that is on record about a topic, in one archive a quality assessor can open."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from markupsafe import Markup

from careleaf.build.archive import add_file
from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from careleaf.build.settings import load_settings, root_folder
from careleaf.build.whole_file import write_whole
from careleaf.channels.embed_assets import csp_hash
from careleaf.channels.exports.file_list import listed_file, render_checksums
from careleaf.model.audit.criterion import Criterion, Evidence, Judged
from careleaf.model.audit.judgements import people_behind
from careleaf.model.audit.standards import CRITERIA
from careleaf.model.page import Page
from careleaf.model.report import Report
from careleaf.model.state import page_state
from careleaf.reading.registers import DATA_FOLDER
from careleaf.reporters.json_report import render_json
from careleaf.review.chosen_pages import chosen_pages
from careleaf.review.packet import packet_contents

_MOST_BYTES = 20_000_000
"""Of one file of the site that is copied; larger ones are no records."""


def write_audit(settings: Path, topic: str, file: Path, today: date) -> tuple[tuple[Criterion, Judged], ...]:
    """Write the archive of a topic, or of a page, and return how each criterion stands.

    Raises:
        ConfigError: the settings cannot be used, or nothing has this name.
        PublishError: the disk refused; a file that stood there is as it was.
    """
    run = judged_run(settings, today)
    pages = chosen_pages([topic], run.library)
    evidence = Evidence(pages, run.library, _narrowed(run.report, _evidence_paths(pages, run)))
    judged = tuple((criterion, criterion.judge(evidence)) for criterion in CRITERIA)
    files = dict(_files(topic, evidence, run, settings))
    files["index.html"] = _index(topic, evidence, judged, sorted(files), run).encode()
    files["SHA256SUMS"] = render_checksums([listed_file(path, files[path]) for path in sorted(files)]).encode()
    write_whole(file, _archive(files, today))
    return judged


def _evidence_paths(pages: tuple[Page, ...], run: Run) -> frozenset[str]:
    """Return the files whose findings concern some pages: theirs, and those of the records behind them."""
    evidence = Evidence(pages, run.library, run.report)
    library = run.library
    cited = {key for page in evidence.pages for key in page.body.cited_sources if key in library.sources}
    paths = {page.path for page in evidence.pages}
    paths |= {library.sources[key].location.path for key in cited}
    paths |= {library.people[key].location.path for key in people_behind(evidence)}
    paths |= {library.reviews[page.id].location.path for page in evidence.pages if page.id in library.reviews}
    return frozenset(paths)


def _narrowed(report: Report, paths: frozenset[str]) -> Report:
    """Return what a report says about some files."""
    return replace(
        report,
        findings=tuple(f for f in report.findings if f.finding.location.path in paths),
        suppressed=tuple(s for s in report.suppressed if s.found.finding.location.path in paths),
        in_baseline=tuple(f for f in report.in_baseline if f.finding.location.path in paths),
    )


def _files(topic: str, evidence: Evidence, run: Run, settings: Path) -> Iterator[tuple[str, bytes]]:
    config = load_settings(settings)
    root, data = root_folder(config), Path(config.docs_dir) / DATA_FOLDER
    for page in evidence.pages:
        yield f"pages/{page.id}.md", _content(root / page.path)
        yield from _kept(data / "reviews", f"{page.id}.yml", "records")
        for text in sorted((data / "reviews" / page.id).glob("*.txt")):
            yield f"texts/{page.id}/{text.name}", _content(text)
    for key in sorted({key for page in evidence.pages for key in page.body.cited_sources}):
        yield from _kept(data / "sources", f"{key}.yml", "sources")
    for key in people_behind(evidence):
        yield from _kept(data / "people", f"{key}.yml", "people")
    for name in ("policy.yml", "sources.lock"):
        yield from _kept(data, name, "registers")
    yield "findings.json", render_json(evidence.report).encode()
    yield "versions.json", _versions(evidence)
    if run.library.policy.value.site_id:
        for name, content in packet_contents(topic, run).items():
            yield f"packet/{name}", content


def _kept(folder: Path, name: str, into: str) -> Iterator[tuple[str, bytes]]:
    if (folder / name).is_file():
        yield f"{into}/{name}", _content(folder / name)


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_MOST_BYTES)


def _versions(evidence: Evidence) -> bytes:
    released = evidence.library.published.value.pages
    told = {
        page.url: {
            "page": page.id,
            "digest": page_state(page, evidence.library).digest,
            "state": str(page_state(page, evidence.library).name),
            "released": [
                {"digest": version.digest, "on": str(version.released_on)}
                for version in (released[page.url].versions if page.url in released else ())
            ],
        }
        for page in evidence.pages
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def _index(
    topic: str, evidence: Evidence, judged: tuple[tuple[Criterion, Judged], ...], paths: list[str], run: Run
) -> str:
    style = run.templates.get_template("careleaf/packet.css").render()
    return run.templates.get_template("careleaf/audit.html").render(
        title=evidence.pages[0].front.value.title if len(evidence.pages) == 1 else topic,
        site=run.library.site,
        publisher=run.library.policy.value.publisher or run.library.site.name,
        made_on=run.wording.date(run.library.today),
        judged=judged,
        rows=[(page, page_state(page, run.library), run.views[page.id].review) for page in evidence.pages],
        people=[run.library.people[key].value for key in people_behind(evidence)],
        findings=evidence.report.findings,
        suppressed=evidence.report.suppressed,
        paths=paths,
        style=Markup(style),  # noqa: S704  # our own template, without values
        style_hash=csp_hash(style),
    )


def _archive(files: dict[str, bytes], made_on: date) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in sorted(files):
            add_file(out, path, files[path], made_on)
    return buffer.getvalue()
