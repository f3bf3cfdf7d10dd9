"""Streaks of a dirty scanner: straight along the picture from edge to edge, over print and white margins alike.

They look like rules and lean against those of the page, so they bend the page and part its cells. What a
streak takes away of the light is the same all along it, so the picture can be had back.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry.paper import Gray, Rgb, lying

INCHES = 11.69
"""Of the long side of a page."""
BANDS = 60
"""Into so many parts the way of a streak is cut."""
MOST_BANDS = 0.72
"""The share of them in which it is seen; a rule leans or ends, a page has margins."""
EDGE, LID, MOST_LID = 0.01, 120, 4
"""The outermost share of the picture, where it must be seen, too: no rule comes so far. What is darker than the
second is the scanner's lid; then the next such share is asked, up to the last number."""
DARKER = 9.0
"""Grey levels by which a streak is darker than both of its sides."""
SIDE = 0.035
"""Inches from a streak to where its sides are looked at."""
BLUR = 0.02
"""Inches beside a streak that it may darken, too."""
MOST_STREAKS, WIDEST = 12, 0.04
"""More or wider ones are no streaks but what is printed; the second in inches."""
LEAST_LIGHT = 0.3
"""What lets less of the light pass is print."""


def without_streaks(picture: Rgb, gray: Gray) -> tuple[Rgb, Gray]:
    """The picture in colours and in grey with streaks lightened, along both axes; the same ones where there are none.

    Args:
        picture: height x width x 3, as it came from the scanner.
        gray: the same in grey.
    """
    dpi = max(gray.shape) / INCHES
    for axis in (0, 1):
        light = _light(gray if axis == 0 else lying(gray), dpi)
        if light is None:
            continue
        factor = (1 / light).astype(np.float32)
        along = factor[None, :] if axis == 0 else factor[:, None]
        lit = np.flatnonzero(light < 1)
        picture, gray = picture.copy(), gray.copy()
        where = (slice(None), lit) if axis == 0 else (lit, slice(None))
        part = along[:, lit] if axis == 0 else along[lit]
        gray[where] = np.minimum(gray[where] * part, 255).astype(np.uint8)
        picture[where] = np.minimum(picture[where] * part[..., None], 255).astype(np.uint8)
    return picture, gray


def _light(gray: Gray, dpi: float) -> NDArray[np.float64] | None:
    """What share of the light passes in each column; None where none is streaked."""
    width = gray.shape[1]
    bands = cv2.resize(gray, (width, BANDS), interpolation=cv2.INTER_AREA).astype(np.float64)
    off = max(3, round(SIDE * dpi))
    beside = np.minimum(np.roll(bands, off, axis=1), np.roll(bands, -off, axis=1))
    darker = beside - bands >= DARKER
    seen = darker.mean(axis=0) >= MOST_BANDS
    seen &= _at_edge(gray, off) & _at_edge(gray[::-1], off)
    seen[:off] = seen[-off:] = False
    streaks = _runs(np.flatnonzero(seen))
    streaks = [run for run in streaks if len(run) <= max(3, WIDEST * dpi)]
    if not 0 < len(streaks) <= MOST_STREAKS:
        return None
    light = np.ones(width)
    blur = max(1, round(BLUR * dpi))
    for run in streaks:
        low, high = max(off, run[0] - blur), min(width - off, run[-1] + blur + 1)
        sides = (bands[:, low - off // 2 - 1] + bands[:, min(width - 1, high + off // 2)]) / 2
        passed = np.median(bands[:, low:high] / np.maximum(sides, 1.0)[:, None], axis=0)
        if passed.min() >= LEAST_LIGHT:
            light[low:high] = np.minimum(light[low:high], np.where(passed < 0.985, passed, 1.0))
    return light if light.min() < 1 else None


def _at_edge(gray: Gray, off: int) -> NDArray[np.bool_]:
    """The columns that are darker than their sides at the upper edge of a picture."""
    high = max(3, round(EDGE * gray.shape[0]))
    for at in range(MOST_LID):
        strip = gray[at * high : (at + 1) * high].mean(axis=0)
        if np.median(strip) > LID:
            break
    return np.asarray(np.minimum(np.roll(strip, off), np.roll(strip, -off)) - strip >= 0.7 * DARKER)


def _runs(places: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    if not len(places):
        return []
    return np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
