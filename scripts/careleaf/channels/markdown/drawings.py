"""Small drawings as SVG: shape tells what belongs together, colour only helps (WCAG 2.2, 1.4.1 and 1.4.11).

Every drawing is decoration for a screen reader: its table says the same. What is filled takes the colour of the text
around, so that it is black on paper and light in the dark; style sheets may colour the classes.
"""

from fractions import Fraction
from math import cos, pi, sin
from xml.etree.ElementTree import Element, SubElement  # built here, nothing is parsed

from careleaf.model.chart import ICONS, Chart, Span
from careleaf.model.generated_part import DRAWING

_STEP = 20
_ACROSS = 10
_BAR = (240, 14)
_HOURS = 24
_FULL = {"fill": "currentColor"}
_HOLLOW = {"fill": "none", "stroke": "currentColor", "stroke-width": "1.5"}
_SHAPES = (
    ("M{x} {y}m-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0", _FULL),
    ("M{x} {y}m-6 -6h12v12h-12z", {"fill": "none", "stroke": "currentColor", "stroke-width": "3.5"}),
    ("M{x} {y}m0 -7.5l7.5 14h-15z", _FULL),
)
_REST = ("M{x} {y}m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", _HOLLOW)


def icons(chart: Chart) -> Element:
    """Return a hundred marks, ten in a row: one shape for each row of the table, small rings for everybody else."""
    counts = [int(span.high * ICONS) for span in chart.spans]
    svg = _svg("icons", _STEP * _ACROSS, _STEP * (ICONS // _ACROSS))
    start = 0
    for series, count in enumerate([*counts, ICONS - sum(counts)]):
        shape, style = _SHAPES[series] if series < len(counts) else _REST
        places = range(start, start + count)
        path = "".join(shape.format(x=_middle(place % _ACROSS), y=_middle(place // _ACROSS)) for place in places)
        if path:
            name = f"chart__s{series + 1}" if series < len(counts) else "chart__rest"
            SubElement(svg, "path", {"class": name, "d": path, **style})
        start += count
    return svg


def bar(span: Span, scale: Fraction) -> Element:
    """Return one bar from zero, or from a range's low end; all bars of a table have the same scale."""
    width, height = _BAR
    svg = _svg("bar", width, height)
    low, high = (float(value / scale) * (width - 2) for value in (span.low if span.is_range else Fraction(), span.high))
    SubElement(svg, "path", {"class": "chart__axis", "d": f"M1 0v{height}", "stroke": "currentColor"})
    if span.is_range:
        SubElement(
            svg, "path", {"d": f"M1 {height / 2:g}h{low:.4g}", "stroke": "currentColor", "stroke-dasharray": "2 3"}
        )
    place = {"x": f"{low + 1:.4g}", "y": "1", "width": f"{max(high - low, 1):.4g}", "height": f"{height - 2}"}
    SubElement(svg, "rect", {"class": "chart__s1", **place, **_FULL})
    return svg


def dial(chart: Chart) -> Element:
    """Return the 24 hours of a day with a band for each row; a moon stands at midnight, a sun at noon."""
    svg = _svg("dial", 240, 240)
    SubElement(svg, "circle", {"class": "chart__axis", "cx": "120", "cy": "120", "r": "70", **_HOLLOW})
    for hour in range(_HOURS):
        reach = 84 if hour % 6 == 0 else 77
        (x1, y1), (x2, y2) = _point(hour, 70), _point(hour, reach)
        SubElement(svg, "path", {"d": f"M{x1} {y1}L{x2} {y2}", "stroke": "currentColor", "stroke-width": "1.5"})
    for series, span in enumerate(chart.spans):
        style = _BANDS[series]
        SubElement(svg, "path", {"class": f"chart__b{series + 1}", "d": _arc(span, 54), "fill": "none", **style})
    SubElement(svg, "path", {"class": "chart__moon", "d": "M124 8a13 13 0 1 0 9 20a11 11 0 1 1 -9 -20z", **_FULL})
    rays = "".join(f"M{_about(angle, 9)}L{_about(angle, 14)}" for angle in range(0, 360, 45))
    SubElement(svg, "path", {"d": rays, "stroke": "currentColor", "stroke-width": "2"})
    SubElement(svg, "circle", {"cx": "120", "cy": "220", "r": "6", **_FULL})
    return svg


_BANDS = (
    {"stroke": "currentColor", "stroke-width": "22"},
    {"stroke": "currentColor", "stroke-width": "22", "stroke-dasharray": "3 3"},
    {"stroke": "currentColor", "stroke-width": "6"},
)


def key(series: int, *, is_band: bool) -> Element:
    """Return the shape or band of one row, to stand before its words."""
    svg = _svg("key", _STEP, _STEP)
    if is_band:
        name, path, style = f"chart__b{series + 1}", "M0 10h20", {**_BANDS[series], "fill": "none"}
        style["stroke-width"] = "14" if series < 2 else "6"
    else:
        shape, style = _SHAPES[series]
        name, path = f"chart__s{series + 1}", shape.format(x=10, y=10)
    SubElement(svg, "path", {"class": name, "d": path, **style})
    return svg


def _svg(name: str, width: int, height: int) -> Element:
    size = {"viewBox": f"0 0 {width} {height}", "width": str(width), "height": str(height)}
    return Element("svg", {"class": f"{DRAWING} chart__{name}", **size, "aria-hidden": "true", "focusable": "false"})


def _middle(place: int) -> int:
    return place * _STEP + _STEP // 2


def _point(hour: float, radius: float, around: tuple[float, float] = (120, 120)) -> tuple[str, str]:
    angle = hour / _HOURS * 2 * pi
    return f"{around[0] + radius * sin(angle):.1f}", f"{around[1] - radius * cos(angle):.1f}"


def _about(degrees: int, radius: float) -> str:
    return " ".join(_point(degrees / 360 * _HOURS, radius, (120, 220)))


def _arc(span: Span, radius: int) -> str:
    """Return a clockwise arc from one time of day to another, also over midnight."""
    start, end = float(span.low), float(span.high)
    length = (end - start) % _HOURS
    return "M{} {}A{r} {r} 0 {large} 1 {} {}".format(
        *_point(start, radius), *_point(end, radius), r=radius, large=int(length > _HOURS / 2)
    )
