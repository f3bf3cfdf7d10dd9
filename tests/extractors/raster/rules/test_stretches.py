"""Which parts of a line are drawn between the lines across it."""

import cv2
import numpy as np

from extractors.raster.rules.lines import Line
from extractors.raster.rules.stretches import stretches
from extractors.raster.rules.strokes import Evidence, Stroke

DPI = 100.0
ROW = 200


def line(at: float, start: float, end: float) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 200.0),))


ACROSS = [line(x, 50, 350) for x in (100, 200, 300, 400)]


def looked_at(ink: np.ndarray, flow: np.ndarray | None = None) -> list[bool]:
    """What is drawn of a line that the network sees from end to end, above three columns."""
    likely = np.zeros((400, 500), np.uint8)
    likely[ROW - 1 : ROW + 2, 100:400] = 255
    seen = Evidence(likely, np.zeros_like(likely) if flow is None else flow, ink, [])
    return [part.drawn for part in stretches(line(ROW, 100, 400), ACROSS, seen, DPI)]


def page(*runs: tuple[int, int]) -> np.ndarray:
    ink = np.full((400, 500), 5, np.uint8)
    for start, end in runs:
        ink[ROW : ROW + 2, start:end] = 220
    return ink


def test_a_line_is_left_open_where_its_ink_stops_from_one_line_across_to_the_next() -> None:
    assert looked_at(page((100, 200), (300, 400))) == [True, False, True]


def test_the_time_of_two_steps_between_them_is_no_ink_of_their_line() -> None:
    ink = page((100, 200), (300, 400))
    cv2.putText(ink, "3 hari", (225, ROW + 4), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 220, 1)
    assert looked_at(ink) == [True, False, True]


def test_a_break_that_begins_anywhere_leaves_a_line_whole() -> None:
    assert looked_at(page((100, 170), (260, 400))) == [True, True, True]


def test_a_line_that_copying_broke_elsewhere_is_whole() -> None:
    assert looked_at(page((100, 130), (170, 200), (300, 330), (370, 400))) == [True, True, True]


def test_a_line_that_its_ink_alone_shows_is_open_where_it_has_none() -> None:
    shown = Line((Stroke(100, 400, ROW, ROW, 2.0, 0.0),))
    nothing = np.zeros((400, 500), np.uint8)
    for runs, drawn in ((((100, 200), (300, 400)), [True, False, True]), (((100, 400),), [True] * 3)):
        seen = Evidence(nothing, nothing, page(*runs), [])
        assert [part.drawn for part in stretches(shown, ACROSS, seen, DPI)] == drawn


def test_a_stretch_that_lies_beyond_what_was_seen_of_a_line_is_not_asked_for_ink() -> None:
    shown = Line((Stroke(100, 299, ROW, ROW, 2.0, 0.0),))
    across = [line(x, 50, 350) for x in (100, 200, 300, 330)]
    nothing = np.zeros((400, 500), np.uint8)
    parts = stretches(shown, across, Evidence(nothing, nothing, page((100, 299)), []), DPI)
    assert [part.drawn for part in parts] == [True, True, True]


def test_a_rule_goes_on_behind_a_symbol() -> None:
    flow = np.zeros((400, 500), np.uint8)
    cv2.rectangle(flow, (195, ROW - 15), (305, ROW + 15), 255, 2)
    assert looked_at(page((100, 200), (300, 400)), flow) == [True, True, True]


def test_a_line_of_the_back_does_not_close_what_is_open() -> None:
    ink = page((100, 200), (300, 400))
    ink[ROW : ROW + 2, 200:300] = 40
    assert looked_at(ink) == [True, False, True]
