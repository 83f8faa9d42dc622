"""``make bench-handouts``: what handouts cost, and the same pages as PDFs by others, in one run.

The others belong to the dependency group `peers`, which nobody needs otherwise. WeasyPrint prints careleaf's own embed
pages, all in one process; mkdocs-to-pdf prints the plain website as one file; mkdocs-exporter prints each of its pages
with Chromium. It fetches a browser of its own unless it is shown one, which it has no setting for: so it is shown the
system's where it starts it. What is not here is left out and said.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.library import TODAY, review_library, write_library
from benchmarks.measure import Cost, measure
from benchmarks.peer import PLAIN_SETTINGS
from benchmarks.report import conditions

_OURS = """
import sys
from datetime import date
from pathlib import Path
from careleaf.build.judging import judged_run
from careleaf.build.handouts import handout_orders
from careleaf.channels.handout.compile import printed
run = judged_run(Path("mkdocs.yml"), date.fromisoformat(sys.argv[1]))
made = Path("build/ours")
made.mkdir(parents=True)
pages = [order for path, order in handout_orders(run) if path.count("/") > 1]
for number, order in enumerate(pages):
    (made / f"{number}.pdf").write_bytes(printed(order.written()))
"""
_STAGE = """
import json, sys, time
from datetime import date
from pathlib import Path
from careleaf.build.judging import judged_run
from careleaf.build.outputs import printed_handouts
from careleaf.build.means import ALL_PROCESSORS
from careleaf.build.workers import processors, workshop
with workshop(Path(), ALL_PROCESSORS) as lent:
    lent.open()
    run = judged_run(Path("mkdocs.yml"), date.fromisoformat(sys.argv[1]))
    run.workshop = lent
    before, started, count, size = time.process_time(), time.perf_counter(), 0, 0
    for path, pdf in printed_handouts(run):
        file = Path("build/stage") / path
        file.parent.mkdir(parents=True, exist_ok=True)
        count, size = count + 1, size + file.write_bytes(pdf)
    wall = time.perf_counter() - started
said = {"count": count, "wall": wall, "before": before, "size": size / count, "processors": processors()}
Path("build/stage.json").write_text(json.dumps(said))
"""
"""Workers do nothing else, so all time of all processes but this one's own until then belongs to the handouts."""
_WEASYPRINT = """
from pathlib import Path
from weasyprint import HTML
made = Path("build/weasyprint")
made.mkdir(parents=True)
for number, page in enumerate(sorted(Path("site/embed").rglob("index.html"))):
    (made / f"{number}.pdf").write_bytes(HTML(page).write_pdf(pdf_variant="pdf/ua-1"))
"""
_EXPORTER = """
import sys
from mkdocs.__main__ import cli
from playwright.async_api import BrowserType
launch = BrowserType.launch
BrowserType.launch = lambda self, **asked: launch(self, **{**asked, "executable_path": sys.argv[1]})
cli(["build", "-q", "-f", "exporter.yml", "-d", "build/exporter"])
"""
_PLUGINS = "plugins: [search]"
_TO_PDF = PLAIN_SETTINGS.replace(_PLUGINS, "plugins: [search, to-pdf]")
_EXPORTED = PLAIN_SETTINGS.replace(
    _PLUGINS, "plugins: [search, {exporter: {formats: {pdf: {enabled: true, browser: {args: [--no-sandbox]}}}}}]"
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_LIBRARY = (
    "Made by `make bench-handouts`. A page of the library has about 850 words, ten citations, a table, a picture and a"
    " care card; ten pages are a topic, which has a handout of its own."
)
_NOT_INSTALLED = "not installed: `pip install --group peers`"
_NO_BROWSER = "no Chromium was found. On Debian: `apt-get install chromium`"


def main() -> None:
    """Measure and print two tables: ours alone, and beside others."""
    parser = argparse.ArgumentParser(description="Measure handouts alone and against other makers of PDFs.")
    parser.add_argument("--pages", type=int, default=20, metavar="N", help="pages of the library (20)")
    parser.add_argument("--alone", action="store_true", help="leave the others out")
    parser.add_argument("--out", type=Path, help="file for the tables")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="careleaf-bench-") as name:
        folder = Path(name)
        write_library(folder, options.pages)
        review_library(folder)
        lines = list(_alone(folder))
        if not options.alone:
            lines += ["", *_beside_others(folder, options.pages)]
    print("\n".join(lines))
    if options.out:
        options.out.write_text(
            "\n".join(["# Handouts", "", f"{conditions()} {_LIBRARY}", "", *lines, ""]), encoding="utf-8"
        )


def _alone(folder: Path) -> Iterator[str]:
    """Yield what all handouts of a library cost: made, and made again when nothing has changed."""
    stages = [_stage(folder), _stage(folder)]
    first = stages[0]
    yield f"| {first['count']:.0f} handouts on {first['processors']:.0f} processors | CPU ms each | CPU s | seconds |"
    yield "|---|--:|--:|--:|"
    names = (f"nothing kept; {first['size'] / 1000:.0f} kB each", "nothing changed")
    for name, each in zip(names, stages, strict=True):
        yield f"| {name} | {1000 * each['cpu'] / each['count']:.1f} | {each['cpu']:.1f} | {each['wall']:.1f} |"


def _stage(folder: Path) -> dict[str, float]:
    cost = measure((sys.executable, "-c", _STAGE, TODAY.isoformat()), folder)
    said: dict[str, float] = json.loads((folder / "build" / "stage.json").read_text(encoding="utf-8"))
    return {**said, "cpu": cost.cpu - said["before"]}


def _beside_others(folder: Path, pages: int) -> Iterator[str]:
    measure((str(Path(sys.executable).parent / "careleaf"), "build", "--date", TODAY.isoformat()), folder)
    (folder / "to-pdf.yml").write_text(_TO_PDF, encoding="utf-8")
    (folder / "exporter.yml").write_text(_EXPORTED, encoding="utf-8")
    return _table(pages, list(_costs(folder)))


def _costs(folder: Path) -> Iterator[tuple[str, Cost | str]]:
    python = sys.executable
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    yield (
        "careleaf: one tagged PDF a page, reading and checking the site included",
        measure((python, "-c", _OURS, TODAY.isoformat()), folder),
    )
    yield "WeasyPrint: the same pages' embeds, tagged", _if_there("weasyprint", (python, "-c", _WEASYPRINT), folder)
    to_pdf = (python, "-m", "mkdocs", "build", "-q", "-f", "to-pdf.yml", "-d", "build/to-pdf")
    yield "mkdocs-to-pdf: the plain website and one untagged PDF of it", _if_there("mkdocs_to_pdf", to_pdf, folder)
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    exporter = (python, "-c", _EXPORTER, browser or "")
    yield (
        "mkdocs-exporter: the plain website and one untagged PDF a page, by Chromium",
        _if_there("mkdocs_exporter", exporter, folder) if browser else _NO_BROWSER,
    )


def _if_there(module: str, command: tuple[str, ...], folder: Path) -> Cost | str:
    return measure(command, folder) if find_spec(module) else _NOT_INSTALLED


def _table(pages: int, costs: list[tuple[str, Cost | str]]) -> Iterator[str]:
    first = costs[0][1]
    yield f"| {pages} pages | CPU seconds | seconds | × careleaf (CPU) |"
    yield "|---|--:|--:|--:|"
    for name, cost in costs:
        if isinstance(cost, str) or isinstance(first, str):
            yield f"| {name} | {cost} | | |"
        else:
            yield f"| {name} | {cost.cpu:.1f} | {cost.wall:.1f} | {cost.cpu / first.cpu:.1f} |"


if __name__ == "__main__":
    main()
