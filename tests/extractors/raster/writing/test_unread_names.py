"""Writing at lines that leave decisions, which is seen, but cannot be read."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.unread_names import unread_names
from extractors.sheets import TAK_TERBACA, Drawing, Rule

DPI = 200.0
WAJIK = ((300.0, 200.0), (360.0, 240.0), (300.0, 280.0), (240.0, 240.0))
PUTUSAN = Drawing("contour", Box(240, 200, 360, 280), WAJIK, closed=True, raut="wajik")
MIRING = Drawing("connector", Box(300, 280, 420, 360), ((300.0, 280.0), (420.0, 360.0)), panah=(False, True))


def page(text: str) -> np.ndarray:
    gray = np.full((500, 700), 250, np.uint8)
    cv2.polylines(gray, [np.asarray(WAJIK, np.int32)], True, (0,), 2)
    cv2.line(gray, (300, 280), (420, 360), (0,), 2)
    cv2.line(gray, (0, 330), (699, 330), (0,), 3)
    cv2.putText(gray, text, (326, 312), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (0,), 1)
    return gray


def found(gray: np.ndarray, *read: Box) -> list[Drawing]:
    rules = [Rule(False, 330, 0, 699, 3)]
    return unread_names(gray, [PUTUSAN, MIRING], rules, read, [PUTUSAN.box], DPI)


def test_a_letter_that_a_line_runs_through_is_seen() -> None:
    (one,) = found(page("Y"))
    assert one.text == TAK_TERBACA
    assert 310 < one.box.x0 < one.box.x1 < 350


def test_a_line_alone_is_no_writing_and_what_was_read_is_not_unread() -> None:
    assert found(page("")) == []
    assert found(page("Y"), Box(315, 290, 345, 320)) == []


def test_what_is_left_at_a_bend_that_was_followed_otherwise_is_no_writing() -> None:
    gray = np.full((500, 700), 250, np.uint8)
    cv2.polylines(gray, [np.asarray(WAJIK, np.int32)], True, (0,), 2)
    cv2.polylines(gray, [np.asarray([(300, 280), (300, 330), (200, 330)], np.int32)], False, (0,), 2)
    cv2.line(gray, (307, 324), (307, 330), (0,), 3)
    line = Drawing("connector", Box(200, 280, 300, 330), ((300.0, 280.0), (300.0, 330.0), (200.0, 330.0)))
    assert unread_names(gray, [PUTUSAN, line], [], [], [PUTUSAN.box], DPI) == []


def test_what_is_flat_is_the_flank_of_a_line() -> None:
    gray = page("")
    cv2.rectangle(gray, (330, 312), (365, 314), (0,), -1)
    assert found(gray) == []
