"""Rules that the network does not see for the texts that touch them, though ink runs without a gap from side to side.

A sheet with rows as low as their letters has the text of one row on the rule, and that of the next below it. No row of
letters is dark all along, no underline reaches the sides of its cell, and an arrow ends at a symbol.
"""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from extractors.raster.connected import connected
from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DARK = 45
"""How dark ink is, of 255; paper and its grain are not."""
RUN = 0.5
"""Inches without a gap."""
LEAST = 1.5
"""Inches from side to side at least: a box is not that broad."""
THIN = 0.04
"""Inches; what is thicker is filled."""
AT = 0.04
"""Inches from the end of a run to the rule that it reaches."""
APART = 0.06
"""Inches at least between two rules."""


def with_runs(lines: Sequence[Line], across: Sequence[Line], ink: Gray, dpi: float) -> list[Line]:
    """The rules of one direction, with those that ink alone tells of.

    Args:
        lines: the rules along the rows of ``ink``.
        across: those that cross them; a run begins and ends on two of them.
        ink: how dark each pixel is, 0..255.
        dpi: pixels per inch.
    """
    found = list(lines)
    for run in _runs(ink, dpi):
        if all(abs(line.at((run.start + run.end) / 2) - run.at) > APART * dpi for line in found) and all(
            _reached(x, run, across, dpi) for x in (run.start, run.end)
        ):
            found.append(Line((run,)))
    return found


def _runs(ink: Gray, dpi: float) -> Iterator[Stroke]:
    """Thin runs of ink without a gap."""
    dark = (ink >= DARK).astype(np.uint8)
    # An odd length has a middle; an even one moves what it leaves.
    whole = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(RUN * dpi) | 1), np.uint8))
    labels, stats, _ = connected(whole)
    for number, (x, y, width, height, area) in enumerate(stats[1:].tolist(), 1):
        if width < LEAST * dpi or area > THIN * dpi * width:
            continue
        rows, columns = np.nonzero(labels[y : y + height, x : x + width] == number)
        first, last = (float(rows[columns == at].mean()) + y for at in (0, width - 1))
        yield Stroke(float(x), float(x + width), first, last, area / width, 0.0)


def _reached(x: float, run: Stroke, across: Sequence[Line], dpi: float) -> bool:
    """Whether an end of a run lies on a rule that crosses it there, or begins or ends there."""
    return any(
        abs(line.at(run.at) - x) <= AT * dpi and line.start - AT * dpi <= run.at <= line.end + AT * dpi
        for line in across
    )
