"""Identity boxes whose cells are aligned to the middle: a value may stand above its label.

The officer's title stands two lines over "Disahkan oleh". So all labels and values of the box are decided together, by
row and kind.
"""

from collections.abc import Sequence

from extractors.layouts.assign import assign
from extractors.layouts.opened import NAME_LINES, Opened, Placed, says_again
from extractors.raw import IDENTITAS, KOTAK

_VALUE_SLACK = 10
"""Characters that a value may begin left of the others."""
_SAME_ROW = 7.0
_NOT_ABOVE = -6.0
"""What speaks for a text above a label that has its value beside it, and not above that, to be of the label."""


def deal_anew(opened: Sequence[Opened], loose: Sequence[Placed]) -> list[Placed]:
    """Deal the values of an identity box out anew; the labels get their lines, the result is the lines of no label.

    Args:
        opened: all labels of the page with the lines that they have so far.
        loose: the lines of none.
    """
    labels = sorted(
        (one for one in opened if one.label.key in IDENTITAS and not one.unit), key=lambda o: o.row
    )
    near = _near_box(opened, loose, labels)
    if not near:
        return list(loose)
    taken = [line for one in labels for line in one.lines]
    lines = sorted((*near, *taken), key=lambda line: line.row)
    groups, outside = assign(
        [one.label.key for one in labels],
        [line.piece for line in lines],
        lambda label, line: _nearness(labels[label], lines[line]),
    )
    placed = {id(line.piece): line for line in lines}
    for one, group in zip(labels, groups, strict=True):
        one.lines = [placed[id(piece)] for piece in group]
    left_out = {id(piece) for piece in outside}
    rest = [line for line in loose if id(line.piece) not in placed or id(line.piece) in left_out]
    return [*rest, *(line for line in taken if id(line.piece) in left_out)]


def _near_box(opened: Sequence[Opened], loose: Sequence[Placed], labels: Sequence[Opened]) -> list[Placed]:
    """The loose lines that may be values of the box: in its column of values, and hardly above or below it.

    Fewer than three labels, or hardly a value beside one, make no box.
    """
    beside = [line.x for one in labels for line in one.lines if line.row == one.row]
    if len(labels) < 3 or len(beside) < 2:
        return []
    left = min(beside) - _VALUE_SLACK
    below = [one.row for one in opened if one.label.key in KOTAK and one.row > labels[-1].row]
    first, last = labels[0].row - 2, min((row - 1 for row in below), default=labels[-1].row + NAME_LINES)
    return [
        line
        for line in loose
        if not line.unit
        and line.x >= left
        and first <= line.row <= last
        and not any(says_again(one, line.piece.span.text) for one in labels)
    ]


def _nearness(label: Opened, line: Placed) -> float:
    """What speaks for a label to take a line, by where both stand."""
    distance = abs(line.row - label.row)
    if distance == 0 and line.x < label.x:
        return -0.5  # a letterhead to the left of the label
    if label.beside and line.row < label.row and line.x <= label.x:
        return _NOT_ABOVE
    return _SAME_ROW if distance == 0 else -min(0.05 * distance, 0.5)
