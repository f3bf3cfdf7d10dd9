"""Rules of the back of the sheet."""

import numpy as np

from extractors.raster.rules.ghosts import without_pale_ends
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DPI = 100.0


def cut(*shades: int) -> tuple[float, float]:
    """Where a line of pieces half an inch long begins and ends that are so dark, once pale ends are gone."""
    ink = np.zeros((40, 50 * len(shades)), np.uint8)
    pieces = []
    for at, dark in enumerate(shades):
        ink[19:22, 50 * at : 50 * at + 50] = dark
        pieces.append(Stroke(50.0 * at, 50.0 * at + 50, 20.0, 20.0, 2.0, 200.0))
    line = without_pale_ends(Line(tuple(pieces)), ink, DPI)
    return line.start, line.end


def test_a_line_ends_where_it_goes_on_far_paler_whatever_it_leads_to() -> None:
    assert cut(20, 20, 150, 150, 150, 150, 150) == (100, 350)
    assert cut(200, 20, 150, 150, 150, 150, 150) == (100, 350)
    assert cut(150, 150, 150, 150, 150, 20, 20) == (0, 250)


def test_worn_pieces_and_short_ends_stay() -> None:
    assert cut(80, 80, 150, 150, 150, 150) == (0, 300)
    assert cut(20, 150, 150, 150) == (0, 200)
    assert cut(150, 150, 20, 20, 150, 150) == (0, 300)


def test_a_shadow_that_fades_stays_whole() -> None:
    assert cut(20, 40, 80, 120, 150, 150, 150) == (0, 350)


def test_a_piece_that_print_beside_it_draws_aside_is_put_where_its_ink_is() -> None:
    ink = np.zeros((40, 350), np.uint8)
    ink[19:22, :] = 80
    places = (20.0, 20.0, 20.0, 20.0, 15.0, 20.0, 20.0)
    pieces = [Stroke(50.0 * at, 50.0 * at + 50, place, place, 2.0, 200.0) for at, place in enumerate(places)]
    line = without_pale_ends(Line(tuple(pieces)), ink, DPI)
    assert (line.start, line.end) == (0, 350)
    assert {piece.at for piece in line.pieces} == {20.0}
