"""The publisher's own typefaces: read from their files, and told to the process that sets a handout."""

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from hashlib import sha256
from pathlib import Path
from typing import Any

from careleaf.channels.handout.font_file import common, read_font
from careleaf.model.errors import RenderError
from careleaf.model.typeface import Typeface


def typeface(folder: Path, files: Sequence[str], languages: Sequence[str] = ()) -> Typeface:
    """Return a typeface of some files, all of one family.

    Raises:
        ValueError: A file cannot be used; says which, and why.
        OSError: A file cannot be read.

    """
    contents = [(folder / name).read_bytes() for name in files]
    fonts = []
    for name, content in zip(files, contents, strict=True):
        try:
            fonts.append(read_font(content))
        except ValueError as fault:
            raise ValueError(f"`{name}` {fault}") from fault
        if not fonts[-1].may_be_embedded:
            raise ValueError(f"`{name}` forbids that it is embedded in a document")
        if fonts[-1].family != fonts[0].family:
            raise ValueError(f"`{name}` is of another family than `{files[0]}`")
    digest = sha256(b"".join(sha256(content).digest() for content in contents)).hexdigest()
    spans = reduce(common, (font.spans for font in fonts))
    return Typeface(fonts[0].family, str(folder), tuple(files), digest, spans, tuple(languages))


def told(face: Typeface) -> dict[str, object]:
    """Return what a handout's data says about a typeface: JSON, and short."""
    return {
        "family": face.family,
        "folder": face.folder,
        "files": list(face.files),
        "digest": face.digest,
        "languages": list(face.languages),
    }


def typefaces_of(data: Mapping[str, Any]) -> tuple[Typeface, ...]:
    """Return the typefaces that a handout's data tell of. Raises RenderError when they are not here, or others now."""
    return tuple(
        _known(each["folder"], tuple(each["files"]), tuple(each["languages"]), each["digest"])
        for each in data["typefaces"]
    )


@cache
def _known(folder: str, files: tuple[str, ...], languages: tuple[str, ...], digest: str) -> Typeface:
    names = ", ".join(files)
    try:
        found = typeface(Path(folder), files, languages)
    except (OSError, ValueError) as fault:
        raise RenderError(f"The typeface {names} cannot be read in {folder}: {fault}") from fault
    if found.digest != digest:
        raise RenderError(f"The typeface {names} in {folder} has changed since this run began")
    return found
