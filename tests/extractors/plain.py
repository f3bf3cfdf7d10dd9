"""What the extractors make of a text, written down as plain texts: made for comparing in tests."""

from collections.abc import Iterable, Sequence

from extractors.extract import extract
from extractors.fragments import flow
from extractors.layouts.header import read_header
from extractors.layouts.steps import Procedure
from extractors.pages import Block, Line, Row, Source, Table
from extractors.raw import RawField, RawSop, RawStep
from extractors.readers.teks import read
from extractors.spans import Span
from extractors.texts.blocks import blocks
from extractors.texts.markup import clean

CELLS = ("no", "uraian", "kelengkapan", "waktu", "output", "keterangan")


def a_span(text: str, start: int = 0) -> Span:
    """A text as a Span that stands at an offset of its source."""
    return Span(text, range(start, start + len(text)))


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text, markup and all."""
    return blocks(clean(Source(text)))


def lines_of(text: str) -> list[Line]:
    """A text without markup as lines, indents and empty lines included."""
    return [block for block in blocks_of(text) if isinstance(block, Line)]


def rows_of(text: str) -> list[Row]:
    """The rows of all tables of a text."""
    return [row for block in blocks_of(text) if isinstance(block, Table) for row in block.rows]


def table_of(text: str) -> list[list[str]]:
    """The texts of the cells of all rows."""
    return [[cell.span.text for cell in row.cells] for row in rows_of(text)]


def sops(text: str) -> list[RawSop]:
    """The SOPs of a text."""
    return extract(read(text.encode()))


def one_sop(text: str) -> RawSop:
    """The only SOP of a text."""
    (sop,) = sops(text)
    return sop


def said(field: RawField | Span | None) -> str | None:
    """The text of a field on one line."""
    if field is None:
        return None
    return " ".join((field.text if isinstance(field, Span) else field.span.text).split())


def identitas(sop: RawSop) -> dict[str, str | None]:
    """The labelled values of the identity page."""
    return {key: said(field) for key, field in sop.identitas.items()}


def kotak(sop: RawSop) -> dict[str, list[str | None]]:
    """The items of the boxes."""
    return {key: [said(item) for item in items] for key, items in sop.kotak.items()}


def pelaksana(found: RawSop | Procedure) -> list[str | None]:
    """The headings of the actor columns."""
    return [said(field) for field in found.pelaksana]


def langkah(found: RawSop | Procedure) -> list[list[str | None]]:
    """The steps as rows of CELLS."""
    steps: Sequence[RawStep] = found.prosedur if isinstance(found, RawSop) else found.steps
    return [[said(getattr(step, cell)) for cell in CELLS] for step in steps]


def tanda(found: RawSop | Procedure) -> list[list[tuple[int, str | None]]]:
    """The marks of each step: (actor column, symbol)."""
    steps: Sequence[RawStep] = found.prosedur if isinstance(found, RawSop) else found.steps
    return [[(mark.kolom, mark.simbol) for mark in step.tanda] for step in steps]


def texts(spans: Iterable[Span]) -> list[str]:
    """The texts of spans."""
    return [span.text for span in spans]


def is_faithful(span: Span, source: str) -> bool:
    """Whether every character that claims a place in the source stands there, case and all."""
    return len(span.text) == len(span.offsets) and all(
        offset == -1 or source[offset] == char for char, offset in zip(span.text, span.offsets, strict=True)
    )


def kepala(text: str) -> dict[str, str]:
    """What each label of an identity page got, on one line."""
    header = read_header(flow(blocks_of(text)))
    return {
        key: " ".join(" ".join(line.span.text.split()) for line in value.lines)
        for key, value in header.values.items()
    }


def lepas(text: str) -> list[str]:
    """The lines that no label of an identity page got."""
    return [line.span.text for line in read_header(flow(blocks_of(text))).loose]
