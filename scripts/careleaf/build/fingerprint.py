"""The fingerprint of the tool itself: whatever it made with other code, templates or libraries is no longer its own."""

import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def tool_fingerprint() -> str:
    """Return a hash over careleaf's code, templates and fonts, and over every installed package's version."""
    digest = sha256(platform.python_version().encode())
    for file in sorted(f for f in _PACKAGE.rglob("*") if f.is_file() and "__pycache__" not in f.parts):
        digest.update(f"\0{file.relative_to(_PACKAGE).as_posix()}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    for installed in sorted(f"{d.name} {d.version}" for d in distributions()):
        digest.update(f"\0{installed}".encode())
    return digest.hexdigest()
