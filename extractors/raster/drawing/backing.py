"""How far what ink shows of a flow is backed by the network that tells lines, and what it sees beyond that.

Ink does not say whether what it encloses is a symbol or a mesh between arrows, nor whether a line of the flow runs on a
rule; the network was shown which is which. It may be blind where ink is clear, so it never takes away what ink is sure of.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.drawing.bodies import Outline
from extractors.raster.drawing.holes import holes, mended
from extractors.raster.drawing.runs import Point
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import DPI, Maps
from extractors.sheets import Rule

AROUND: Final = 5
"""Pixels of the maps: what is so near to a line is on it."""
SURELY: Final = 140.0
"""Of 255: an outline so likely that of a symbol is one, whatever meets it."""
ARROWS: Final = 1.35
"""How many times as likely arrows are where it is they that enclose something."""
FLOW: Final = 60
"""Of 255: what is so likely of the flow may be the side of a symbol."""
SEEN, FEW, LEAST = 80.0, 3, 0.3
"""Of 255: outlines so likely are seen; where so many are, one that has less than this share of what most have is no symbol's."""
HALF: Final = 0.5
"""Part of that share that does for a filled form: the network hardly sees small or pale ones beside others."""
ALIKE: Final = 8.0
"""Of 255: fillings of one page differ by no more than this."""
FILLED: Final = 242.0
"""Of 255: a filling is darker than the paper."""
PALE: Final = 0.25
"""Share of the darkness of most outlines below which one is of the back of the sheet."""
RULE: Final = 2
"""Pixels of the maps that a rule is thick, where it closes an outline."""


class Backing(NamedTuple):
    """How likely a pixel is on, or right beside, a part of the flow, 0..255; ``learned.DPI`` pixels per inch.

    Attributes:
        symbols: the outlines of symbols.
        arrows: the lines between them.
    """

    symbols: Gray
    arrows: Gray


def backing(seen: Maps) -> Backing:
    """What the network says of the flow, to be asked for lines that are known to a pixel."""
    around = np.ones((AROUND, AROUND), np.uint8)
    symbols, arrows = (np.asarray(cv2.dilate(told, around), np.uint8) for told in (seen.symbols, seen.arrows))
    return Backing(symbols, arrows)


def backed(outline: Outline, back: Backing, dpi: float) -> tuple[bool, bool]:
    """Whether an outline is surely that of a symbol, and whether it is one that arrows make.

    Args:
        outline: in pixels of the page.
        back: what the network says.
        dpi: pixels per inch of the page.
    """
    symbol, arrow = _likely(outline.reshape(-1, 2), back, dpi)
    return symbol >= SURELY, symbol < SURELY and arrow > ARROWS * symbol


def seen_as_others(
    outlines: Sequence[Sequence[Point]], back: Backing, dpi: float, sure: Sequence[bool] = ()
) -> list[bool]:
    """Which outlines are those of symbols, on a page whose symbols the network sees; elsewhere it says nothing against any.

    Args:
        outlines: their corners in pixels of the page.
        back: what the network says.
        dpi: pixels per inch of the page.
        sure: for each whether it is surely a filled form; none is where this is empty.
    """
    likely = np.array([_likely(np.asarray(points), back, dpi)[0] for points in outlines])
    seen = likely[likely >= SEEN]
    least = LEAST * float(np.median(seen)) if len(seen) >= FEW else 0.0
    told = sure or [False] * len(outlines)
    return [bool(value >= least * (HALF if own else 1.0)) for value, own in zip(likely, told, strict=True)]


def filled_as_others(outlines: Sequence[Sequence[Point]], sure: Sequence[bool], gray: Gray) -> list[bool]:
    """Which outlines are of filled forms: those that surely are, and those filled in the same grey.

    Args:
        outlines: their corners in pixels of the page.
        sure: for each whether its picture surely tells a filled form.
        gray: the page, evenly lit.
    """
    fills = np.array([_filling(np.asarray(points), gray) for points in outlines])
    told = fills[np.asarray(sure, bool) & (fills <= FILLED)]
    if len(told) < FEW:
        return list(sure)
    alike = (fills <= FILLED) & (np.abs(fills - np.median(told)) <= ALIKE)
    return [bool(own or as_others) for own, as_others in zip(sure, alike, strict=True)]


def _filling(points: NDArray[Any], gray: Gray) -> float:
    """The usual brightness of what closed corners enclose."""
    corners = np.rint(points).astype(np.int32)
    x, y, w, h = cv2.boundingRect(corners)
    inside = np.zeros((h, w), np.uint8)
    cv2.drawContours(inside, [corners], -1, (1,), -1, offset=(-x, -y))
    part = gray[y : y + h, x : x + w]
    return float(np.median(part[inside[: part.shape[0], : part.shape[1]] > 0]))


def dark_as_others(outlines: Sequence[Sequence[Point]], gray: Gray) -> list[bool]:
    """Which outlines are of this side of the sheet: those of the back shine through far paler than the others.

    Args:
        outlines: their corners in pixels.
        gray: the page; of its own and of darkened colours what is darker.
    """
    shades = _shades(outlines, gray)
    least = _least_shade(shades)
    return [bool(shade >= least) for shade in shades]


def as_dark(outlines: Sequence[Sequence[Point]], gray: Gray) -> NDArray[np.bool_]:
    """Where the page is dark enough for what is of the side of the sheet that some outlines are of; arguments as above."""
    return np.asarray(_spread(gray) >= _least_shade(_shades(outlines, gray)))


def _shades(outlines: Sequence[Sequence[Point]], gray: Gray) -> NDArray[np.float64]:
    ink = _spread(gray)
    return np.array([_shade(np.asarray(points), ink) for points in outlines])


def _least_shade(shades: NDArray[np.float64]) -> float:
    return PALE * float(np.median(shades)) if len(shades) >= FEW else 0.0


def _spread(gray: Gray) -> Gray:
    """How dark the darkest is right around each pixel."""
    return np.asarray(cv2.dilate(255 - gray, np.ones((AROUND, AROUND), np.uint8)), np.uint8)


def _shade(points: NDArray[Any], ink: Gray) -> float:
    """How dark most of the way around closed corners is at least."""
    return float(np.median(ink[_course(points.astype(np.float64), ink)]))


def _course(corners: NDArray[np.float64], picture: Gray) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows and columns of the pixels on the way around closed corners."""
    course = np.concatenate([corners, corners[:1]])
    reached = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(course, axis=0).T))])
    places = np.linspace(0, reached[-1], max(2, round(float(reached[-1]))))
    xs, ys = (np.rint(np.interp(places, reached, course[:, at])).astype(np.int64) for at in (0, 1))
    height, width = picture.shape
    return np.clip(ys, 0, height - 1), np.clip(xs, 0, width - 1)


def _likely(points: NDArray[Any], back: Backing, dpi: float) -> tuple[float, float]:
    """How likely the way around closed corners is of a symbol, and of arrows, 0..255 on the mean."""
    course = _course(points.astype(np.float64) * (DPI / dpi), back.symbols)
    symbol, arrow = (float(told[course].mean()) for told in back)
    return symbol, arrow


def closed(seen: Maps, rules: Sequence[Rule], dpi: float) -> Iterator[Outline]:
    """The outlines of what the flow encloses, by itself and together with rules.

    Args:
        seen: what the network tells of a page.
        rules: its ruled lines, in pixels of the page.
        dpi: pixels per inch of the page.

    Yields:
        Points in pixels of the page.
    """
    by = dpi / DPI
    flow = np.where(np.maximum(seen.symbols, seen.arrows) > FLOW, 255, 0).astype(np.uint8)
    with_rules = flow.copy()
    for rule in rules:
        ends = ((rule.at, rule.start), (rule.at, rule.end))
        first, last = ((x, y) if rule.tegak else (y, x) for x, y in ends)
        cv2.line(with_rules, _small(first, by), _small(last, by), (255,), RULE)
    for mask in (flow, with_rules):
        for outline in holes(mended(mask, DPI), DPI):
            yield np.asarray(np.rint((outline + 0.5) * by), np.int32)


def _small(point: tuple[float, float], by: float) -> tuple[int, int]:
    return round(point[0] / by), round(point[1] / by)


def on_page(likely: Gray, corner: tuple[int, int], shape: tuple[int, ...], dpi: float) -> Gray:
    """A part of a map at the size that it has on the page.

    Args:
        likely: a map.
        corner: left and upper edge of the part in pixels of the page.
        shape: its height and width.
        dpi: pixels per inch of the page.
    """
    by = DPI / dpi
    xs = np.clip(np.rint((np.arange(shape[1]) + corner[0]) * by), 0, likely.shape[1] - 1).astype(np.int64)
    ys = np.clip(np.rint((np.arange(shape[0]) + corner[1]) * by), 0, likely.shape[0] - 1).astype(np.int64)
    # Columns before rows: the map has fewer of these than the page.
    return np.asarray(likely.take(xs, axis=1).take(ys, axis=0), np.uint8)
