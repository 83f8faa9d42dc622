"""Changes a person makes between two builds, each so that the library stays free of findings."""

from pathlib import Path

from benchmarks.library import UNREVIEWED


def edit_page(folder: Path) -> None:
    """Add a sentence to the one page without a review: a reviewed one would be refused, and rightly."""
    page = folder / "docs" / f"{UNREVIEWED}.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\nTake your time, and be kind to yourself.\n", encoding="utf-8")


def edit_evidence(folder: Path) -> None:
    """Say more exactly where a statement stands in its source; the statement itself is signed."""
    source = next(iter(sorted((folder / "docs" / "_data" / "sources").glob("study-0000-*.yml"))))
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("where: abstract", "where: abstract, results", 1), encoding="utf-8")


def edit_template(folder: Path) -> None:
    """Add a sentence to the foot of every page."""
    foot = folder / "overrides" / "careleaf" / "foot.html"
    foot.parent.mkdir(parents=True, exist_ok=True)
    before = foot.read_text(encoding="utf-8") if foot.exists() else '<p>{{ say("general-information") }}</p>\n'
    foot.write_text(f"{before}<p>Thank you for reading.</p>\n", encoding="utf-8")
