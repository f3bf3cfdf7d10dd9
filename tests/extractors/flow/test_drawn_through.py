"""Ways back that were drawn through a box."""

from extractors.boxes import Box
from extractors.flow.drawn_through import with_drawn_through
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature

FIRST, BOX, ASKED = Box(100, 100, 140, 120), Box(200, 200, 240, 220), Box(300, 196, 340, 224)
BOXES = {0: FIRST, 1: BOX, 2: ASKED}
BACK = ((199, 211), (120, 211), (120, 121))


def begun(
    course: tuple[tuple[float, float], ...] = BACK,
    rows: tuple[int, int, int] = (0, 2, 2),
    decisions: tuple[int, ...] = (2,),
    directed: bool = True,
) -> Way:
    way = Way(1, 0, course, directed, 0.97)
    (found,) = with_drawn_through([way], BOXES, Nature(dict(enumerate(rows)), decisions))
    return found


def test_a_way_back_from_a_box_is_of_the_decision_behind_it():
    found = begun()
    assert found.dari == 2
    assert found.course[0] == (300, 210)
    assert found.keyakinan < 0.97


def test_one_that_leads_away_from_no_decision_stays():
    assert begun(((199, 200), (120, 200), (120, 121))).dari == 1  # above its corner
    assert begun(((241, 211), (360, 211), (360, 110), (141, 110))).dari == 1  # towards it
    assert begun(((220, 199), (220, 110), (141, 110))).dari == 1
    assert begun(((199, 211), (190, 211), (190, 110), (141, 110))).dari == 1  # along a border
    assert begun(decisions=()).dari == 1


def test_what_leads_on_or_without_a_head_or_from_a_decision_stays():
    assert begun(rows=(2, 2, 2)).dari == 1
    assert begun(directed=False).dari == 1
    assert begun(decisions=(1, 2)).dari == 1


def test_a_decision_behind_other_rows_is_not_meant():
    assert begun(rows=(0, 2, 3)).dari == 2
    way = Way(1, 0, BACK, True, 0.97)
    (found,) = with_drawn_through([way], BOXES, Nature({0: 0, 1: 2, 2: 4, 3: 3}, {2}))
    assert found.dari == 1
