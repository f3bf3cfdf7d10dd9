"""The ruled lines of a page: pieces to lines, lines to tables, tables to what is drawn of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.raster import learned
from extractors.raster.geometry.paper import Gray, lying
from extractors.raster.middle import median
from extractors.raster.rules.bridges import bridged
from extractors.raster.rules.corners import without_corners
from extractors.raster.rules.ends import prolonged
from extractors.raster.rules.feigned import without_feigned
from extractors.raster.rules.full_lines import with_full
from extractors.raster.rules.ghosts import without_pale_ends
from extractors.raster.rules.ink_runs import with_runs
from extractors.raster.rules.inked import is_drawn
from extractors.raster.rules.interrupted import outlined, without_interrupted
from extractors.raster.rules.lettered import is_lettered
from extractors.raster.rules.lines import Line, lines
from extractors.raster.rules.shafts import without_shafts
from extractors.raster.rules.sides import with_whole_sides
from extractors.raster.rules.steps_of_shade import without_steps
from extractors.raster.rules.stretches import Stretch, stretches
from extractors.raster.rules.strokes import Evidence, evidence, highest, without_pale
from extractors.raster.rules.tables import SHORTEST, between_sides, grown, tables
from extractors.raster.rules.thickness import measured
from extractors.sheets import Rule

MOST_LINES = 600
"""In one direction; beyond it only the longest are looked at."""
FLOW = 70
"""How likely, of 255, the flow must be along half a line for it to be none of a table."""


def find_rules(gray: Gray, seen: learned.Maps, dpi: float) -> tuple[list[Rule], learned.Maps]:
    """The ruled lines of tables and frames on an upright page, and what the network tells where none of them are.

    Args:
        gray: evenly lit (see ``paper.even_light``).
        seen: what the network tells of it.
        dpi: its pixels per inch.

    Returns:
        Lines in pixels, breaks bridged, cut where cells are merged; the maps, put right where it saw a rule within a symbol.
    """
    by = dpi / learned.DPI
    found, told = _found(seen, learned.DPI)
    return [measured(gray, rule, line, by, dpi) for rule, line in found], told


def _found(seen: learned.Maps, dpi: float) -> tuple[Iterator[tuple[Rule, Line]], learned.Maps]:
    """The rules in pixels of the maps, each with the line that it is part of; the maps put right."""
    flow = np.asarray(cv2.max(seen.symbols, seen.arrows), dtype=np.uint8)
    turned = learned.Maps(*map(lying, seen))
    level_seen = evidence(seen.level, flow, seen.ink, dpi)
    plumb_seen = evidence(turned.plumb, lying(flow), turned.ink, dpi)
    level, across = without_interrupted(_lines(level_seen, dpi), seen.arrows, seen.ink, dpi)
    plumb, down = without_interrupted(_lines(plumb_seen, dpi), turned.arrows, turned.ink, dpi)
    level, plumb = without_shafts(level, seen.arrows, dpi), without_shafts(plumb, turned.arrows, dpi)
    told = outlined(seen, [*across, *((x, y, drawn) for y, x, drawn in down)], dpi)
    return _of_tables(level, plumb, level_seen, plumb_seen), told


def _of_tables(
    level: list[Line], plumb: list[Line], level_seen: Evidence, plumb_seen: Evidence
) -> Iterator[tuple[Rule, Line]]:
    """What is drawn of the lines that are of tables, each with the line that it is part of."""
    dpi = learned.DPI
    level, plumb = without_feigned(level, plumb, level_seen.ink, plumb_seen.ink, dpi)
    level, plumb = (
        with_runs(level, plumb, level_seen.ink, dpi),
        with_runs(plumb, level, plumb_seen.ink, dpi),
    )
    level, plumb = prolonged(level, plumb, level_seen, dpi), prolonged(plumb, level, plumb_seen, dpi)
    for table in tables(level, plumb, dpi):
        kept = without_corners(with_whole_sides(grown(table, dpi), dpi), level_seen, plumb_seen, dpi)
        kept = replace(kept, plumb=[x for x in kept.plumb if not is_lettered(x, plumb_seen, dpi)])
        if not is_drawn(kept, level_seen.ink, plumb_seen.ink):
            continue
        for line in between_sides(table, kept, dpi):
            sides = sorted(x.mean for x in kept.plumb)
            yield Rule(False, line.mean, sides[0], sides[-1]), line
        for line in kept.level:
            for start, end in _drawn(stretches(line, kept.plumb, level_seen, dpi)):
                yield Rule(False, line.mean, start, end), line
        for line in kept.plumb:
            for start, end in _drawn(stretches(line, kept.level, plumb_seen, dpi)):
                yield Rule(True, line.mean, start, end), line


def _lines(seen: Evidence, dpi: float) -> list[Line]:
    ink, flow = seen.ink, seen.flow
    found = lines(without_pale(seen.pieces, ink), dpi)
    ended = (
        without_steps(without_pale_ends(line, ink, dpi), ink, dpi) for line in bridged(found, ink, flow, dpi)
    )
    told = [line for line in ended if line.length >= SHORTEST * dpi]
    whole = [line for line in told if _flow_along(line, flow) < FLOW]
    return sorted(with_full(whole, told, ink, dpi), key=lambda line: -line.seen)[:MOST_LINES]


def _flow_along(line: Line, flow: Gray) -> float:
    """How likely the flow is along a line, where it is in the middle of all places; a rule only crosses it."""
    xs = np.concatenate([np.arange(int(p.start), int(p.end)) for p in line.pieces])
    xs = np.clip(xs, 0, flow.shape[1] - 1)
    return median(highest(flow, xs, line.places(xs)))


def _drawn(parts: Sequence[Stretch]) -> list[tuple[float, float]]:
    """The drawn runs of a line."""
    runs: list[list[float]] = []
    for before, part in zip([None, *parts], parts, strict=False):
        if part.drawn and before is not None and before.drawn:
            runs[-1][1] = part.end
        elif part.drawn:
            runs.append([part.start, part.end])
    return [(start, end) for start, end in runs if end > start]
