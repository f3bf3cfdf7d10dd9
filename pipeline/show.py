"""One file at one stage of its way, for looking at: pages as blocks, raw SOPs with evidence, canonical SOPs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from extractors.errors import SopError
from extractors.extract import extract
from extractors.pages import Line, Pages, Source
from extractors.raw import RawField
from extractors.read import read_bytes
from extractors.spans import Span
from pipeline.config import Settings
from pipeline.run import read_content, run_file


class Stage(StrEnum):
    """How far a file is taken."""

    PAGES = "pages"
    RAW = "raw"
    SOP = "sop"


def stage(path: Path, which: Stage, settings: Settings) -> list[Any]:
    """What the file is at that stage, as lists and dicts that JSON can hold.

    PAGES gives lines (``baris``, ``teks``) and table rows (``baris``, ``sel``), RAW and SOP one
    dict for each SOP of the file.

    Raises:
        SopError: the file cannot be read, or (but for PAGES) holds no SOP.
    """
    if which is Stage.SOP:
        hasil = run_file(path, path.name, settings)
        if hasil.alasan:
            raise SopError(hasil.alasan) from (RuntimeError(hasil.log) if hasil.log else None)
        return [naskah.sop.model_dump(mode="json") for naskah in hasil.naskah]
    pages = read_bytes(path.name, read_content(path, settings), settings.ocr)
    if which is Stage.PAGES:
        return list(_blocks(pages))
    return [_plain(raw, raw.source) for raw in extract(pages)]


def _blocks(pages: Pages) -> Iterator[Mapping[str, Any]]:
    for block in pages.blocks:
        if isinstance(block, Line):
            yield {"baris": _first_line(pages.source, [block.span]), "teks": block.span.text}
            continue
        for row in block.rows:
            spans = [cell.span for cell in row.cells]
            yield {"baris": _first_line(pages.source, spans), "sel": [span.text for span in spans]}


def _first_line(source: Source, spans: Sequence[Span]) -> int | None:
    offsets = [span.first for span in spans if span.first >= 0]
    return source.line_of(min(offsets)) if offsets else None


def _plain(value: Any, source: Source) -> Any:
    """Any value of a raw SOP without its offsets; a value as read comes with its lines."""
    if isinstance(value, RawField):
        _, lines = source.quote(value.span)
        return {"teks": value.text, "baris": lines, "cara": value.cara, "keyakinan": value.keyakinan}
    if isinstance(value, Span):
        return value.text
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name != "source"]
        return {name: _plain(getattr(value, name), source) for name in names}
    if isinstance(value, Mapping):
        return {key: _plain(inner, source) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner, source) for inner in value]
    return value
