"""Drawings in old workbooks (MS-ODRAW within BIFF8): shapes at their anchors, groups, connectors, texts."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from xlrd.compdoc import SIGNATURE, CompDoc, CompDocError

from extractors.boxes import Box
from extractors.office.biff_outlines import Outline, outline
from extractors.office.outlines import PENGHUBUNG, arrows, corners, kind, towards_arrow, vml_preset
from extractors.office.sheet_drawings import GAMBAR, MAX_SHAPES, as_it_stood
from extractors.office.sheet_model import Axis, Shape

_BOUNDSHEET, _BOF, _EOF, _DRAWING, _CONTINUE, _TEXT, _OBJECT = 0x85, 0x809, 0x0A, 0xEC, 0x3C, 0x1B6, 0x5D
_WORKSHEET, _NOTE = 0, 0x19
_GROUPS, _GROUP, _SHAPE = 0xF002, 0xF003, 0xF004
_FRAME, _ABOUT, _OPTIONS, _TEXT_BOX, _CHILD, _ANCHOR, _DATA = (
    0xF009,
    0xF00A,
    0xF00B,
    0xF00D,
    0xF00F,
    0xF010,
    0xF011,
)
_FLIP_X, _FLIP_Y, _PATRIARCH, _DELETED = 0x40, 0x80, 0x4, 0x8
_ROTATION, _BEND, _FILL_COLOUR, _FILLED, _LINE_COLOUR, _LINED, _START, _END = (
    4,
    327,
    385,
    447,
    448,
    511,
    464,
    465,
)
_LINED_OLD = 508
_IS_FILLED, _IS_LINED = 0x10, 0x08
_DRAWN_FREELY = 0xFFF
_MAX_DEPTH = 20
_COLUMN_PARTS, _ROW_PARTS = 1024, 256


@dataclass(slots=True)
class _Sketch:
    """What the records of one shape say, with its outline where it was drawn freely; ``text`` and ``data`` number its text box and its object, -1 for none."""

    preset: int = 0
    flags: int = 0
    nomor: int = 0
    options: dict[int, int] = field(default_factory=dict)
    outline: Outline | None = None
    frame: tuple[int, int, int, int] | None = None
    anchor: Box | None = None
    child: tuple[int, int, int, int] | None = None
    text: int = -1
    data: int = -1


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates within a group to points on the worksheet."""

    x: float
    y: float
    by_x: float
    by_y: float


@dataclass(slots=True)
class _Reader:
    """The way through the records of one worksheet, and how many texts and objects were met."""

    columns: Axis
    rows: Axis
    texts: list[str]
    objects: list[int]
    boxes: int = 0
    clients: int = 0


def drawings(data: bytes, number: int, columns: Axis, rows: Axis) -> list[Shape]:
    """The shapes of one worksheet that can be seen; none where its drawing cannot be made out."""
    try:
        stream = _stream(data)
        position = _positions(stream)[number]
        art, texts, objects = _collected(stream, position)
        reader = _Reader(columns, rows, texts, objects)
        return list(islice(_shapes(reader, art, None, 0), MAX_SHAPES))
    except (CompDocError, struct.error, LookupError, AssertionError, TypeError):
        return []


def _stream(data: bytes) -> bytes:
    if not data.startswith(SIGNATURE):
        return data  # records without a container
    memory, base, length = CompDoc(data, logfile=None).locate_named_stream("Workbook")
    return bytes(memory[base : base + length])


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    while position + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, position)
        yield code, stream[position + 4 : position + 4 + length]
        position += 4 + length


def _positions(stream: bytes) -> list[int]:
    """Where the records of each worksheet begin."""
    found = []
    for code, record in _records(stream, 0):
        if code == _BOUNDSHEET and len(record) > 5 and record[5] == _WORKSHEET:
            found.append(struct.unpack_from("<I", record)[0])
        elif code == _EOF:
            break
    return found


def _collected(stream: bytes, position: int) -> tuple[bytes, list[str], list[int]]:
    """The drawing of a worksheet in one piece, the texts of its boxes, and the kinds of its objects."""
    art: list[bytes] = []
    texts: list[str] = []
    objects: list[int] = []
    depth, before, wanted = 0, 0, 0
    for code, record in _records(stream, position):
        depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            break
        if depth > 1:  # a chart
            continue
        if code == _DRAWING or (code == _CONTINUE and before == _DRAWING):
            art.append(record)
            code = _DRAWING
        elif code == _TEXT:
            wanted = struct.unpack_from("<H", record, 10)[0]
            texts.append("")
        elif code == _CONTINUE and before == _TEXT and wanted:
            piece = record[1:].decode("utf-16-le" if record[0] & 1 else "latin-1", errors="replace")[:wanted]
            texts[-1] += piece
            wanted -= len(piece)
            code = _TEXT if wanted else code
        elif code == _OBJECT:
            objects.append(struct.unpack_from("<H", record, 4)[0])
        before = code
    return b"".join(art), [" ".join(text.split()) for text in texts], objects


def _atoms(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Kind, instance and content of the records within one."""
    position = 0
    while position + 8 <= len(data):
        head, code, length = struct.unpack_from("<HHI", data, position)
        yield code, head >> 4, data[position + 8 : position + 8 + length]
        position += 8 + length


def _shapes(reader: _Reader, data: bytes, scale: _Scale | None, depth: int) -> Iterator[Shape]:
    """The shapes among some records; ``scale`` is that of the group that they belong to."""
    if depth > _MAX_DEPTH:
        return
    first = True
    for code, _, content in _atoms(data):
        if code == _GROUPS:
            yield from _shapes(reader, content, scale, depth + 1)
        elif code == _GROUP:
            yield from _shapes(reader, content, _inner(reader, content, scale), depth + 1)
        elif code == _SHAPE:
            sketch = _sketch(reader, content)
            box = _box(sketch, scale)
            if (
                box is not None
                and not (first and sketch.frame)
                and not sketch.flags & (_PATRIARCH | _DELETED)
            ):
                yield from _shape(reader, sketch, box)
            first = False


def _inner(reader: _Reader, data: bytes, outer: _Scale | None) -> _Scale | None:
    """The scale within a group, whose first shape says how large it is inside and outside."""
    counts = reader.boxes, reader.clients
    head = next((content for code, _, content in _atoms(data) if code == _SHAPE), b"")
    sketch = _sketch(reader, head)
    reader.boxes, reader.clients = counts
    box, frame = _box(sketch, outer), sketch.frame
    if box is None or frame is None or frame[2] <= frame[0] or frame[3] <= frame[1]:
        return outer
    by_x, by_y = box.width / (frame[2] - frame[0]), box.height / (frame[3] - frame[1])
    return _Scale(box.x0 - frame[0] * by_x, box.y0 - frame[1] * by_y, by_x, by_y)


def _sketch(reader: _Reader, data: bytes) -> _Sketch:
    sketch = _Sketch()
    for code, instance, content in _atoms(data):
        if code == _ABOUT:
            sketch.preset = instance
            sketch.nomor, sketch.flags = struct.unpack_from("<II", content)
        elif code == _FRAME:
            sketch.frame = struct.unpack_from("<4i", content)
        elif code == _OPTIONS:
            pairs = (
                struct.unpack_from("<HI", content, at * 6) for at in range(min(instance, len(content) // 6))
            )
            sketch.options = {name & 0x3FFF: value for name, value in pairs}
            sketch.outline = outline(content, instance) if sketch.preset in (0, _DRAWN_FREELY) else None
        elif code == _ANCHOR and len(content) >= 18:
            sketch.anchor = _anchor(reader, struct.unpack_from("<8H", content, 2))
        elif code == _CHILD:
            sketch.child = struct.unpack_from("<4i", content)
        elif code == _DATA:
            sketch.data, reader.clients = reader.clients, reader.clients + 1
        elif code == _TEXT_BOX:
            sketch.text, reader.boxes = reader.boxes, reader.boxes + 1
    return sketch


def _anchor(reader: _Reader, ends: tuple[int, ...]) -> Box:
    x = [
        reader.columns.start(c) + reader.columns.size(c) * dx / _COLUMN_PARTS
        for c, dx in (ends[0:2], ends[4:6])
    ]
    y = [reader.rows.start(r) + reader.rows.size(r) * dy / _ROW_PARTS for r, dy in (ends[2:4], ends[6:8])]
    return Box(min(x), min(y), max(x), max(y))


def _box(sketch: _Sketch, scale: _Scale | None) -> Box | None:
    if sketch.child is None or scale is None:
        return sketch.anchor
    x0, y0, x1, y1 = sketch.child
    return Box(
        scale.x + min(x0, x1) * scale.by_x,
        scale.y + min(y0, y1) * scale.by_y,
        scale.x + max(x0, x1) * scale.by_x,
        scale.y + max(y0, y1) * scale.by_y,
    )


def _shape(reader: _Reader, sketch: _Sketch, box: Box) -> Iterator[Shape]:
    """The shape of a sketch, none for a comment and for one that shows nothing."""
    if 0 <= sketch.data < len(reader.objects) and reader.objects[sketch.data] == _NOTE:
        return
    options = sketch.options
    text = reader.texts[sketch.text] if 0 <= sketch.text < len(reader.texts) else ""
    preset = vml_preset(sketch.preset) if 0 < sketch.preset < _DRAWN_FREELY else "path"
    jenis = kind(preset)
    filled = jenis != PENGHUBUNG and _is_on(options, (_FILLED,), _IS_FILLED)
    lined = _is_on(options, (_LINED, _LINED_OLD), _IS_LINED)
    if not (text or filled or lined or jenis == GAMBAR):
        return
    turn = struct.unpack("<i", struct.pack("<I", options.get(_ROTATION, 0)))[0] / 65536
    flips = bool(sketch.flags & _FLIP_X), bool(sketch.flags & _FLIP_Y)
    bends = [options[_BEND] / 21600] if _BEND in options else []
    box, points = corners(jenis, preset, as_it_stood(box, turn), flips, bends, turn)
    if sketch.outline is not None and not turn % 360 and jenis == "path":
        points = sketch.outline.within(box, flips)
    start, end = bool(options.get(_START)), bool(options.get(_END))
    yield Shape(
        jenis,
        box,
        towards_arrow(points, start, end),
        _colour(options, _FILL_COLOUR) if filled else None,
        _colour(options, _LINE_COLOUR) if lined else None,
        text,
        filled or lined,
        str(sketch.nomor),
        panah=arrows(start, end) if jenis == PENGHUBUNG else None,
        curved=sketch.outline is not None and sketch.outline.curved,
    )


def _is_on(options: Mapping[int, int], names: tuple[int, ...], bit: int) -> bool:
    """A switch that is on unless it is said to be off; the upper half tells which switches are said."""
    value = next((options[name] for name in names if name in options), 0)
    return bool(value & bit) if value & (bit << 16) else True


def _colour(options: Mapping[int, int], name: int) -> str | None:
    """The colour of a property, where it is given as such."""
    value = options.get(name)
    if value is None or value >> 24:
        return None
    return f"#{value & 0xFF:02x}{value >> 8 & 0xFF:02x}{value >> 16 & 0xFF:02x}"
