"""Boxes of two rows that touch."""

from extractors.boxes import Box
from extractors.raster.drawing.fused import parted
from extractors.sheets import Drawing, Rule

RULE = Rule(False, 150.0, 0.0, 600.0, 2.0)


def shape(x: float, y: float, height: float, raut: str = "kotak") -> Drawing:
    return Drawing("contour", Box(x, y, x + 60, y + height), closed=True, raut=raut, keyakinan=0.9)


PEERS = [shape(100, 20, 30), shape(300, 200, 32)]
DOUBLE = shape(200, 118, 64)


def boxes(drawings):
    return [tuple(one.box) for one in drawings if one not in PEERS]


def test_a_box_twice_as_high_as_others_is_two_where_a_rule_goes_through_its_middle():
    assert boxes(parted([*PEERS, DOUBLE], [RULE])) == [(200, 118, 260, 150), (200, 150, 260, 182)]


def test_it_is_one_without_such_a_rule_or_without_others_to_tell_by():
    aside = Rule(False, 125.0, 0.0, 600.0, 2.0)
    assert boxes(parted([*PEERS, DOUBLE], [aside])) == [tuple(DOUBLE.box)]
    assert boxes(parted([PEERS[0], DOUBLE], [RULE])) == [tuple(DOUBLE.box)]


def test_a_box_as_high_as_its_peers_or_of_another_form_stays_whole():
    assert boxes(parted([*PEERS, shape(200, 135, 34)], [RULE])) == [(200, 135, 260, 169)]
    assert boxes(parted([*PEERS, shape(200, 118, 64, "wajik")], [RULE])) == [tuple(DOUBLE.box)]
