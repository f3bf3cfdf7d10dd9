import cv2
import numpy as np

from extractors.raster.ink import without_ink
from tests.extractors.raster.lukis import lembar

UNGU, BIRU = (120, 60, 180), (40, 60, 190)


def kertas(warna=(255, 255, 255)):
    page = lembar(1400, 990, [(500, 400, "RATNA KUSUMAWATI")], warna=True)
    return (page * (np.array(warna) / 255)).astype(np.uint8)


def bercap(page):
    cv2.circle(page, (620, 420), 110, UNGU, 4, cv2.LINE_AA)
    cv2.circle(page, (620, 420), 70, UNGU, 3, cv2.LINE_AA)
    wave = [(480 + 9 * n, int(420 + 55 * np.sin(n))) for n in range(30)]
    cv2.polylines(page, [np.array(wave, np.int32)], False, BIRU, 4, cv2.LINE_AA)
    return page


def test_a_stamp_fades_and_the_print_under_it_stays():
    grey = without_ink(bercap(kertas()))
    print_ = np.all(kertas() < 60, axis=2)
    ring = np.zeros(grey.shape, np.uint8)
    cv2.circle(ring, (620, 420), 110, 1, 2)
    assert grey[(ring > 0) & ~cv2.dilate(print_.astype(np.uint8), np.ones((9, 9))).astype(bool)].mean() > 225
    free = print_ & (ring == 0)
    assert np.percentile(grey[free], 60) < 90


def test_tinted_paper_becomes_white():
    grey = without_ink(kertas((205, 220, 238)))
    assert np.median(grey) > 245
    assert grey.min() < 60


def test_coloured_print_stays_dark():
    page = np.full((990, 1400, 3), 255, np.uint8)
    text = lembar(1400, 990, [(300, 300, "STANDAR OPERASIONAL PROSEDUR")]) < 128
    page[text] = (31, 56, 100)
    cv2.line(page, (300, 335), (760, 335), (31, 56, 100), 2)
    assert np.median(without_ink(page)[text]) < 90


def test_a_solid_fill_keeps_light_print_readable():
    page = np.full((990, 1400, 3), 255, np.uint8)
    page[200:300, 100:1300] = (68, 114, 196)
    grey = without_ink(page)
    assert grey[220:280, 200:1200].max() < 190


def test_a_scan_of_greys_is_lightened_as_one_of_colours_is():
    grey = kertas((225, 225, 225))
    coloured = grey.copy()
    coloured[0, 0] = (225, 225, 224)
    assert np.array_equal(without_ink(grey)[1:, 1:], without_ink(coloured)[1:, 1:])
