"""The list of every file of a site: what a receiver holds a copy against.

Two forms say the same: JSON for programs, and lines for ``sha256sum -c``. Scripts and style sheets carry their
Subresource Integrity value as well (https://www.w3.org/TR/SRI/), so that a portal can pin them.
"""

import base64
import json
import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256, sha384

from careleaf.model.api.files import ListedFile

FILE_LIST = "api/v1/files.json"
CHECKSUMS = "SHA256SUMS"
_FORM = 1
_PINNED = (".js", ".css")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\x00-\x1f\\]|^/|^[A-Za-z]:|(?:^|/)\.{0,2}(?:/|$)")


class UnusableFileListError(ValueError):
    """A list that nobody should follow; the message says why, to complete "its list of files …"."""


def listed_file(path: str, content: bytes) -> ListedFile:
    """Return what the list says about a file."""
    integrity = f"sha384-{base64.b64encode(sha384(content).digest()).decode()}" if path.endswith(_PINNED) else ""
    return ListedFile(path, len(content), sha256(content).hexdigest(), integrity)


def render_file_list(files: Iterable[ListedFile], made_on: date) -> str:
    """Return the list as JSON, one file a line; `made_on` is the day the site was built for."""
    lines = [json.dumps(_as_json(file), ensure_ascii=False) for file in sorted(files, key=lambda file: file.path)]
    rows = ",\n".join(lines)
    return f'{{"form": {_FORM}, "made_on": "{made_on}", "files": [\n{rows}\n]}}\n'


def render_checksums(files: Iterable[ListedFile]) -> str:
    """Return the list as ``sha256sum -c`` reads it."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))


def parse_file_list(text: str) -> tuple[ListedFile, ...]:
    """Read a list somebody else wrote. Raises UnusableFileListError when it is broken, or leads out of its folder."""
    try:
        data = json.loads(text)
        if data["form"] != _FORM:
            raise UnusableFileListError(f"has the form {data['form']}, which this careleaf does not know")
        files = tuple(_from_json(entry) for entry in data["files"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        if isinstance(error, UnusableFileListError):
            raise
        raise UnusableFileListError("cannot be read") from error
    if len({file.path for file in files}) != len(files):
        raise UnusableFileListError("names a file twice")
    return files


def is_safe_path(path: str) -> bool:
    """Tell whether a path stays in the folder it is relative to, on every system."""
    return not _UNSAFE.search(path)


def _as_json(file: ListedFile) -> dict[str, object]:
    data = {"path": file.path, "size": file.size, "sha256": file.sha256, "integrity": file.integrity}
    return {key: value for key, value in data.items() if key != "integrity" or value}


def _from_json(entry: dict[str, object]) -> ListedFile:
    path, size, digest = entry["path"], entry["size"], entry["sha256"]
    if not isinstance(path, str) or not is_safe_path(path):
        raise UnusableFileListError(f"names {json.dumps(path)}, which leads out of its folder")
    if not isinstance(size, int) or not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise UnusableFileListError(f"does not say size and SHA-256 of {json.dumps(path)}")
    return ListedFile(path, size, digest, str(entry.get("integrity", "")))
