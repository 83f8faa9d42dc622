"""``make bench-handouts``: the same pages as PDFs by careleaf and by others, as ratios within one run.

The others belong to the dependency group `peers`, which nobody needs otherwise: WeasyPrint prints careleaf's own embed
pages, all in one process; mkdocs-to-pdf prints the plain website as one file. What cannot be imported
is left out and said. mkdocs-exporter is not among them: it fetches a browser of its own.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.library import TODAY, review_library, write_library
from benchmarks.measure import Cost, measure
from benchmarks.peer import PLAIN_SETTINGS

_OURS = """
import sys
from datetime import date
from pathlib import Path
from careleaf.build.check import judged_run
from careleaf.build.handouts import handout_documents
from careleaf.channels.handout.compile import render_pdf
run = judged_run(Path("mkdocs.yml"), date.fromisoformat(sys.argv[1]))
made = Path("build/ours")
made.mkdir(parents=True)
pages = [(path, data) for path, data in handout_documents(run) if path.count("/") > 1]
for number, (path, data) in enumerate(pages):
    (made / f"{number}.pdf").write_bytes(render_pdf(data))
"""
_WEASYPRINT = """
from pathlib import Path
from weasyprint import HTML
made = Path("build/weasyprint")
made.mkdir(parents=True)
for number, page in enumerate(sorted(Path("site/embed").rglob("index.html"))):
    (made / f"{number}.pdf").write_bytes(HTML(page).write_pdf(pdf_variant="pdf/ua-1"))
"""
_TO_PDF = PLAIN_SETTINGS.replace("plugins: [search]", "plugins: [search, to-pdf]")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description="Measure handouts against other makers of PDFs, in one run.")
    parser.add_argument("--pages", type=int, default=20, metavar="N")
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory(prefix="careleaf-bench-") as name:
        folder = Path(name)
        write_library(folder, pages)
        review_library(folder)
        measure((str(Path(sys.executable).parent / "careleaf"), "build", "--date", TODAY.isoformat()), folder)
        (folder / "to-pdf.yml").write_text(_TO_PDF, encoding="utf-8")
        print("\n".join(_table(pages, list(_costs(folder)))))


def _costs(folder: Path) -> Iterator[tuple[str, Cost | None]]:
    python = sys.executable
    yield (
        "careleaf: one tagged PDF a page, reading and checking the site included",
        measure((python, "-c", _OURS, TODAY.isoformat()), folder),
    )
    yield "WeasyPrint: the same pages' embeds, tagged", _if_there("weasyprint", (python, "-c", _WEASYPRINT), folder)
    yield (
        "mkdocs-to-pdf: the plain website and one untagged PDF of it",
        _if_there(
            "mkdocs_to_pdf", (python, "-m", "mkdocs", "build", "-q", "-f", "to-pdf.yml", "-d", "build/to-pdf"), folder
        ),
    )


def _if_there(module: str, command: tuple[str, ...], folder: Path) -> Cost | None:
    return measure(command, folder) if find_spec(module) else None


def _table(pages: int, costs: list[tuple[str, Cost | None]]) -> Iterator[str]:
    first = costs[0][1]
    yield f"| {pages} pages | CPU seconds | seconds | × careleaf (CPU) |"
    yield "|---|--:|--:|--:|"
    for name, cost in costs:
        if cost is None or first is None:
            yield f"| {name} | not installed: `pip install --group peers` | | |"
        else:
            yield f"| {name} | {cost.cpu:.1f} | {cost.wall:.1f} | {cost.cpu / first.cpu:.1f} |"


if __name__ == "__main__":
    main()
