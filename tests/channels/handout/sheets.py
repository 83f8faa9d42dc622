"""What a printer and an eye get from a PDF: pixels, sizes, inks, and where each letter stands."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from PIL import Image


def pictures_of(pdf: bytes, scale: float = 2) -> list[Image.Image]:
    """Return each sheet as a picture; a scale of 1 is 72 pixels an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [sheet.render(scale=scale).to_pil() for sheet in document]


def letters_off_the_sheet(pdf: bytes) -> list[str]:
    """Return the letters that do not lie wholly on their sheet."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for sheet in document:
            width, height = sheet.get_size()
            text = sheet.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                if right > left and not (left >= 0 and right <= width and bottom >= 0 and top <= height):
                    found.append(text.get_text_range(index, 1))
    return found


def letters(pdf: bytes) -> int:
    """Count the letters that stand on the sheets."""
    with pypdfium2.PdfDocument(pdf) as document:
        return sum(len(sheet.get_textpage().get_text_bounded().replace("\n", "")) for sheet in document)


def text_heights(pdf: bytes) -> dict[float, int]:
    """Return how many pieces of text are set in each height, in points."""
    heights: dict[float, int] = {}
    for _, operands, height, _ in _texts(pdf):
        heights[height] = heights.get(height, 0) + len(operands)
    return heights


def contrasts(pdf: bytes) -> set[float]:
    """Return the contrasts of all dark text with white paper (WCAG 2.2, relative luminance); 21 is black.

    White text stands on black boxes alone and is left out.
    """
    lights = {_luminance(ink) for _, _, _, ink in _texts(pdf)}
    return {round(1.05 / (light + 0.05), 2) for light in lights if light < 0.9}


def _texts(pdf: bytes) -> Iterator[tuple[str, list[object], float, tuple[float, ...]]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for sheet in document.pages:
            height, ink = 0.0, (0.0,)
            for instruction in pikepdf.parse_content_stream(sheet):
                operands, name = list(instruction.operands), str(instruction.operator)
                if name == "Tf":
                    height = float(operands[1])
                elif name in {"scn", "sc", "g", "rg"}:
                    ink = tuple(float(part) for part in operands)
                elif name in {"Tj", "TJ"}:
                    yield name, operands, height, ink


def _luminance(ink: tuple[float, ...]) -> float:
    red, green, blue = (ink * 3)[:3]
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
