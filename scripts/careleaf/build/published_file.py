"""docs/_data/published.yml on disk: read whole, changed in one step, never by two at once."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.disk import disk_refusals
from careleaf.build.locking import only_one
from careleaf.build.register_text import with_pages
from careleaf.build.settings import root_folder
from careleaf.model.errors import ConfigError
from careleaf.model.published import Published
from careleaf.reading.records import parse_record
from careleaf.reading.registers import DATA_FOLDER, relative_path
from careleaf.reading.text_file import read_text

_NAME = "published.yml"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """The register as it stands on disk, under a lock."""

    file: Path
    text: str
    published: Published

    @contextmanager
    def changing_to(self, after: Published) -> Iterator[None]:
        """Write the new register beside the old one, run the block, and put it in place only if that went well.

        The room on the disk is taken before the block runs. Raises PublishError; then the register is as it was.
        """
        if after == self.published:
            yield
            return
        fresh = self.file.with_name(f".{_NAME}.next")
        text = with_pages(self.text, self.published, after)
        try:
            with disk_refusals(str(self.file), "The register is as it was."):
                _write(fresh, text)
            yield
            with disk_refusals(str(self.file), "Run the command again."):
                fresh.replace(self.file)
        finally:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)


@contextmanager
def published_file(config: MkDocsConfig) -> Iterator[PublishedFile]:
    """Read the register of released pages and keep others from changing it.

    Raises:
        ConfigError: the register cannot be read.
        PublishError: another process is changing it.
    """
    root = root_folder(config)
    file = (Path(config.docs_dir) / DATA_FOLDER / _NAME).resolve()
    with only_one(root / ".published.lock", f"changing {file}"):
        text = _text(file, relative_path(file, root))
        record, faults = parse_record(text or "{}", relative_path(file, root), "published", Published)
        if faults or record is None:
            fault = faults[0].finding
            raise ConfigError(f"{fault.location}: {fault.message} {fault.help}")
        yield PublishedFile(file, text, record.value)


def _text(file: Path, path: str) -> str:
    if not file.exists():
        return ""
    text, fault = read_text(file, path)
    if text is None:
        raise ConfigError(f"{fault.finding.location}: {fault.finding.message}" if fault else f"{path} cannot be read.")
    return text if text.strip() else ""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
