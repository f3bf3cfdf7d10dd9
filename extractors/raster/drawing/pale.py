"""Outlines of symbols and lines too pale for ink, where the network sees a flow: there the least darkness is believed.

Elsewhere what is so pale is the grain of the paper, the back of the sheet or the edge of a shade.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np

from extractors.raster.connected import connected
from extractors.raster.drawing.backing import as_dark, on_page
from extractors.raster.drawing.bodies import Outline
from extractors.raster.drawing.holes import holes, mended
from extractors.raster.geometry.lie import ink
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import Maps

LEAST: Final = 9
"""Greys by which it is darker than what lies around it."""
SEEN: Final = 20
"""Of 255: what is so likely of the flow is worth a closer look."""
AROUND: Final = 9
"""Pixels of the maps: what is so near to a line that the network sees is looked at."""
GAP: Final = 0.045
"""Inches: a gap in the slanted side of a symbol is no longer."""
TOLD: Final = 100
"""Of 255: what is so likely of the flow is drawn, however pale it is."""
SPECK: Final = 0.03
"""Inches: a smaller piece of pale ink is noise."""
FLANK, REACH = 3, 5
"""Pixels: so near to ink pale ink is its flank; and the side of what is laid around the rest of it, to touch that ink again."""


def pale_ink(gray: Gray, seen: Maps, dpi: float) -> Gray:
    """What is only just darker than the paper, near what the network sees of a flow; 255 = ink.

    Args:
        gray: evenly lit.
        seen: what the network tells of it.
        dpi: pixels per inch.
    """
    flow = np.asarray(
        cv2.dilate(np.maximum(seen.symbols, seen.arrows), np.ones((AROUND, AROUND), np.uint8)), np.uint8
    )
    near = on_page(flow, (0, 0), gray.shape, dpi) > SEEN
    if not near.any():  # most pages of text
        return np.zeros_like(gray)
    return np.where(near, ink(gray, dpi, LEAST), 0).astype(np.uint8)


def pale_lines(
    gray: Gray,
    coloured: Gray | None,
    found: Gray,
    symbols: Sequence[Sequence[tuple[float, float]]],
    seen: Maps,
    dpi: float,
) -> Gray:
    """Pieces of lines that are too pale for ink, up to the ink that they go on in; 255 = ink.

    What is far paler than the symbols is of the back of the sheet.

    Args:
        gray: evenly lit.
        coloured: the same with coloured strokes darkened, None where there are none.
        found: its ink.
        symbols: the corners of the outlines of its symbols.
        seen: what the network tells of it.
        dpi: pixels per inch.
    """
    pale = pale_ink(gray, seen, dpi)
    if not pale.any():
        return pale
    darker = gray
    if coloured is not None:
        pale, darker = np.maximum(pale, pale_ink(coloured, seen, dpi)), np.minimum(gray, coloured)
    pale[on_page(np.maximum(seen.arrows, seen.symbols), (0, 0), gray.shape, dpi) > TOLD] = 255
    pale[~as_dark(symbols, darker)] = 0
    own = pale.copy()
    own[cv2.dilate(found, np.ones((FLANK, FLANK), np.uint8)) > 0] = 0
    labels, stats, _ = connected(own)
    specks = np.maximum(stats[:, 2], stats[:, 3]) < SPECK * dpi
    specks[0] = True
    own[specks[labels]] = 0
    own = cv2.morphologyEx(own, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)).astype(np.uint8)
    return np.asarray(cv2.min(cv2.dilate(own, np.ones((REACH, REACH), np.uint8)), pale), np.uint8)


def pale_outlines(bare: Gray, dpi: float) -> Iterator[Outline]:
    """What pale ink encloses, also where an outline has gaps.

    Args:
        bare: that ink without rules.
        dpi: pixels per inch.
    """
    if not bare.any():
        return
    side = max(3, round(GAP * dpi))
    slanted = cv2.morphologyEx(
        bare, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    )
    for mask in (bare, mended(bare, dpi), np.asarray(slanted, np.uint8)):
        yield from holes(mask, dpi)
