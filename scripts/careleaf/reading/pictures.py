"""What an image shows, as a digest: pixels, not bytes, so that saving it again changes nothing."""

import io
import warnings
from hashlib import sha256

from PIL import Image, UnidentifiedImageError

MAX_PIXELS = 50_000_000
MAX_BYTES = 20_000_000


def picture_digest(content: bytes, name: str) -> str | None:
    """Return the SHA-256 of an SVG's text or of an image's decoded pixels; None when it cannot be decoded.

    Args:
        content: the file's bytes.
        name: the file's name; only its ending is looked at.
    """
    if len(content) > MAX_BYTES:
        return None
    if name.lower().endswith(".svg"):
        return sha256(" ".join(content.decode("utf-8", "replace").split()).encode()).hexdigest()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _pixels(content)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombWarning,
            Image.DecompressionBombError):  # fmt: skip  # all that Pillow raises for a broken or huge image
        return None


def _pixels(content: bytes) -> str | None:
    with Image.open(io.BytesIO(content)) as image:
        if image.width * image.height > MAX_PIXELS:
            return None
        pixels = image.convert("RGBA")
    head = f"{pixels.width}x{pixels.height}".encode()
    return sha256(head + pixels.tobytes()).hexdigest()
