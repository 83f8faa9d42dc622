"""The report: a table of ratios for people, and a plot of growth."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import log, log10
from pathlib import Path

from benchmarks.measure import Cost

NAMES = {
    "plain": "MkDocs with Material, website only",
    "pruned": "the same with `navigation.prune`",
    "zensical": "Zensical of the same pages, website only",
    "check": "`careleaf check`, nothing cached",
    "check-unchanged": "`careleaf check` again, nothing changed",
    "check-edited": "`careleaf check` after one page was edited",
    "build": "**`careleaf build`, nothing cached**: check, website, handouts, embeds, API, verifier",
    "build-unchanged": "`careleaf build` again, nothing changed",
    "build-edited": "`careleaf build` after one page was edited",
    "build-evidence": "`careleaf build` after one source's evidence changed",
    "build-template": "`careleaf build` after one template changed",
    "serve-edit": "one page saved while `careleaf serve` runs: made again with its findings",
}


_ABOUT = (
    "How long whole libraries take. Made by `make bench`; read the ratios rather than the seconds, because all "
    "commands of one table ran one after the other on the same machine. Where the load is far above the number of "
    "processors, it was busy with other work: trust CPU seconds, not the clock. Each page has about 850 words, "
    "ten citations, a table, lists, a care card, a picture, an author and a review. The other generators get the "
    "same pages as a publisher without careleaf would write them for the same reader, in a folder of their own: "
    "citations are footnotes with the same source lines, care cards and main messages are admonitions, author and "
    "review are typed at the end. They make the website alone."
    "\n\nBeside this: [handouts](handouts.md), [the website on a slow telephone](website.md)."
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one command cost at one size."""

    case: str
    pages: int
    cost: Cost


@dataclass(frozen=True, slots=True)
class Run:
    """All that was measured of one library, one command after the other on the same machine."""

    pages: int
    conditions: str
    """When and on what machine, as a sentence or two."""
    costs: dict[str, Cost]
    """By the names of cases."""

    @property
    def results(self) -> Iterator[Result]:
        """The same, one by one."""
        return (Result(case, self.pages, cost) for case, cost in self.costs.items())


def render_report(runs: Sequence[Run]) -> tuple[str, str]:
    """Return the report in Markdown, and the plot as SVG; runs stand in the order of their sizes."""
    results = [result for run in runs for result in run.results]
    parts = [
        "# Benchmarks",
        _ABOUT,
        *map(_table, runs),
        _growth(results),
        "![Seconds by number of pages, both axes logarithmic](growth.svg)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n", _plot(results)


def conditions() -> str:
    """Return when and on what machine something is measured now."""
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with Python {platform.python_version()} on"
        f" {os.cpu_count()} processors ({_processor()}), {platform.system()}; load over the last 15 minutes:"
        f" {_load()}."
    )


def _load() -> str:
    return f"{os.getloadavg()[2]:.0f}" if hasattr(os, "getloadavg") else "unknown"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _table(run: Run) -> str:
    rows = "\n".join(_row(case, cost, run.costs, run.pages) for case, cost in run.costs.items())
    head = "| what | seconds | CPU seconds | CPU ms a page | peak memory | × plain | × full build |"
    return f"## {run.pages:,} pages\n\n{run.conditions}\n\n{head}\n|---|--:|--:|--:|--:|--:|--:|\n{rows}"


def _row(case: str, cost: Cost, by_case: dict[str, Cost], pages: int) -> str:
    def times(base: str) -> str:
        return f"{cost.wall / by_case[base].wall:.2f}" if base in by_case and base != case else ""

    whole = times("build") if case.startswith("build") else ""
    return (
        f"| {NAMES[case]} | {cost.wall:.1f} | {cost.cpu:.1f} | {1000 * cost.cpu / pages:.1f} |"
        f" {cost.memory:.0f} MB | {times('plain')} | {whole} |"
    )


def _growth(results: Sequence[Result]) -> str:
    lines = [
        f"- {NAMES[case]}: {exponent:.2f}, from {first:,} to {last:,} pages"
        for case, exponent, first, last in _exponents(results)
    ]
    if not lines:
        return ""
    note = "CPU time grows with the number of pages to the power of (1.00 is linear):"
    return f"## Growth\n\n{note}\n\n" + "\n".join(lines)


def _exponents(results: Sequence[Result]) -> Iterator[tuple[str, float, int, int]]:
    for case in NAMES:
        own = sorted((r for r in results if r.case == case), key=lambda r: r.pages)
        if len(own) > 1:
            first, last = own[0], own[-1]
            yield case, log(last.cost.cpu / first.cost.cpu) / log(last.pages / first.pages), first.pages, last.pages


_SHOWN = {"plain": "#8a5a00", "pruned": "#b58900", "zensical": "#6c71c4", "build": "#0b4a5c", "build-edited": "#2f6f57"}
_WIDTH, _HEIGHT, _EDGE = 640, 400, 56


def _plot(results: Sequence[Result]) -> str:
    shown = [r for r in results if r.case in _SHOWN]
    pages, seconds = [r.pages for r in shown] or [1, 10], [r.cost.wall for r in shown] or [1, 10]
    left, right = log10(min(pages)), max(log10(max(pages)), log10(min(pages)) + 1)
    low, high = log10(min(seconds)) // 1, -(-log10(max(seconds)) // 1)

    def place(count: float, time: float) -> tuple[float, float]:
        x = _EDGE + (log10(count) - left) / (right - left) * (_WIDTH - 3 * _EDGE)
        y = _HEIGHT - _EDGE - (log10(time) - low) / max(high - low, 1) * (_HEIGHT - 2 * _EDGE)
        return round(x, 1), round(y, 1)

    parts = [_line(case, [(r.pages, r.cost.wall) for r in shown if r.case == case], place) for case in _SHOWN]
    parts += [_text(*place(count, 10**low), f"{count:,}", 22) for count in sorted(set(pages))]
    parts += [_text(8, place(10**left, 10.0**p)[1], f"{10.0**p:g} s", 4) for p in range(int(low), int(high) + 1)]
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        f' font-size="12"><title>Seconds by number of pages</title>'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _line(case: str, points: list[tuple[int, float]], place: object) -> str:
    if not points:
        return ""
    placed = [place(*point) for point in points]  # type: ignore[operator]  # the plot's own scale
    path = " ".join(f"{x},{y}" for x, y in placed)
    x, y = placed[-1]
    dots = "".join(f'<circle cx="{a}" cy="{b}" r="3" fill="{_SHOWN[case]}"/>' for a, b in placed)
    label = f'<text x="{x + 6}" y="{y + 4}" fill="{_SHOWN[case]}">{case}</text>'
    return f'<polyline points="{path}" fill="none" stroke="{_SHOWN[case]}" stroke-width="2"/>{dots}{label}'


def _text(x: float, y: float, words: str, down: int) -> str:
    return f'<text x="{x}" y="{y + down}" fill="#333">{words}</text>'
