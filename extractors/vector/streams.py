"""Compressed streams looked at before a library unpacks them: none may be a bomb.

PDFium unpacks what a page refers to as a whole and without a limit, so a file of a few
kilobytes could take gigabytes. Pixels are left out here; they are guarded by their dimensions.
"""

import re
import zlib
from typing import Final

LARGEST: Final = 32_000_000
"""Bytes of one stream, unpacked: drawings of a page or a font have a few million at most."""
LARGEST_LZW: Final = 500_000
"""Bytes of one stream as stored by LZW, which is not unpacked here."""
MOST_FILTERS: Final = 4
_DICTIONARY: Final = 2000
"""Bytes before the data of a stream in which what it is stands."""
_STEP: Final = 1_000_000

MOST_DRAWN: Final = 2_000_000
"""Forms drawn by forms drawn by forms, counted at most; PDFium reads each anew."""

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/FlateDecode\b|/Fl\b")
_LZW = re.compile(rb"/LZWDecode\b|/LZW\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")
_DRAW = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")


def has_bomb(data: bytes) -> bool:
    """Whether a PDF holds a stream that becomes larger than anything a page needs."""
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        entries = before[before.rfind(b" obj") + 1 :]
        filters = len(_FLATE.findall(entries))
        if filters > MOST_FILTERS:
            return True
        # An image is as large as it says, unless it was packed again and again.
        if _IMAGE.search(entries) and filters < 2:
            continue
        if _LZW.search(entries) and _stored(data, match.end()) > LARGEST_LZW:
            return True
        if filters and _unpacks_beyond(data, match.end(), filters):
            return True
    return False


def _stored(data: bytes, start: int) -> int:
    end = data.find(b"endstream", start)
    return (end if end >= 0 else len(data)) - start


def _unpacks_beyond(data: bytes, start: int, filters: int) -> bool:
    """Whether a stream grows over the limit at any of its filters."""
    packed: bytes | memoryview = memoryview(data)[start : start + _stored(data, start)]
    for _ in range(filters):
        unpacked = _unpacked(packed)
        if unpacked is None:
            return True
        packed = unpacked
    return False


def _unpacked(packed: bytes | memoryview) -> bytes | None:
    """The unpacked bytes as far as they can be had, None over the limit."""
    parts, total = [], 0
    decoder = zlib.decompressobj()
    rest: bytes | memoryview = packed
    try:
        while rest and total <= LARGEST:
            part = decoder.decompress(rest, _STEP)
            total += len(part)
            parts.append(part)
            rest = decoder.unconsumed_tail
            if decoder.eof or not part:
                break
    except zlib.error:
        # Broken data; what came before the break counts.
        pass
    return None if total > LARGEST else b"".join(parts)


def has_endless_forms(data: bytes) -> bool:
    """Whether forms draw each other so often that reading the page would not end in time."""
    forms: dict[int, tuple[int, set[int]]] = {}
    for match in _STREAM.finditer(data):
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        objects = list(_OBJECT.finditer(before))
        if not objects or not _FORM.search(before, objects[-1].end()):
            continue
        entries = before[objects[-1].end() :]
        content: bytes | None = data[match.end() : match.end() + _stored(data, match.end())]
        if _FLATE.search(entries):
            content = _unpacked(content or b"")
        draws = len(_DRAW.findall(content or b""))
        if draws > 1:
            others = {int(number) for number in _REFERENCE.findall(entries)}
            forms[int(objects[-1][1])] = (draws, others | _referred(data, others))
    known: dict[int, int] = {}
    return any(_drawn(number, forms, known, frozenset()) > MOST_DRAWN for number in forms)


def _referred(data: bytes, numbers: set[int]) -> set[int]:
    """What plain objects of these numbers refer to: resources often stand apart."""
    found: set[int] = set()
    for number in sorted(numbers)[:50]:
        match = re.search(rb"(?<!\d)%d\s+\d+\s+obj\b" % number, data)
        if match:
            body = data[match.end() : match.end() + _DICTIONARY]
            found.update(int(other) for other in _REFERENCE.findall(body.split(b"endobj")[0]))
    return found


def _drawn(
    number: int, forms: dict[int, tuple[int, set[int]]], known: dict[int, int], above: frozenset[int]
) -> int:
    """How many forms drawing one form draws at most; cycles are broken by PDFium itself."""
    if number not in forms or number in above:
        return 1
    if number not in known:
        draws, others = forms[number]
        inner = [_drawn(other, forms, known, above | {number}) for other in others if other in forms]
        known[number] = min(1 + draws * max(inner, default=1), 10 * MOST_DRAWN)
    return known[number]
