"""Lines that begin beside the decision that they leave."""

from extractors.boxes import Box
from extractors.flow.handover import Torn
from extractors.flow.shifted import begun_aside
from extractors.flow.tracing import Way

ASKED = Box(200, 200, 240, 230)
ABOVE = Box(100, 100, 140, 120)
BOXES = {1: {0: ABOVE, 1: ASKED, 2: Box(200, 300, 240, 320)}}


def begun(*course: tuple[float, float], lacking: tuple[int, ...] = (1,), directed: bool = True) -> list[int]:
    """Where a way to the first symbol begins that begins at none."""
    torn = Torn(1, Way(None, 0, course, directed, 0.97))
    return [each.way.dari for each in begun_aside([torn], BOXES, lacking) if each.way.dari is not None]


def test_a_line_level_with_where_a_decision_was_begins_at_it() -> None:
    assert begun((199, 190), (120, 190), (120, 120)) == [1]
    assert begun((180, 240), (120, 240), (120, 120)) == [1]
    assert begun((241, 190), (300, 190), (300, 110), (140, 110)) == [1]


def test_what_does_not_lead_away_from_its_corner_does_not() -> None:
    assert begun((230, 190), (120, 190), (120, 120)) == []
    assert begun((150, 190), (120, 190), (120, 120)) == []
    assert begun((199, 150), (120, 150), (120, 120)) == []
    assert begun((199, 190), (199, 120), (140, 120)) == []


def test_only_a_decision_that_lacks_a_way_out_is_meant_and_only_by_a_line_with_a_head() -> None:
    assert begun((199, 190), (120, 190), (120, 120), lacking=()) == []
    assert begun((199, 190), (120, 190), (120, 120), directed=False) == []


def test_two_lines_beside_one_decision_say_nothing() -> None:
    torn = [Torn(1, Way(None, 0, ((199, y), (120, y), (120, 120)), True, 0.97)) for y in (190, 240)]
    assert begun_aside(torn, BOXES, {1}) == []


def test_the_way_begins_at_the_corner() -> None:
    torn = Torn(1, Way(None, 0, ((199, 190), (120, 190), (120, 120)), True, 0.97))
    (found,) = begun_aside([torn], BOXES, {1})
    assert found.way.course[0] == (200, 215)
    assert found.way.keyakinan < 0.97
