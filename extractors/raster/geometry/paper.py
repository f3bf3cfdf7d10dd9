"""Where the paper lies in a picture: its corners in a photograph, the dark edges of a scan, its own light."""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import connected
from extractors.raster.heap import keep

Gray = NDArray[np.uint8]
"""Height x width, 0 black to 255 white."""
Mask = NDArray[np.uint8]
"""Height x width, 0 where there is nothing of what is meant."""
Rgb = NDArray[np.uint8]
Quad = NDArray[np.float64]
"""4 x 2: the corners top left, top right, bottom right, bottom left, as x and y."""

SEARCH_SIDE = 640
"""Long side in pixels of the small picture in which the paper is searched."""
LEAST_AREA, MOST_AREA = 0.2, 0.97
"""Share of the picture that paper on a desk takes; more is a scan."""
LEAST_CONTRAST = 35
"""How much brighter paper is than the desk, in grey levels."""
LEAST_FILL = 0.92
"""Share of its four-sided outline that the paper fills, and of its hull that the outline explains."""
SHADES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
"""Paper in a shadow is nearer to the desk than to the rest of the paper: lower levels, as shares of that between both."""
MORE = 0.1
"""So much of the picture more that a sheet takes makes up for so much less in which it fills its outline: lit paper alone
may have four sides, too."""
UNSURE = -0.03
"""How much must speak for a sheet that is seen only at a lower level, or by its edges, counted as ``_sheet`` does."""
CLEARER = 0.01
"""... and how much more than for one seen before."""
BULGE = 0.16
"""Share of the picture's short side below which what sticks out of the paper is a finger."""
FINGERS = 0.04
"""Share of the bright part that fingers take at most."""
STEPS = (1, 2, 3)
"""Grey levels that the light on a sheet falls off at most from one pixel of the small picture to the next."""
DARKEST = 40
"""No paper where all is darker than this."""
DESK = 0.012
"""Share of the picture's long side that the desk is seen beside the paper."""
SIDES, SIDES_HELD = 2, 3
"""On so many sides at least: around a sheet whose fingers had to be taken away, on more, for only photographs have any."""
DARK = 110
"""Scanner lids and open lids are darker than this, whatever the paper."""

cv2.setNumThreads(1)
keep()


def gray_of(rgb: Rgb) -> Gray:
    """A colour picture in grey."""
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def is_grey(rgb: Rgb) -> bool:
    """Whether a picture has no colour anywhere, as those of scanners of greys: a few rows tell most of the others."""
    for rows in (rgb[::64], rgb):
        red, green, blue = cv2.split(rows)
        if not (np.array_equal(red, green) and np.array_equal(green, blue)):
            return False
    return True


def lying(picture: Gray) -> Gray:
    """The picture with its columns as rows; OpenCV does in a tenth of the time what a turned view of an array takes to copy."""
    return np.asarray(cv2.transpose(picture), dtype=np.uint8)


def shrunk(gray: Gray, side: int) -> Gray:
    """The picture with a long side of at most ``side`` pixels."""
    scale = side / max(gray.shape)
    if scale >= 1:
        return gray
    size = (max(1, round(gray.shape[1] * scale)), max(1, round(gray.shape[0] * scale)))
    return np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def corners(gray: Gray) -> Quad | None:
    """The corners of a sheet of paper that was photographed on something darker; None where there is none.

    Args:
        gray: the whole picture.

    Returns:
        The corners in its pixels, clockwise from the top left one as the picture lies.
    """
    small = shrunk(gray, SEARCH_SIDE)
    scale = max(gray.shape) / max(small.shape)
    # Closing first: print must not tear the paper apart.
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    smooth = np.asarray(cv2.medianBlur(closed, 5), dtype=np.uint8)
    level, _ = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    if level < DARKEST:
        return None
    lit = _above(smooth, level)
    best = _sheet(smooth, lit)
    shades = [_above(smooth, share * level) for share in SHADES]
    grown = _grown(smooth)
    held = [_without_bulges(mask) for mask in (lit, *shades, *grown)]
    for others, sides in ((shades, SIDES), (grown, SIDES), (held, SIDES_HELD)):
        sheets = (found for mask in others if (found := _sheet(smooth, mask, sides)))
        found = min(sheets, key=lambda one: one[0], default=None)
        if found and found[0] <= (best[0] - CLEARER if best else UNSURE):
            best = found
    return _ordered((best[1] + 0.5) * scale) if best else None


def _above(smooth: Gray, level: float) -> Mask:
    """What is brighter than a level."""
    return np.asarray(cv2.threshold(smooth, level, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)


def _grown(smooth: Gray) -> list[Mask]:
    """What is reached from the brightest part without a step in the light: a shadow falls off slowly, the edge of the paper does not."""
    light = cv2.GaussianBlur(smooth, (0, 0), 1.0)
    height, width = smooth.shape
    y, x = divmod(int(np.argmax(cv2.blur(light, (25, 25)))), width)
    flags = 8 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
    masks = []
    for step in STEPS:
        mask = np.zeros((height + 2, width + 2), np.uint8)
        cv2.floodFill(light, mask, (x, y), (0,), (step,), (step,), flags)
        reached = cv2.morphologyEx(mask[1:-1, 1:-1], cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
        # The edge is blurred.
        masks.append(np.asarray(cv2.dilate(reached, np.ones((3, 3), np.uint8)), dtype=np.uint8))
    return masks


def _without_bulges(bright: Mask) -> Mask:
    """The same without what sticks out of the paper: fingers that hold it are as bright as paper in a shadow.

    Where more than fingers would go, as the part of a scan above a grey heading, all stays.
    """
    side = round(BULGE * min(bright.shape)) | 1
    smooth = np.asarray(cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((side, side), np.uint8)), np.uint8)
    whole, left = _outline(bright), _outline(smooth)
    if whole is None or left is None:
        return bright
    return smooth if cv2.contourArea(left) >= (1 - FINGERS) * cv2.contourArea(whole) else bright


def _outline(bright: Mask) -> NDArray[np.int32] | None:
    """The outline of the largest bright part."""
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return np.asarray(max(outlines, key=cv2.contourArea), dtype=np.int32) if outlines else None


def _sheet(smooth: Gray, bright: Mask, sides: int = SIDES) -> tuple[float, Quad] | None:
    """The paper, if what is bright is a sheet with the desk on so many sides: what speaks against it, and its corners."""
    broad = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    outline = _outline(np.asarray(broad, dtype=np.uint8))
    if outline is None:
        return None
    area = cv2.contourArea(outline)
    if not LEAST_AREA < area / smooth.size < MOST_AREA:
        return None
    hull = cv2.convexHull(outline)
    quad = _four_sides(hull.reshape(-1, 2).astype(np.float64))
    if quad is None or not _is_paper(smooth, quad, area, cv2.contourArea(hull), sides):
        return None
    missed = abs(1 - area / _surface(quad)) + 1 - area / cv2.contourArea(hull)
    return missed - MORE * area / smooth.size, quad


def _surface(quad: Quad) -> float:
    return float(cv2.contourArea(quad.astype(np.float32)))


def _four_sides(hull: Quad) -> Quad | None:
    """The four-sided outline nearest to a hull: its corners are cut off at last, shortest side first."""
    points = [tuple(point) for point in cv2.approxPolyDP(hull.astype(np.float32), 3.0, True).reshape(-1, 2)]
    while len(points) > 4:
        best = None
        for at in range(len(points)):
            before, start, end, behind = (points[(at + k) % len(points)] for k in (-1, 0, 1, 2))
            meeting = _crossing(before, start, behind, end)
            if meeting is None:
                continue
            added = _triangle(start, meeting, end)
            if best is None or added < best[0]:
                best = (added, at, meeting)
        if best is None:
            return None
        _, at, meeting = best
        following = (at + 1) % len(points)
        points[at] = meeting
        del points[following]
    return np.array(points, dtype=np.float64) if len(points) == 4 else None


def _crossing(
    a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...], d: tuple[float, ...]
) -> tuple[float, float] | None:
    """Where the lines a-b and c-d, both prolonged past b and d, meet."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = ux * vy - uy * vx
    if abs(cross) < 1e-6:
        return None
    t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross
    s = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / cross
    return (a[0] + t * ux, a[1] + t * uy) if t > 0.5 and s > 0.5 else None


def _triangle(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _is_paper(smooth: Gray, quad: Quad, area: float, hull_area: float, sides: int) -> bool:
    quad_area = _surface(quad)
    height, width = smooth.shape
    if quad_area <= 0 or area / quad_area < LEAST_FILL or hull_area / quad_area < LEAST_FILL:
        return False
    out = np.maximum(0, -quad).max() + np.maximum(0, quad - (width, height)).max()
    if out > 0.1 * max(width, height):
        return False
    inside = np.zeros((height, width), np.uint8)
    cv2.fillConvexPoly(inside, quad.round().astype(np.int32), 255)
    middles = (quad + np.roll(quad, -1, axis=0)) / 2
    room = np.minimum(
        np.minimum(middles[:, 0], width - middles[:, 0]), np.minimum(middles[:, 1], height - middles[:, 1])
    )
    if np.count_nonzero(room > DESK * max(width, height)) < sides:
        return False  # a coloured band at one side is printed
    edge = cv2.dilate(inside, np.ones((25, 25), np.uint8)) > inside
    if edge.sum() < 0.01 * smooth.size:
        return False
    paper, desk = np.median(smooth[inside > 0]), np.percentile(smooth[edge], 75)
    return bool(paper - desk > LEAST_CONTRAST and _angles_fit(quad))


def _angles_fit(quad: Quad) -> bool:
    """Whether each corner is near a right angle, as far as a hand-held camera leaves it so."""
    for at in range(4):
        u, v = quad[at - 1] - quad[at], quad[(at + 1) % 4] - quad[at]
        cosine = float(u @ v) / (float(np.hypot(*u)) * float(np.hypot(*v)) + 1e-9)
        if abs(cosine) > 0.45:
            return False
    return True


def _ordered(quad: Quad) -> Quad:
    """Clockwise on the picture, beginning with the corner nearest the picture's top left."""
    centre = quad.mean(axis=0)
    turn = np.arctan2(quad[:, 1] - centre[1], quad[:, 0] - centre[0])
    round_about = quad[np.argsort(turn)]
    first = int(np.argmin(round_about.sum(axis=1)))
    return np.roll(round_about, -first, axis=0)


def without_dark_edges(gray: Gray, dpi: float) -> Gray:
    """A mask (255 = paper) without the dark solid areas that reach in from the picture's edges.

    Rules and text that touch the edge are thin and stay; what a lid or a desk leaves is broad.
    """
    side = max(5, round(0.09 * dpi))
    dark = cv2.threshold(gray, DARK, 255, cv2.THRESH_BINARY_INV)[1]
    small = cv2.resize(dark, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    small = cv2.threshold(small, 200, 255, cv2.THRESH_BINARY)[1]
    frame = cv2.copyMakeBorder(small, side, side, side, side, cv2.BORDER_REPLICATE)
    broad = cv2.morphologyEx(frame, cv2.MORPH_OPEN, np.ones((side // 2, side // 2), np.uint8))
    labels, stats, _ = connected(broad)
    height, width = broad.shape
    mask = np.zeros_like(broad)
    for label in range(1, len(stats)):
        x, y, w, h, _ = stats[label]
        if x <= side or y <= side or x + w >= width - side or y + h >= height - side:
            mask[labels == label] = 255
    mask = mask[side:-side, side:-side]
    if not mask.any():
        return np.full_like(gray, 255)
    mask = cv2.dilate(mask, np.ones((5, 5), np.uint8))
    full = cv2.resize(mask, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_NEAREST)
    return np.asarray(255 - full, dtype=np.uint8)


def even_light(gray: Gray, dpi: float) -> Gray:
    """The picture with its paper white everywhere: shade, tint and yellowing divided out."""
    factor = max(1.0, dpi / 25.0)
    small = cv2.resize(gray, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
    # The paper is what is brightest nearby: half an inch bridges letters and pictures, not shade.
    paper = cv2.dilate(small, np.ones((9, 9), np.uint8))
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, 5), (0, 0), 4)
    paper = np.maximum(paper, 60)
    light = cv2.resize(paper, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(gray, light, scale=250), dtype=np.uint8)
