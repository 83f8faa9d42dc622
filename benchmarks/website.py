"""``make bench``: what Lighthouse says of pages of every kind, on its preset of a slow telephone.

The site is served as a publisher would serve it: by a real web server with the configuration the build made.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.lighthouse import AIMS, TIMES, Verdict, ask, install, version

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "home": "",
    "topic": "restless-legs-after-exercise/",
    "article with charts": "restless-legs-after-exercise/timing/",
    "article with care cards": "restless-legs-after-exercise/get-help/",
    "glossary": "about/glossary/",
    "page of the site": "about/how-we-work/",
    "embed": "embed/restless-legs-after-exercise/",
}
_UNLISTED = frozenset({"embed"})
"""Pages that ask search engines to stay away, which costs them points for being found: no aim there."""
_PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
_WAIT = 20
Row = tuple[str, list[Verdict]]


def main() -> int:
    """Measure, print, write where asked; 1 when an aim was missed, 2 when something is not installed."""
    parser = argparse.ArgumentParser(description="Ask Lighthouse about pages of every kind.")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is asked for (3)")
    parser.add_argument("--out", type=Path, help="folder for website.md")
    options = parser.parse_args()
    missing = _missing()
    if missing:
        print(f"Lighthouse was not asked: {missing}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="careleaf-website-") as name:
        rows = list(_measured(Path(name), options.runs))
    table = report(rows, options.runs)
    print(table)
    if options.out:
        (options.out / "website.md").write_text(table, encoding="utf-8")
    return int(not all(map(is_good, rows)))


def _missing() -> str:
    if not shutil.which("caddy", path=_PLACES):
        return "no Caddy was found. On Debian: apt-get install caddy"
    return install()


def _measured(work: Path, runs: int) -> Iterator[Row]:
    with _served(_build(), work) as address:
        for kind, page in PAGES.items():
            print(f"{kind} …", file=sys.stderr, flush=True)
            yield kind, [ask(f"{address}/{page}", work) for _ in range(runs)]


def _build() -> Path:
    """Build this repository's own site, as `make` does."""
    careleaf = Path(sys.executable).parent / "careleaf"
    subprocess.run([careleaf, "build"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own
    return ROOT / "site"


@contextmanager
def _served(site: Path, work: Path) -> Iterator[str]:
    """Serve the site by Caddy with the configuration its build made; give its address."""
    port, admin = _free_port(), _free_port()
    address = f"http://127.0.0.1:{port}"
    told = {"CARELEAF_ADDRESS": address, "CARELEAF_ROOT": str(site), "CADDY_ADMIN": f"127.0.0.1:{admin}"}
    homes = {"HOME": str(work), "XDG_CONFIG_HOME": str(work), "XDG_DATA_HOME": str(work)}
    config = site / "exports/hosting/Caddyfile"
    process = subprocess.Popen(  # noqa: S603  # our own command
        [shutil.which("caddy", path=_PLACES) or "", "run", "--adapter", "caddyfile", "--config", config],
        env={**os.environ, **told, **homes},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield address
    finally:
        process.terminate()
        process.wait(_WAIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("The web server did not answer.")


def _points(verdicts: list[Verdict], category: str) -> float:
    points = [verdict.points[category] for verdict in verdicts]
    return statistics.median(points) if category == "performance" else min(points)


def _aimed(kind: str) -> dict[str, int]:
    return {category: least for category, least in AIMS.items() if category != "seo" or kind not in _UNLISTED}


def is_good(row: Row) -> bool:
    """Whether a kind of page reached every aim that is set for it."""
    kind, verdicts = row
    return all(_points(verdicts, category) >= least for category, least in _aimed(kind).items())


def report(rows: list[Row], runs: int) -> str:
    """Return the page with the table, and what cost points."""
    lost = {f"- {kind}: {words}" for kind, verdicts in rows for verdict in verdicts for words in verdict.lost}
    why = ["What cost points:", "", *sorted(lost), ""] if lost else []
    head = f"""\
# The website on a slow telephone

Made by `make bench`: Lighthouse {version()} with its mobile preset (a slow processor, 1.6 Mbit/s, answers
after 150 ms) asked the system's Chromium for pages of this repository's site, served by Caddy with the configuration
its build made. Points of a hundred: for performance the median of {runs} runs, for the others the worst. Times are
those of the last run. Embeds ask search engines to stay away, so nothing is aimed at there.
"""
    titles = ["page", *AIMS, *TIMES.values()]
    aims = ["*aim*", *(f"*{least}*" for least in AIMS.values()), *("" for _ in TIMES)]
    lines = [_line(titles), _line(["---"] * len(titles)), _line(aims), *map(_row, rows)]
    return "\n".join([head, *lines, "", *why])


def _row(row: Row) -> str:
    kind, verdicts = row
    points = [f"{_points(verdicts, category):.0f}" for category in AIMS]
    return _line([kind, *points, *verdicts[-1].times.values()])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    raise SystemExit(main())
