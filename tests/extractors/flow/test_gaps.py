"""Lines of scans that lost a piece."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.flow.edges import edges_of
from extractors.flow.gaps import gaps
from extractors.flow.strokes import Stroke
from extractors.sheets import Drawing, Sheet
from tests.extractors.flow.test_edges import KOTAK, pairs, scanned, symbol

AKHIR = Box(100, 260, 140, 280)
PUTUSAN = Box(300, 180, 340, 200)
SYMBOLS = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(AKHIR)]
ROWS = {0: 0, 1: 1, 2: 2}


def pieces(*courses: tuple[tuple[float, float], ...]) -> Sheet:
    """A scan with lines of which only the last has a head."""
    whole = scanned(*courses)
    bare = [replace(drawing, panah=(False, False)) for drawing in whole.drawings[:-1]]
    return replace(whole, drawings=(*bare, whole.drawings[-1]))


def test_a_line_goes_on_over_a_gap_and_around_a_lost_corner() -> None:
    level, down = ((300.0, 190.0), (220.0, 190.0)), ((180.0, 190.5), (127.0, 190.5))
    edges = edges_of([pieces(level, down, ((120.0, 197.0), (120.0, 260.0)))], SYMBOLS, ROWS)
    assert [(e.dari, e.ke, e.keyakinan < 0.9) for e in edges if e.terlacak] == [(1, 2, True)]


def test_a_head_that_points_at_nothing_ends_no_line_at_a_gap() -> None:
    level, down = ((300.0, 190.0), (220.0, 190.0)), ((180.0, 190.5), (120.0, 190.5), (120.0, 260.0))
    found = pieces(level, down)
    first, last = found.drawings
    headed = replace(found, drawings=(replace(first, panah=(False, True)), last))
    assert (1, 2) in pairs(edges_of([headed], SYMBOLS, ROWS))


def test_what_lies_elsewhere_or_too_far_is_no_gap() -> None:
    for x, y in ((200.0, 196.0), (170.0, 190.0)):
        onward = ((x, y), (120.0, y), (120.0, 260.0))
        assert (1, 2) not in pairs(
            edges_of([pieces(((300.0, 190.0), (220.0, 190.0)), onward)], SYMBOLS, ROWS)
        )


def test_lines_that_a_program_drew_have_no_gaps() -> None:
    drawn: tuple[Drawing, ...] = pieces(
        ((300.0, 190.0), (220.0, 190.0)), ((180.0, 190.0), (120.0, 190.0), (120.0, 260.0))
    ).drawings
    sheet = Sheet(1, 842, 595, drawings=drawn)
    assert (1, 2) not in pairs(edges_of([sheet], SYMBOLS, ROWS))


def test_a_short_piece_that_leans_goes_on_in_the_line_that_it_points_at() -> None:
    below = Stroke(((100.0, 140.0), (99.0, 142.0), (97.0, 158.0), (20.0, 158.0)))
    above = Stroke(((99.0, 60.0), (99.0, 116.0)))
    assert gaps([above, below], [(0, True), (1, False)], []) == [((0, True), (1, False))]
    aside = Stroke(tuple((x + 9, y) for x, y in below.points))
    assert gaps([above, aside], [(0, True), (1, False)], []) == []
