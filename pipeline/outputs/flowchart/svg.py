"""A page of the flowchart as SVG: one element to lay over the rows of its table.

Texts inside are escaped here, since they come from documents.
"""

from collections.abc import Collection, Sequence
from html import escape
from typing import Final

from extractors.boxes import Box
from pipeline.outputs.flowchart.forms import corners
from pipeline.outputs.flowchart.model import Arrow, Connector, Label, Page, Point, Shape
from pipeline.outputs.flowchart.strokes import head_of, letter_of

FONT: Final = "Arimo, Arial, 'Liberation Sans', sans-serif"
_INK: Final = 'fill="#fff" stroke="#000" stroke-width="0.9"'
DASH: Final = "3 2"
"""Pattern of the lines of an inferred flow."""


def page_svg(page: Page, width: float, *, dashed: bool = False, symbols: bool = True) -> str:
    """The page as one ``<svg>`` for an HTML page, in points, as wide as the table and as high as its rows.

    Args:
        page: what to draw.
        width: of the table.
        dashed: whether the edges are inferred.
        symbols: whether to draw the symbols too, or only what is between them.
    """
    height = sum(page.tinggi)
    inferred = [arrow.edge for arrow in page.panah] if dashed else []
    box = f'width="{_n(width)}pt" height="{_n(height)}pt" viewBox="0 0 {_n(width)} {_n(height)}"'
    return f'<svg class="alur" {box} {_INK}>{_parts(page, inferred, symbols)}</svg>'


def page_group(page: Page, inferred: Collection[int]) -> str:
    """The page as one ``<g>`` for a drawing in points; ``inferred`` are the edges drawn as broken lines."""
    return f"<g {_INK}>{_parts(page, inferred, symbols=True)}</g>"


def _parts(page: Page, inferred: Collection[int], symbols: bool) -> str:
    parts = [_symbol(shape) for shape in page.simbol] if symbols else []
    parts += [_connector(each) for each in page.konektor]
    parts += [_arrow(arrow, arrow.edge in inferred) for arrow in page.panah]
    parts += [_label(label) for label in page.label]
    return "".join(parts)


def _symbol(shape: Shape) -> str:
    x0, y0, x1, y1 = shape.kotak
    mark = f'data-simbol="{escape(shape.simbol)}"'
    points = corners(shape.simbol, shape.kotak)
    if points is not None:
        return f'<polygon {mark} points="{_points(points)}"/>'
    if shape.simbol == "terminator":
        size = f'width="{_n(x1 - x0)}" height="{_n(y1 - y0)}" rx="{_n((y1 - y0) / 2)}"'
        return f'<rect {mark} x="{_n(x0)}" y="{_n(y0)}" {size}/>'
    return _text(shape.simbol, shape.kotak, 9.0)


def _connector(connector: Connector) -> str:
    points = corners("konektor", connector.kotak) or []
    letter = _text(connector.huruf, *letter_of(connector))
    return f'<g data-penghubung="{escape(connector.huruf)}"><polygon points="{_points(points)}"/>{letter}</g>'


def _arrow(arrow: Arrow, dashed: bool) -> str:
    head, end = head_of(arrow.titik)
    line = f'<polyline fill="none" points="{_points([*arrow.titik[:-1], end])}"'
    line += f' stroke-dasharray="{DASH}"/>' if dashed else "/>"
    return (
        f'<g data-alur="{arrow.edge}">{line}<polygon fill="#000" stroke="none" points="{_points(head)}"/></g>'
    )


def _label(label: Label) -> str:
    x0, y0, x1, y1 = label.kotak
    ground = f'<rect stroke="none" x="{_n(x0)}" y="{_n(y0)}" width="{_n(x1 - x0)}" height="{_n(y1 - y0)}"/>'
    return ground + _text(label.teks, label.kotak, label.huruf)


def _text(text: str, box: Box, size: float) -> str:
    x, y = box.centre
    place = f'x="{_n(x)}" y="{_n(y + 0.36 * size)}" font-size="{_n(size)}" font-family="{FONT}"'
    return f'<text {place} text-anchor="middle" fill="#000" stroke="none">{escape(text)}</text>'


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """A number without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
