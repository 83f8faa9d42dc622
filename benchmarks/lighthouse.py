"""Asks Lighthouse about one page: npm brings it in the version of `benchmarks/node/`, the browser is the system's."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AIMS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least points of a hundred a page of the website may have."""
TIMES = {
    "first-contentful-paint": "first words",
    "largest-contentful-paint": "main words",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}
"""Lighthouse's names of what it times, and ours."""
_FOLDER = Path(__file__).parent / "node"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"
_UNASKED = {"notApplicable", "manual", "informative"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse said of one page in one run."""

    points: dict[str, int]
    """Of a hundred, by category."""
    times: dict[str, str]
    """By our names, with their units."""
    lost: tuple[str, ...]
    """What cost points outside performance."""


def install() -> str:
    """Install Lighthouse; return what a person has to install first, or nothing."""
    if not _browser():
        return "no Chromium was found. On Debian: apt-get install chromium"
    npm = shutil.which("npm")
    command = [npm or "", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if not npm or subprocess.run(command, cwd=_FOLDER, check=False).returncode:  # noqa: S603  # our own command
        return "npm is missing or could not install it. On Debian: apt-get install npm"
    return ""


def version() -> str:
    """Return which Lighthouse is asked."""
    package = json.loads((_FOLDER / "package.json").read_text(encoding="utf-8"))
    return str(package["devDependencies"]["lighthouse"])


def ask(address: str, work: Path) -> Verdict:
    """Return what Lighthouse says of an address. Raises CalledProcessError when the page cannot be loaded."""
    answer = work / "answer.json"
    program = _FOLDER / "node_modules/lighthouse/cli/index.js"
    command = ["node", program, address, "--quiet", "--output=json", f"--output-path={answer}", _FLAGS]
    subprocess.run(  # noqa: S603  # our own command
        command, check=True, env={**os.environ, "CHROME_PATH": _browser(), "HOME": str(work)}
    )
    return verdict(json.loads(answer.read_text(encoding="utf-8")))


def _browser() -> str:
    return next((path for name in _BROWSERS if (path := shutil.which(name))), "")


def verdict(answer: dict[str, Any]) -> Verdict:
    """Return what one answer of Lighthouse's says, from its `categories` and `audits`."""
    categories, audits = answer["categories"], answer["audits"]
    return Verdict(
        {kind: round(100 * (categories[kind]["score"] or 0)) for kind in AIMS},
        {words: audits[name]["displayValue"].replace("\xa0", " ") for name, words in TIMES.items()},
        tuple(
            f"{kind}: {audits[ref['id']]['title']}"
            for kind in list(AIMS)[1:]
            for ref in categories[kind]["auditRefs"]
            if ref["weight"] and _cost_points(audits[ref["id"]])
        ),
    )


def _cost_points(audit: dict[str, Any]) -> bool:
    return audit["scoreDisplayMode"] not in _UNASKED and (audit["score"] or 0) < 1
