"""Forms of outlines, as programs draw them and as pixels show them."""

import math

import cv2
import numpy as np
import pytest

from extractors.flow.outlines import form_of


def ellipse(width: float = 60, height: float = 30, points: int = 64):
    turns = (2 * math.pi * n / points for n in range(points))
    return [(width / 2 * math.cos(a), height / 2 * math.sin(a)) for a in turns]


def rounded(width: float, height: float, radius: float):
    """A box whose corners are quarter circles."""
    centres = [
        (width - radius, height - radius, 0),
        (radius, height - radius, 90),
        (radius, radius, 180),
        (width - radius, radius, 270),
    ]
    return [
        (x + radius * math.cos(math.radians(start + step)), y + radius * math.sin(math.radians(start + step)))
        for x, y, start in centres
        for step in range(0, 91, 10)
    ]


KOTAK = [(0, 0), (60, 0), (60, 30), (0, 30)]
WAJIK = [(30, 0), (60, 15), (30, 30), (0, 15)]
SEGI_LIMA = [(0, 0), (20, 0), (20, 16), (10, 20), (0, 16)]
PANAH_KOTAK = [(0, 0), (45, 0), (60, 15), (45, 30), (0, 30)]
TRAPESIUM = [(12, 0), (48, 0), (60, 30), (0, 30)]
JAJAR = [(12, 0), (60, 0), (48, 30), (0, 30)]
SEGITIGA = [(0, 0), (6, 0), (3, 6)]


@pytest.mark.parametrize(
    ("points", "curved", "form"),
    [
        (KOTAK, False, "kotak"),
        ([*KOTAK, KOTAK[0]], False, "kotak"),
        (WAJIK, False, "wajik"),
        (SEGI_LIMA, False, "segi_lima"),
        (PANAH_KOTAK, False, "segi_lima"),
        (TRAPESIUM, False, "trapesium"),
        (JAJAR, False, "jajar_genjang"),
        (SEGITIGA, False, "segitiga"),
        (ellipse(), True, "bulat"),
        (ellipse(30, 30), True, "lingkaran"),
        (ellipse(points=4), True, "bulat"),  # four curves, of which only the ends are known
        (rounded(60, 30, 15), True, "bulat"),
        (rounded(60, 30, 5), True, "bulat"),
        ([(15, 0), (45, 0), (60, 15), (45, 30), (15, 30), (0, 15)], True, "bulat"),
        # Corners rounded off a diamond: two ends of curves at each.
        ([(27, 1), (33, 1), (58, 14), (58, 16), (33, 29), (27, 29), (2, 16), (2, 14)], True, "wajik"),
        ([(0, 0), (60, 0), (60, 24), (45, 23), (30, 26), (15, 30), (0, 27)], True, "dokumen"),
        ([(0, 0), (5, 0)], False, "lain"),
    ],
)
def test_form_that_a_program_drew(points, curved, form):
    assert form_of(points, curved, traced=False) == form


def traced(draw, lean: float = 0.0):
    """The inner edge of an outline that was drawn two pixels thick, leaning by some degrees, blurred and thresholded."""
    paper = np.full((120, 220), 255, np.uint8)
    draw(paper)
    turn = cv2.getRotationMatrix2D((110, 60), lean, 1.0)
    leaning = cv2.warpAffine(paper, turn, (220, 120), borderValue=255)
    mask = (cv2.GaussianBlur(leaning, (3, 3), 0) < 170).astype(np.uint8)
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    hole = next(outline for outline, (_, _, _, parent) in zip(outlines, tree[0], strict=True) if parent >= 0)
    return [(float(x), float(y)) for x, y in cv2.approxPolyDP(hole, 1.0, True).reshape(-1, 2)]


def outline(points):
    moved = np.array([(40 + 2.2 * x, 25 + 2.2 * y) for x, y in points], np.int32)
    return lambda paper: cv2.polylines(paper, [moved], True, 0, 2)


@pytest.mark.parametrize("lean", [-2.0, 0.0, 1.5])
@pytest.mark.parametrize(
    ("points", "form"),
    [
        (KOTAK, "kotak"),
        (WAJIK, "wajik"),
        (rounded(60, 30, 15), "bulat"),
        (rounded(60, 30, 9), "bulat"),
        (ellipse(), "bulat"),
        (SEGI_LIMA, "segi_lima"),
    ],
)
def test_form_that_pixels_show(points, form, lean):
    shift = min(x for x, _ in points), min(y for _, y in points)
    placed = [(x - shift[0], y - shift[1]) for x, y in points]
    assert form_of(traced(outline(placed), lean), curved=False, traced=True) == form


def test_outline_with_a_deep_notch_is_no_form():
    notch = [(0, 0), (60, 0), (60, 30), (40, 30), (40, 8), (20, 8), (20, 30), (0, 30)]
    assert form_of(notch, curved=False, traced=True) == "lain"
