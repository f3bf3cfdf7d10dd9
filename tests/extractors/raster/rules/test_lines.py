"""Pieces of lines put together to whole ones."""

from extractors.raster.rules.lines import lines
from extractors.raster.rules.strokes import Stroke

DPI = 100.0


def piece(start: float, end: float, at: float = 50.0) -> Stroke:
    return Stroke(start, end, at, at, 2.0, 90.0)


def made(*pieces: Stroke) -> list[tuple[float, float]]:
    return sorted((line.start, line.end) for line in lines(sorted(pieces, key=lambda p: p.start), DPI))


def test_a_long_line_goes_on_behind_what_covers_it() -> None:
    assert made(piece(0, 400), piece(540, 680)) == [(0, 680)]


def test_short_pieces_and_those_in_another_line_are_lines_of_their_own() -> None:
    assert made(piece(0, 400), piece(540, 600)) == [(0, 400), (540, 600)]
    assert made(piece(0, 200), piece(340, 480)) == [(0, 200), (340, 480)]
    assert made(piece(0, 400), piece(540, 680, 53.0)) == [(0, 400), (540, 680)]
    assert made(piece(0, 400), piece(640, 780)) == [(0, 400), (640, 780)]
