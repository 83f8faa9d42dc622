"""What an author waits for in a preview: one saved page, made again with its findings.

The preview is the one that `careleaf serve` runs, without its server and its quarter of a second between two looks.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from mkdocs.commands.build import build as build_all

from benchmarks.edits import edit_page
from benchmarks.library import TODAY
from benchmarks.measure import Cost
from careleaf.build.quick_preview import QuickPreview
from careleaf.build.run import Mode, Run
from careleaf.build.settings import load_settings, run_holder
from careleaf.mkdocs_plugin.plugin import CareleafPlugin

_ROOT = Path(__file__).resolve().parent.parent
"""Where this module can be imported from: the command runs in a library's folder."""
_SAVES = 5


def measure_saves(command: Sequence[str], folder: Path) -> Cost:
    """Return what the cheapest of a few saves cost; the preview's first build is not counted."""
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(  # noqa: S603  # the benchmarks' own command
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr[-2000:]}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def _preview(settings: Path) -> QuickPreview:
    config = load_settings(settings)
    plugin = run_holder(config)
    assert isinstance(plugin, CareleafPlugin)  # noqa: S101  # told to the type checker
    plugin.run = Run(Mode.PREVIEW, TODAY)
    config.plugins.on_startup(command="serve", dirty=False)
    build_all(config)
    return QuickPreview(plugin.current, lambda: build_all(config), lambda: plugin.engine)


def main() -> None:
    """Print the cost of a save as JSON: ``python -m benchmarks.saved_page``, in a library's folder."""
    preview = _preview(Path("mkdocs.yml"))
    costs: list[tuple[float, float]] = []
    for _ in range(_SAVES):
        edit_page(Path())
        wall, cpu = time.perf_counter(), time.process_time()
        preview.build()
        costs.append((time.process_time() - cpu, time.perf_counter() - wall))
    cpu, wall = min(costs)
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "memory": memory}), file=sys.stdout)


if __name__ == "__main__":
    main()
