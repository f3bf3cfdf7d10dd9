"""What stands on a sheet at another place of it, or of another sheet; the units are those of the sheet."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.sheets import Drawing, Rule, Word


def moved_word(word: Word, x: float = 0.0, y: float = 0.0) -> Word:
    """A word so far to the right and so far down."""
    return replace(word, box=_moved(word.box, x, y))


def moved_rule(rule: Rule, x: float = 0.0, y: float = 0.0) -> Rule:
    """A rule so far to the right and so far down."""
    across, along = (x, y) if rule.tegak else (y, x)
    return replace(rule, at=rule.at + across, start=rule.start + along, end=rule.end + along)


def moved_drawing(drawing: Drawing, x: float = 0.0, y: float = 0.0) -> Drawing:
    """A drawing so far to the right and so far down."""
    points = tuple((at + x, down + y) for at, down in drawing.points)
    return replace(drawing, box=_moved(drawing.box, x, y), points=points)


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y)
