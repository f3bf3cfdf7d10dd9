"""Lines between symbols on a picture."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.arrows import arrows
from extractors.raster.geometry.paper import Gray
from extractors.sheets import Drawing, Rule
from tests.extractors.raster.drawn import unseen

DPI = 200.0
ATAS, BAWAH = Box(200, 200, 320, 260), Box(500, 400, 620, 460)


def box(at: Box) -> Drawing:
    corners = ((at.x0, at.y0), (at.x1, at.y0), (at.x1, at.y1), (at.x0, at.y1))
    return Drawing("contour", at, corners, closed=True)


def page() -> Gray:
    """Two boxes and an elbow with a filled head from the one to the other, across a ruled line."""
    gray = np.full((700, 900), 250, dtype=np.uint8)
    for at in (ATAS, BAWAH):
        cv2.rectangle(gray, (int(at.x0), int(at.y0)), (int(at.x1), int(at.y1)), 0, 3)
    cv2.polylines(gray, [np.array([[320, 230], [560, 230], [560, 395]])], False, 0, 3)
    cv2.fillPoly(gray, [np.array([[560, 399], [551, 378], [569, 378]])], 0)
    cv2.line(gray, (50, 320), (850, 320), 0, 3)
    cv2.putText(gray, "tidak", (420, 600), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 2)
    return gray


def test_an_elbow_is_found_with_its_head_at_the_end() -> None:
    found = arrows(page(), [Rule(False, 320, 50, 850, 3)], [box(ATAS), box(BAWAH)], unseen(page(), DPI), DPI)
    assert len(found) == 1
    points, heads = found[0].points, found[0].panah
    if points[0][1] > points[-1][1]:
        points, heads = points[::-1], heads and heads[::-1]
    assert heads == (False, True)
    assert points[0] == (320, points[0][1])
    assert min(abs(x - 560) + abs(y - 230) for x, y in points) <= 12
    assert abs(points[-1][0] - 560) <= 3


def test_lines_that_run_into_each_other_are_found_stretch_by_stretch() -> None:
    gray, other = page(), Box(200, 500, 320, 560)
    cv2.rectangle(gray, (200, 500), (320, 560), (0,), 3)
    cv2.polylines(gray, [np.array([[260, 500], [260, 350], [560, 350]])], False, (0,), 3)
    found = arrows(
        gray, [Rule(False, 320, 50, 850, 3)], [box(ATAS), box(BAWAH), box(other)], unseen(gray, DPI), DPI
    )
    level = [d for d in found if d.box.width > d.box.height]
    plumb = [d for d in found if d.box.height > d.box.width]
    assert len(level) == len(plumb) == 2
    assert {d.panah for d in level} == {(False, False)}
    assert {d.panah for d in plumb} == {(False, False), (False, True)}


def test_without_shapes_there_are_no_lines() -> None:
    assert arrows(page(), [], [], unseen(page(), DPI), DPI) == []


def test_what_lines_enclose_hides_none_of_them() -> None:
    ring = ((320, 230), (560, 230), (560, 400), (500, 400), (500, 300), (340, 300), (340, 250), (320, 250))
    mesh = Drawing("contour", Box(320, 230, 560, 400), ring, closed=True)
    found = arrows(
        page(), [Rule(False, 320, 50, 850, 3)], [box(ATAS), box(BAWAH), mesh], unseen(page(), DPI), DPI
    )
    assert [d.panah for d in found] in ([(False, True)], [(True, False)])


def test_a_pale_line_is_found_where_its_colour_darkens_it() -> None:
    pale, coloured = np.full((700, 900), 250, np.uint8), np.full((700, 900), 250, np.uint8)
    for gray, shade in ((pale, 242), (coloured, 215)):
        for at in (ATAS, BAWAH):
            cv2.rectangle(gray, (int(at.x0), int(at.y0)), (int(at.x1), int(at.y1)), (0,), 3)
        cv2.polylines(gray, [np.array([[320, 230], [560, 230], [560, 400]])], False, (shade,), 2)
    assert arrows(pale, [], [box(ATAS), box(BAWAH)], unseen(pale, DPI), DPI) == []
    (found,) = arrows(pale, [], [box(ATAS), box(BAWAH)], unseen(pale, DPI), DPI, coloured)
    assert {round(x / 20) for x, _ in (found.points[0], found.points[-1])} == {16, 28}


def test_a_pale_line_is_found_below_a_black_rule_but_not_in_the_noise_of_the_paper() -> None:
    coloured = np.full((700, 900), 250, np.uint8)
    symbols = [box(ATAS), box(Box(500, 200, 620, 260))]
    for symbol in symbols:
        (x0, y0), (x1, y1) = symbol.points[0], symbol.points[2]
        cv2.rectangle(coloured, (int(x0), int(y0)), (int(x1), int(y1)), (0,), 3)
    cv2.line(coloured, (50, 275), (850, 275), (0,), 3)
    cv2.polylines(coloured, [np.array([[260, 262], [260, 300], [560, 300], [560, 262]])], False, (226,), 2)
    plain = np.where(coloured > 200, 250, coloured).astype(np.uint8)
    grain = np.random.default_rng(5).normal(0, 25, coloured.shape)
    noisy = np.clip(coloured + grain, 0, 255).astype(np.uint8)

    def level(seen: Gray) -> list[float]:
        found = arrows(plain, [Rule(False, 275, 50, 850, 3)], symbols, unseen(plain, DPI), DPI, seen)
        return [line.box.width for line in found if 295 < line.box.y0 <= line.box.y1 < 305]

    assert level(coloured)[0] > 290
    assert level(plain) == level(noisy) == []


def test_a_line_too_pale_for_ink_is_found_where_the_network_sees_one_and_the_symbols_are_as_pale() -> None:
    gray, other = np.full((700, 900), 250, np.uint8), Box(200, 500, 320, 560)
    for at in (ATAS, BAWAH, other):
        cv2.rectangle(gray, (int(at.x0), int(at.y0)), (int(at.x1), int(at.y1)), 225, 3)
    course = np.array([[320, 230], [560, 230], [560, 400]])
    cv2.polylines(gray, [course], False, (238,), 3)
    shapes = [box(ATAS), box(BAWAH), box(other)]
    told = np.zeros((350, 450), np.uint8)
    cv2.polylines(told, [course // 2], False, (60,), 2)
    none = unseen(gray, DPI)
    assert arrows(gray, [], shapes, none, DPI) == []
    points = [at for line in arrows(gray, [], shapes, none._replace(arrows=told), DPI) for at in line.points]
    assert min(x for x, _ in points) < 350
    assert max(y for _, y in points) > 370
    for at in (ATAS, BAWAH, other):  # of the back of the sheet
        cv2.rectangle(gray, (int(at.x0), int(at.y0)), (int(at.x1), int(at.y1)), 0, 3)
    assert arrows(gray, [], shapes, none._replace(arrows=told), DPI) == []
