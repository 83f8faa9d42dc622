"""QR codes (ISO/IEC 18004) as small drawings."""

from collections.abc import Iterator

import segno

_QUIET = 4
"""Light modules all around, as the standard asks."""


def qr_svg(address: str) -> str:
    """Return an address as a QR code in SVG; up to 15% of it may be damaged (error level M)."""
    code = segno.make_qr(address, error="m", boost_error=False)
    side = len(code.matrix) + 2 * _QUIET
    path = "".join(_runs(code.matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<path d="{path}"/></svg>'
    )


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """Yield each run of dark modules in a row as one rectangle of a path."""
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                yield f"M{x + _QUIET} {y + _QUIET}h{end - x}v1h{x - end}z"
            x = end + 1
