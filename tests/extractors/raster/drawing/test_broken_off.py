"""Lines that break off at rules, at 200 dpi."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.broken_off import broken_off
from extractors.raster.drawing.stubs import Stub

DPI = 200.0
ATAS, BAWAH = Box(40, 40, 140, 90), Box(200, 200, 280, 250)
RULE = (336, 346)
RUN = ((150.0, 65.0), (336.0, 65.0))
STUB = Stub(7, BAWAH, (335.0, 225.0), 0)


def found(runs, stubs=(STUB,), ruled: bool = True):
    whole, rule = np.zeros((300, 460), bool), np.zeros((300, 460), np.uint8)
    for (ax, ay), (bx, by) in runs:
        whole[
            round(min(ay, by)) - 2 : round(max(ay, by)) + 3, round(min(ax, bx)) : round(max(ax, bx)) + 1
        ] = True
    if ruled:
        rule[:, slice(*RULE)], rule[:, sum(RULE) // 2] = 127, 255
    return broken_off(runs, stubs, [ATAS, BAWAH], whole, rule, DPI)


def test_a_line_goes_on_along_the_rule_to_the_stub_of_a_symbol():
    ((course, at_symbol),) = found([RUN])
    assert sorted(at_symbol) == [False, True]
    ends = dict(zip(at_symbol, (course[0], course[-1]), strict=True))
    assert ends[True] == (280, 225)
    assert ends[False] == RUN[1]
    assert any(RULE[0] <= x < RULE[1] for x, _ in course)


def test_two_lines_that_end_at_one_rule_are_one():
    ((_, at_symbol),) = found([RUN, ((290.0, 225.0), (336.0, 225.0))], ())
    assert at_symbol == (False, False)


def test_a_line_that_another_meets_or_that_ends_at_no_rule_goes_nowhere():
    assert found([RUN, ((338.0, 65.0), (338.0, 110.0))]) == []
    assert found([((150.0, 65.0), (320.0, 65.0))]) == []
    assert found([RUN], ruled=False) == []


def test_the_stub_of_a_line_is_not_taken_twice():
    own = ((282.0, 225.0), (330.0, 225.0))
    courses = [at_symbol for _, at_symbol in found([RUN, own])]
    assert (True, False) not in courses
    assert (False, True) not in courses


def test_a_line_that_ends_at_a_rule_leads_along_it_to_the_head_that_points_at_the_middle_of_a_box():
    broad = Box(291, 200, 391, 250)
    whole, rule = np.zeros((300, 460), bool), np.zeros((300, 460), np.uint8)
    rule[:, slice(*RULE)], rule[:, 341] = 127, 255
    whole[63:68, 150:344] = True
    run, head = ((150.0, 65.0), (343.0, 65.0)), Stub(3, broad, (341.0, 196.0), 0)
    ((course, at_symbol),) = broken_off([run], [head], [ATAS, broad], whole, rule, DPI)
    ends = dict(zip(at_symbol, (course[0], course[-1]), strict=True))
    assert ends == {False: (343.0, 65.0), True: (341.0, 200.0)}
