"""An SOP taken apart: its boxes, its procedure, and the rows above and below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.fragments import FlowRow
from extractors.layouts.fields import Value
from extractors.layouts.flat_boxes import read_flat_boxes
from extractors.layouts.lone_steps import read_lone_steps
from extractors.layouts.procedure import Place, find_procedure, told_procedure, unread_tables
from extractors.layouts.procedure_page import page_head
from extractors.layouts.sections import read_sections
from extractors.layouts.steps import Procedure
from extractors.layouts.written_steps import read_written
from extractors.pages import Block, Source, Table
from extractors.segment import Slice, identity_behind
from extractors.spans import Span
from extractors.texts.running_lines import without_running

_TITLE_ROWS = 8
"""Rows below the boxes of a text among which the title of its procedure stands."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands where in the part of a file that is one SOP.

    Attributes:
        above: the rows that are not of the procedure nor below it, those of an identity page behind it among them.
        rows: those of them that are in no box.
        boxed: the boxes by contract key.
        heads: the labels of these boxes, where they stood in plain text.
        titled: rows below the boxes among which the title of the procedure stands.
        place: the table of the procedure; None without one.
        steps: the procedure, from its table or from sentences.
        tail: the rows below everything.
        sectioned: whether the boxes are sections, one below the other, so that no list of theirs runs on in another.
    """

    above: Sequence[FlowRow]
    rows: Sequence[FlowRow]
    boxed: Mapping[str, Value]
    heads: tuple[Span, ...]
    titled: Sequence[FlowRow]
    place: Place | None
    steps: Procedure | None
    tail: Sequence[FlowRow]
    sectioned: bool


def take_apart(source: Source, piece: Slice) -> Parts:
    """The parts of one SOP: first its procedure, then what the rows before it hold."""
    blocks = without_running(piece.blocks)
    flowing = [row for row in piece.rows if _says(blocks[row.block])]
    told = told_procedure(blocks)
    listed = None if told else read_lone_steps(flowing)
    listed = listed if listed and listed.tells() else None
    boxes_end = page_head(flowing, blocks, told.start) if told else listed.mulai if listed else len(blocks)
    flat = read_flat_boxes(source, _between(flowing, 0, boxes_end))
    place = told or find_procedure(blocks, flat.block if flat else 0)
    flat = None if flat and place and place.start < flat.block else flat
    behind = identity_behind(flowing, place.start, place.end) if place else []
    ends_at = behind[0].block if behind else len(blocks)
    below = [row for row in flowing if place.end <= row.block < ends_at] if place else []

    head = page_head(flowing, blocks, place.start) if place else len(blocks)
    rows = [*_between(flowing, 0, head), *behind]
    unread = unread_tables(blocks, rows)
    rows = [row for row in rows if row.block not in unread]
    sections = read_sections(rows)
    if flat and len(flat.values) > len(sections.values) and (sections.rapat or not sections.values):
        return Parts(
            above=rows,
            rows=[*_between(flat.rows, 0, head), *behind],
            boxed=flat.values,
            heads=flat.heads,
            titled=_between(flat.tail[:_TITLE_ROWS], 0, place.start if place else len(blocks)),
            place=place,
            steps=place.procedure if place else listed.langkah if listed else None,
            tail=[*([] if place else listed.ekor if listed else flat.tail), *below],
            sectioned=False,
        )
    lone = None if place or sections.langkah else read_lone_steps(sections.rows)
    steps = place.procedure if place else read_written(sections.langkah, sections.lebar)
    steps = lone.langkah if lone else steps
    return Parts(
        above=lone.rows if lone else rows,
        rows=lone.rows if lone else sections.rows,
        boxed=sections.values,
        heads=(),
        titled=_between(flowing, head, place.start) if place else (),
        place=place,
        steps=steps,
        tail=[*(lone.ekor if lone else ()), *sections.ekor, *below],
        sectioned=bool(sections.values),
    )


def _says(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.span)


def _between(rows: Sequence[FlowRow], low: int, high: int) -> list[FlowRow]:
    """The rows of the blocks [low, high)."""
    return [row for row in rows if low <= row.block < high]
