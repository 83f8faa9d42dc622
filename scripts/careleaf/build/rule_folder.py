"""The pages of all rules, written into a folder."""

from pathlib import Path

from careleaf.model.errors import ConfigError
from careleaf.reporters.rule_pages import rule_pages
from careleaf.rules.table import RULES


def write_rule_pages(folder: Path) -> int:
    """Write a page for each rule, and the index; return how many. Other files in the folder are left alone.

    Raises:
        ConfigError: the folder cannot be written.
    """
    pages = rule_pages(RULES)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"{folder} cannot be written: {error.strerror}.") from error
    return len(pages)
