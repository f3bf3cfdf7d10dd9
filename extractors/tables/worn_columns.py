"""The words of a table's heading that copying wore, beside others that are legible: "Urasan Kegecan | PELAKSANA".

A heading has few words, and they are always the same ones. So where one of a row can be read, those beside it may
be told that have more slips than a word by itself is allowed.
"""

from collections.abc import Mapping
from dataclasses import replace

from extractors.data import table
from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import GROUPS, heading, worn_heading
from extractors.pages import Cell, Row
from extractors.spans import Span

_NEARLY = 0.8
"""How much a text is like the spelling of a heading at least to be legible but for a letter or two."""


def mended(row: Row) -> Row:
    """The row with headings that are worn as they are spelled; as it is where none of it is legible or nearly so."""
    if not any(heading(cell.span.text) or _spelling(cell.span.text, _NEARLY) for cell in row.cells):
        return row
    groups = _by_place(row)
    return Row(tuple(_mended(cell, groups.get(cell.column)) for cell in row.cells))


def _by_place(row: Row) -> Mapping[int, str]:
    """The groups behind the heading of the steps by their columns: the two cells there that stand over several."""
    uraian = next((cell.column for cell in row.cells if heading(cell.span.text) == "uraian"), len(row.cells))
    wide = [cell.column for cell in row.cells if cell.column > uraian and cell.width > 1]
    return dict(zip(wide, GROUPS, strict=True)) if len(wide) == len(GROUPS) else {}


def _mended(cell: Cell, group: str | None) -> Cell:
    """The cell of a heading as it is spelled.

    Args:
        cell: as read.
        group: what it must be by its place, if that tells.
    """
    if heading(cell.span.text) or not cell.span:
        return cell
    spelling = table("kolom")[group]["alias"][0] if group else _spelling(cell.span.text)
    if spelling is None or (heading(spelling) in GROUPS and cell.width == 1):
        return cell
    # Where it stood is kept letter by letter as far as letters go.
    offsets = [cell.span.offsets[min(at, len(cell.span.offsets) - 1)] for at in range(len(spelling))]
    return replace(cell, span=Span(spelling, offsets))


def _spelling(text: str, least: float = 0.0) -> str | None:
    """The spelling that a worn heading is like; None for what may be an actor's name."""
    return None if not text.strip() or is_actor(text.split()[0]) else worn_heading(text, least)
