"""The guide, in a copy that can be built."""

import shutil
from pathlib import Path

from careleaf.cli.main import main
from tests.conftest import ROOT


def write_guide(folder: Path) -> Path:
    """Write the guide with the pages of its rules, as `make guide` does; return its mkdocs.yml."""
    for tracked in ("mkdocs.yml", "docs"):
        source = ROOT / "guide" / tracked
        if source.is_dir():
            shutil.copytree(source, folder / tracked, ignore=shutil.ignore_patterns("rules"))
        else:
            shutil.copy(source, folder / tracked)
    assert main(["explain", "--all", "--out", str(folder / "docs/rules")]) == 0
    return folder / "mkdocs.yml"
