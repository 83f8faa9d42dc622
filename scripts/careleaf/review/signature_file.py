"""A signature as ssh-keygen leaves it: a file beside what was signed."""

from pathlib import Path

from careleaf.model.errors import ConfigError
from careleaf.reading.text_file import read_text


def signature_in(file: Path | None) -> str:
    """Return the armoured signature in a file, its line breaks as records keep them; empty without a file."""
    if file is None:
        return ""
    text, fault = read_text(file, str(file))
    if text is None:
        raise ConfigError(f"{file}: {fault.finding.message} {fault.finding.help}" if fault else f"{file} is no text.")
    return text.strip() + "\n"
