"""``make bench``: the whole job against others, cold and warm, at several sizes, as ratios within one run."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks import edits
from benchmarks.kept_runs import with_kept
from benchmarks.library import TODAY, review_library, write_library
from benchmarks.measure import Cost, measure
from benchmarks.report import Run, conditions, render_report
from benchmarks.saved_page import measure_saves

_BIN = Path(sys.executable).parent
_CARELEAF = str(_BIN / "careleaf")
_DAY = ("--date", TODAY.isoformat())
_PLAIN_LIMIT = 3_000
"""Pages up to which plain Material is run: its navigation is quadratic, so 10,000 pages would take hours."""

_ZENSICAL_LIMIT = 1_000
"""Its memory grows with pages times navigation entries: gigabytes at 3,000 pages."""


@dataclass(frozen=True, slots=True)
class Case:
    """One measurement: what is done first, unmeasured, and the command."""

    name: str
    command: tuple[str, ...]
    before: Callable[[Path], None] = lambda _folder: None
    most_pages: int = 1_000_000
    measured: Callable[[Sequence[str], Path], Cost] = measure


def _forget(folder: Path) -> None:
    shutil.rmtree(folder / ".cache", ignore_errors=True)


def _mkdocs(settings: str) -> tuple[str, ...]:
    return (str(_BIN / "mkdocs"), "build", "--quiet", "--config-file", settings, "--site-dir", "build/plain")


_BUILD = (_CARELEAF, "build", *_DAY)
_CHECK = (_CARELEAF, "check", *_DAY)
_ZENSICAL = (str(_BIN / "zensical"), "build", "--clean", "--config-file", "plain.yml")
CASES = (
    Case("plain", _mkdocs("plain.yml"), most_pages=_PLAIN_LIMIT),
    Case("pruned", _mkdocs("pruned.yml"), most_pages=_PLAIN_LIMIT),
    Case("zensical", _ZENSICAL, most_pages=_ZENSICAL_LIMIT),
    Case("check", _CHECK, _forget),
    Case("check-unchanged", _CHECK),
    Case("check-edited", _CHECK, edits.edit_page),
    Case("build", _BUILD, _forget),
    Case("build-unchanged", _BUILD),
    Case("build-edited", _BUILD, edits.edit_page),
    Case("build-evidence", _BUILD, edits.edit_evidence),
    Case("build-template", _BUILD, edits.edit_template),
    Case("serve-edit", (sys.executable, "-m", "benchmarks.saved_page"), measured=measure_saves),
)


def main() -> None:
    """Measure, print, and write the report when asked for."""
    parser = argparse.ArgumentParser(description="Measure careleaf against plain MkDocs, as ratios within one run.")
    parser.add_argument("--quick", action="store_true", help="40 and 120 pages only: under two minutes")
    parser.add_argument("--pages", type=int, nargs="+", default=(100, 1_000, 10_000), metavar="N")
    parser.add_argument("--only", nargs="+", choices=[case.name for case in CASES], help="only these measurements")
    parser.add_argument("--libraries", type=Path, help="folder where libraries are left, and found the next time")
    parser.add_argument("--out", type=Path, help="folder for README.md, growth.svg and what was measured before")
    options = parser.parse_args()
    sizes = (40, 120) if options.quick else tuple(options.pages)
    runs = [_measured(pages, options.only, options.libraries) for pages in sizes]
    if options.out:
        runs = with_kept(runs, options.out)
    table, plot = render_report(runs)
    print(table)
    if options.out:
        (options.out / "README.md").write_text(table, encoding="utf-8")
        (options.out / "growth.svg").write_text(plot, encoding="utf-8")


def _measured(pages: int, only: list[str] | None, libraries: Path | None) -> Run:
    with ExitStack() as left:
        folder = libraries / str(pages) if libraries else Path(left.enter_context(_made_for_once()))
        if not (folder / "mkdocs.yml").exists():
            _say(f"{pages} pages: writing the library")
            folder.mkdir(parents=True, exist_ok=True)
            write_library(folder, pages)
            review_library(folder)
        return Run(pages, conditions(), dict(_costs(folder, pages, only)))


def _made_for_once() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="careleaf-bench-")


def _costs(folder: Path, pages: int, only: list[str] | None) -> Iterator[tuple[str, Cost]]:
    for case in CASES:
        if pages <= case.most_pages and Path(case.command[0]).exists() and (not only or case.name in only):
            case.before(folder)
            _say(f"{pages} pages: {case.name}")
            yield case.name, case.measured(case.command, folder)


def _say(doing: str) -> None:
    print(f"{doing} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
