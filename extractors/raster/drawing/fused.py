"""Filled boxes of two rows that touch at the rule between them, told apart.

Their ink is one body twice as high as the other boxes of the flow, and the rule goes through its middle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from extractors.boxes import Box
from extractors.sheets import Drawing, Rule

_BOX = "kotak"
_LIKE = 0.15
"""By which share of its width a box of the same flow may be broader or narrower."""
_PEERS = 2
"""So many of them tell how high a box is."""
_TWICE = (1.7, 2.5)
"""How many times as high two boxes are together; there may be room between them."""
_MIDDLE = 0.3
"""The least part of the height on either side of the rule."""


def parted(drawings: Sequence[Drawing], rules: Sequence[Rule]) -> list[Drawing]:
    """The drawings, with boxes that are two parted at the rule that goes through them.

    Args:
        drawings: closed shapes, with the forms that their pictures have.
        rules: ruled lines of the page, on the same scale.
    """
    boxes = [drawing.box for drawing in drawings if drawing.raut == _BOX]
    level = [rule for rule in rules if not rule.tegak]
    return [part for drawing in drawings for part in _parts(drawing, boxes, level)]


def _parts(drawing: Drawing, boxes: Sequence[Box], level: Sequence[Rule]) -> Iterator[Drawing]:
    box = drawing.box
    least, most = (share * box.height for share in (_MIDDLE, 1 - _MIDDLE))
    through = [
        rule.at
        for rule in level
        if rule.start < box.x0 and rule.end > box.x1 and least < rule.at - box.y0 < most
    ]
    if drawing.raut != _BOX or len(through) != 1 or not _is_double(box, boxes):
        yield drawing
        return
    for half in (box._replace(y1=through[0]), box._replace(y0=through[0])):
        yield replace(drawing, box=half, points=half.corners)


def _is_double(box: Box, boxes: Sequence[Box]) -> bool:
    """Whether a box is about twice as high as the others that are as broad."""
    peers = [
        other.height
        for other in boxes
        if abs(other.width - box.width) < _LIKE * box.width and other.height < box.height / _TWICE[0]
    ]
    return len(peers) >= _PEERS and box.height < _TWICE[1] * median(peers)
