"""``make profile``: where the time of one build goes, by stage.

The profiler slows small functions down more than large ones: read shares, not seconds. It counts processor time, so
that other work on the machine does not show.
"""

import argparse
import cProfile
import pstats
import tempfile
import time
from pathlib import Path

from benchmarks.edits import edit_page
from benchmarks.library import TODAY, review_library, write_library
from careleaf.cli.main import main as careleaf

STAGES = (
    ("reading registers", "read_registers"),
    ("reading pages' files", "read_page_files"),
    ("Markdown to HTML", "render", "structure/pages.py"),
    ("reading bodies: tree, alignment", "read_body"),
    ("rules", "judge_library"),
    ("channel faults: glyphs, pictures", "channel_faults"),
    ("views: state, review block, sources", "_view", "build/run.py"),
    ("parts around each page", "page_context", "build/theme_page.py"),
    ("search index", "on_page_context", "search/plugin.py"),
    ("pages and theme templates, with the two above", "_build_page"),
    ("handouts: data and printing", "_handouts"),
    ("embeds", "_embeds"),
    ("API", "_api"),
    ("verifier", "verify_site"),
    ("version pages", "write_version_pages"),
    ("list of files", "write_lists"),
)
"""What is shown: words, a function's name, and a part of its file's path where the name alone is not enough."""


def main() -> None:
    """Profile a cold build, and one after an edit, on one process."""
    parser = argparse.ArgumentParser(description="Say where the time of a build goes, by stage.")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--functions", type=int, default=0, metavar="N", help="also the N costliest functions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="careleaf-profile-") as name:
        folder = Path(name)
        write_library(folder, options.pages)
        review_library(folder)
        for kind in ("nothing cached", "one page edited"):
            stats = _profiled(folder)
            print(f"\n## {kind}, {options.pages} pages, one process\n\n{stage_table(stats, options.pages)}")
            edit_page(folder)
            if options.functions:
                stats.sort_stats("tottime").print_stats(options.functions)


def _profiled(folder: Path) -> pstats.Stats:
    profile = cProfile.Profile(time.process_time)
    command = ["build", "-f", str(folder / "mkdocs.yml"), "--date", TODAY.isoformat(), "--jobs", "1"]
    code = profile.runcall(careleaf, command)
    if code:
        raise SystemExit("The library of the benchmark was refused; see above.")
    return pstats.Stats(profile)


def stage_table(stats: pstats.Stats, pages: int) -> str:
    """Return the stages as a table in Markdown."""
    total = stats.total_tt  # type: ignore[attr-defined]  # known to pstats, not to its types
    rows = [(words, _seconds(stats, *where)) for words, *where in STAGES]
    lines = [f"| {words} | {1000 * s / pages:.2f} | {100 * s / total:.0f} % |" for words, s in rows]
    head = "| stage | ms a page | share |\n|---|--:|--:|\n"
    return head + "\n".join(lines) + f"\n| everything | {1000 * total / pages:.2f} | 100 % |"


def _seconds(stats: pstats.Stats, function: str, path: str = "") -> float:
    rows = stats.stats.items()  # type: ignore[attr-defined]  # known to pstats, not to its types
    return sum(row[3] for (file, _, name), row in rows if name == function and path in file.replace("\\", "/"))


if __name__ == "__main__":
    main()
