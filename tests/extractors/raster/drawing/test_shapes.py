"""Closed shapes on a page of pixels, at 150 dpi."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.backing import Backing
from extractors.raster.drawing.forms import FORMS
from extractors.raster.drawing.shapes import _best, shapes
from extractors.raster.ink import with_colour
from extractors.sheets import Drawing, Rule
from tests.extractors.raster.drawn import unseen

DPI = 150.0
RULE_Y = 200


def page():
    """A page with one ruled line across it."""
    gray = np.full((400, 600), 255, np.uint8)
    cv2.line(gray, (20, RULE_Y), (580, RULE_Y), 0, 2)
    return gray


RULES = [Rule(False, RULE_Y, 20, 580, 2)]


def boxes(gray):
    """Left, top, width and height of each shape, to six pixels: an outline is part of it or not."""
    return sorted(
        {tuple(6 * round(v / 6) for v in _place(d)) for d in shapes(gray, RULES, unseen(gray, DPI), DPI)}
    )


def _place(drawing):
    box = drawing.box
    return box.x0, box.y0, box.width, box.height


def near(found, *wanted):
    """Whether shapes are those that are wanted."""
    return len(found) == len(wanted) and all(
        all(abs(a - b) <= 7 for a, b in zip(one, other, strict=True))
        for one, other in zip(found, sorted(wanted), strict=True)
    )


def test_box_on_paper():
    gray = page()
    cv2.rectangle(gray, (100, 60), (200, 110), 0, 2)
    assert near(boxes(gray), (100, 60, 100, 50))


def test_diamond_across_a_rule_stays_whole():
    gray = page()
    cv2.polylines(gray, [np.array([(150, 160), (200, 205), (150, 250), (100, 205)])], True, 0, 2)
    # Where the rule parts it there are its halves, too.
    width, height = max((w, h) for _, _, w, h in boxes(gray))
    assert width >= 90
    assert height >= 80


def test_box_whose_side_lies_on_a_rule():
    gray = page()
    cv2.rectangle(gray, (100, 150), (200, RULE_Y), 0, 2)
    assert near(boxes(gray), (100, 150, 100, 50))


def test_filled_box():
    gray = page()
    cv2.rectangle(gray, (100, 60), (160, 90), 60, -1)
    (found,) = shapes(gray, RULES, unseen(gray, DPI), DPI)
    assert found.fill is not None
    assert round(found.box.width, -1) == 60


def test_gap_in_an_outline():
    gray = page()
    cv2.rectangle(gray, (100, 60), (200, 110), 0, 2)
    gray[55:65, 140:150] = 255
    assert near(boxes(gray), (100, 60, 100, 50))


def test_mesh_of_lines_that_go_on_is_no_shape():
    gray = page()
    for y in (60, 120):
        cv2.line(gray, (60, y), (260, y), 0, 2)
    for x in (100, 200):
        cv2.line(gray, (x, 30), (x, 150), 0, 2)
    assert boxes(gray) == []


def test_a_pale_outline_is_found_by_its_colour():
    rgb = np.full((400, 600, 3), (250, 246, 240), np.uint8)
    cv2.line(rgb, (20, RULE_Y), (580, RULE_Y), (0, 0, 0), 2)
    cv2.rectangle(rgb, (100, 60), (200, 110), (255, 225, 120), 2)
    gray = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)
    gray[gray > 220] = 246  # as pale as the grain of the paper
    coloured = with_colour(rgb, gray)
    assert coloured is not None
    assert shapes(gray, RULES, unseen(gray, DPI), DPI) == []
    (found,) = shapes(gray, RULES, unseen(gray, DPI), DPI, coloured)
    assert near([_place(found)], (100, 60, 100, 50))


def test_paper_of_one_tint_has_no_colour():
    rgb = np.full((400, 600, 3), (250, 230, 200), np.uint8)
    cv2.rectangle(rgb, (100, 60), (200, 110), (0, 0, 0), 2)
    assert with_colour(rgb, np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)) is None


def worn_beside_a_rule():
    """A box whose right side lies on an upright rule and whose other sides have long gaps."""
    gray = np.full((400, 600), 250, np.uint8)
    cv2.rectangle(gray, (100, 60), (220, 120), 0, 2)
    gray[50:70, 130:165] = gray[110:130, 150:180] = 250
    cv2.line(gray, (220, 10), (220, 390), 0, 3)
    return gray


def told(gray, *lines, arrows=()):
    """What a network tells that sees these lines of symbols and of arrows, in pixels of the page."""
    maps = unseen(gray, DPI)
    for layer, own in ((maps.symbols, lines), (maps.arrows, arrows)):
        for line in own:
            a, b, c, d = (round(v * 100 / DPI) for v in line)
            cv2.line(layer, (a, b), (c, d), 220, 2)
    return maps


def test_a_worn_box_beside_a_rule_is_found_where_the_network_sees_it():
    gray, rules = worn_beside_a_rule(), [Rule(True, 220, 10, 390, 3)]
    seen = told(gray, (100, 60, 220, 60), (100, 120, 220, 120), (100, 60, 100, 120))
    assert shapes(gray, rules, unseen(gray, DPI), DPI) == []
    (found,) = shapes(gray, rules, seen, DPI)
    assert near([_place(found)], (100, 60, 120, 60))


def test_a_broken_box_right_beside_a_rule_is_found_where_the_network_sees_it():
    gray = np.full((400, 600), 250, np.uint8)
    cv2.rectangle(gray, (100, 60), (219, 120), 0, 2)
    gray[50:70, 150:160] = 250
    cv2.line(gray, (222, 10), (222, 390), 0, 3)
    rules = [Rule(True, 222, 10, 390, 3)]
    # Of what lies so near a rule the network sees nothing.
    seen = told(gray, (100, 60, 195, 60), (100, 120, 195, 120), (100, 60, 100, 120))
    assert shapes(gray, rules, unseen(gray, DPI), DPI) == []
    (found,) = shapes(gray, rules, seen, DPI)
    assert near([_place(found)], (100, 60, 118, 60))


def test_what_arrows_enclose_is_no_shape():
    gray = page()
    cv2.rectangle(gray, (100, 60), (200, 110), 0, 2)
    sides = (100, 60, 200, 60), (100, 110, 200, 110), (100, 60, 100, 110), (200, 60, 200, 110)
    assert len(shapes(gray, RULES, told(gray, *sides), DPI)) == 1
    assert [one.fill for one in shapes(gray, RULES, told(gray, arrows=sides), DPI) if one.fill is None] == []


def test_a_filled_box_is_no_mesh_though_the_network_takes_its_sides_for_arrows():
    gray = page()
    cv2.rectangle(gray, (100, 60), (200, 110), 170, -1)
    sides = (100, 60, 200, 60), (100, 110, 200, 110), (100, 60, 100, 110), (200, 60, 200, 110)
    assert near(
        [_place(one) for one in shapes(gray, RULES, told(gray, arrows=sides), DPI)], (100, 60, 100, 50)
    )


def test_box_with_a_side_on_a_rule_that_another_rule_crosses():
    gray = page()
    cv2.line(gray, (100, 20), (100, 380), 0, 2)
    cv2.rectangle(gray, (100, 170), (190, 220), 0, 2)
    rules = [*RULES, Rule(True, 100, 20, 380, 2)]
    seen = told(gray, (100, 170, 190, 170), (100, 220, 190, 220), (190, 170, 190, 220), (100, 170, 100, 220))

    def whole(maps):
        found = [_place(drawing) for drawing in shapes(gray, rules, maps, DPI)]
        return any(
            all(abs(p - q) <= 7 for p, q in zip(one, (100, 170, 90, 50), strict=True)) for one in found
        )

    assert whole(seen)
    # Where the network does not see a symbol it may as well be a mesh of lines and rules.
    assert not whole(unseen(gray, DPI))


def test_a_slanted_side_that_ends_at_a_line_right_behind_a_rule_goes_on_to_it():
    gray = page()
    corners = np.array([(120, 160), (180, 160), (199, 208), (101, 208)])
    cv2.polylines(gray, [corners], True, 0, 2)
    cv2.line(gray, (150, 206), (300, 206), 0, 5)
    found = [_place(drawing) for drawing in shapes(gray, RULES, unseen(gray, DPI), DPI)]
    assert any(width >= 80 and height >= 40 for _, _, width, height in found)


def test_what_is_narrow_and_high_lies_between_two_lines():
    gray = page()
    cv2.rectangle(gray, (100, 30), (120, 170), 0, 2)
    assert boxes(gray) == []
    cv2.rectangle(gray, (300, 30), (340, 170), 0, 2)
    assert len(boxes(gray)) == 1


def test_a_symbol_too_pale_for_ink_is_found_where_the_network_sees_some_of_it():
    gray = np.full((400, 600), 246, np.uint8)
    diamond = np.array([(150, 60), (200, 95), (150, 130), (100, 95)])
    cv2.polylines(gray, [diamond], True, 130, 1)
    gray = np.asarray(cv2.GaussianBlur(gray, (0, 0), 2.2), np.uint8)
    assert shapes(gray, [], unseen(gray, DPI), DPI) == []
    pieces = (110, 88, 140, 67), (160, 67, 190, 88), (110, 102, 140, 123), (160, 123, 190, 102)
    (found,) = shapes(gray, [], told(gray, *pieces), DPI)
    assert found.raut == "wajik"
    assert near([_place(found)], (105, 63, 92, 65))


def test_of_a_filled_ellipse_the_whole_is_found_not_what_its_ink_leaves_free_in_the_middle():
    gray = np.full((500, 600), 250, np.uint8)
    grain = np.random.default_rng(7).normal(0, 4, gray.shape)
    cv2.ellipse(gray, (300, 250), (60, 34), 0, 0, 360, 120, -1)
    cv2.ellipse(gray, (300, 250), (60, 34), 0, 0, 360, 40, 2)
    gray = np.clip(cv2.GaussianBlur(gray, (0, 0), 1.8) + grain, 0, 255).astype(np.uint8)
    maps = unseen(gray, 200.0)
    cv2.ellipse(maps.symbols, (150, 125), (30, 17), 0, 0, 360, 250, 2)
    (found,) = shapes(gray, [], maps, 200.0)
    assert near([_place(found)], (238, 214, 124, 72))


def test_what_the_network_takes_for_arrows_is_a_box_where_others_are_as_large():
    gray = np.full((400, 600), 250, np.uint8)
    maps = unseen(gray, DPI)

    def boxed(x, y, width, *layers):
        cv2.rectangle(gray, (x, y), (x + width, y + 52), 60, 1)
        low, high = (tuple(round(v / DPI * 100) for v in at) for at in ((x, y), (x + width, y + 52)))
        for layer, likely in layers:
            cv2.rectangle(layer, low, high, likely, 1)

    for x, y in ((60, 40), (240, 60), (420, 80)):
        boxed(x, y, 105, (maps.symbols, 200))
    for x, width in ((50, 107), (300, 160)):
        boxed(x, 250, width, (maps.symbols, 70), (maps.arrows, 140))
    found = sorted(_place(one) for one in shapes(gray, [], maps, DPI))
    assert near(found, (60, 40, 105, 52), (240, 60, 105, 52), (420, 80, 105, 52), (50, 250, 107, 52))


def test_of_a_box_whose_fill_is_shifted_in_it_the_whole_is_found_not_the_strip_between_both():
    whole = ((200, 398), (259, 398), (259, 435), (200, 435))
    strip = ((205, 402), (251, 402), (251, 405), (208, 405), (208, 428), (205, 428))
    drawn = [
        Drawing("contour", Box(points[0][0], points[0][1], points[2][0], points[-1][1]), points, closed=True)
        for points in (whole, strip)
    ]
    likely = np.zeros((2, len(FORMS)), np.float32)
    likely[:, FORMS.index("kotak")] = (0.9, 0.98)
    everywhere = np.full((300, 300), 200, np.uint8)
    best, _ = _best(drawn, likely, Backing(everywhere, np.zeros_like(everywhere)), 200.0)
    assert [one.points for one in best] == [whole]
