"""The ruled lines of a page: pieces to lines, lines to tables, tables to what is drawn of them."""

from collections.abc import Sequence

from extractors.raster.ends import prolonged
from extractors.raster.faint import with_faint
from extractors.raster.lines import Line, lines
from extractors.raster.paper import Gray
from extractors.raster.stretches import Stretch, stretches
from extractors.raster.strokes import Evidence, evidence
from extractors.raster.tables import SHORTEST, grown, tables
from extractors.sheets import Rule

MOST_LINES = 600
"""In one direction; beyond it only the longest are looked at."""


def find_rules(gray: Gray, dpi: float) -> list[Rule]:
    """The ruled lines of tables and frames on an upright page.

    Args:
        gray: evenly lit (see ``paper.even_light``).
        dpi: its pixels per inch.

    Returns:
        Lines in pixels, breaks bridged, cut where cells are merged.
    """
    level_seen = evidence(gray, dpi, upright=False)
    plumb_seen = evidence(gray, dpi, upright=True)
    rules: list[Rule] = []
    level, plumb = _lines(level_seen, dpi), _lines(plumb_seen, dpi)
    level, plumb = (
        prolonged(level, plumb, level_seen, dpi, upright=False),
        prolonged(plumb, level, plumb_seen, dpi, upright=True),
    )
    for table in tables(level, plumb, dpi):
        kept = grown(table, dpi)
        for line in kept.level:
            rules.extend(_drawn(line, stretches(line, kept.plumb, level_seen, dpi), tegak=False))
        for line in kept.plumb:
            rules.extend(_drawn(line, stretches(line, kept.level, plumb_seen, dpi), tegak=True))
    return rules


def _lines(seen: Evidence, dpi: float) -> list[Line]:
    whole = [line for line in lines(seen.pieces, dpi) if line.length >= SHORTEST * dpi]
    whole = with_faint(whole, seen, dpi)
    return sorted(whole, key=lambda line: -line.seen)[:MOST_LINES]


def _drawn(line: Line, parts: Sequence[Stretch], *, tegak: bool) -> list[Rule]:
    """The drawn runs of a line."""
    runs: list[list[float]] = []
    for before, part in zip([None, *parts], parts, strict=False):
        if part.drawn and before is not None and before.drawn:
            runs[-1][1] = part.end
        elif part.drawn:
            runs.append([part.start, part.end])
    return [Rule(tegak, line.mean, start, end, line.tebal) for start, end in runs if end > start]
