"""Old workbooks, made here record by record."""

import struct

import pytest

from extractors.errors import BerkasTidakTerbaca
from extractors.office.biff import worksheets
from extractors.readers import xls


def record(code: int, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return struct.pack("<HH", code, len(data)) + data


def words(*values: int) -> bytes:
    return struct.pack(f"<{len(values)}H", *values)


def label(row: int, column: int, text: str) -> bytes:
    return record(0x204, words(row, column, 0, len(text)), b"\x01", text.encode("utf-16-le"))


def atom(code: int, instance: int, data: bytes, container: bool = False) -> bytes:
    return struct.pack("<HHI", instance << 4 | (0xF if container else 0), code, len(data)) + data


def shape(preset: int, nomor: int, anchor: tuple[int, ...], text: bool = False) -> bytes:
    parts = atom(0xF00A, preset, struct.pack("<II", nomor, 0xA00)) + atom(0xF010, 0, words(0, *anchor))
    return atom(0xF004, 0, parts + atom(0xF011, 0, b"") + (atom(0xF00D, 0, b"") if text else b""), True)


def art() -> bytes:
    """A decision with a text in the second column, and a comment."""
    head = atom(0xF004, 0, atom(0xF009, 1, bytes(16)) + atom(0xF00A, 0, struct.pack("<II", 1, 5)), True)
    shapes = shape(110, 2, (1, 512, 1, 0, 2, 0, 2, 128), text=True) + shape(
        202, 3, (0, 0, 0, 0, 1, 0, 1, 0), text=True
    )
    drawing = atom(0xF002, 0, atom(0xF003, 0, head + shapes, True), True)
    return b"".join(
        (
            record(0xEC, drawing),
            record(0x5D, words(0x15, 0x12, 0x00, 1, 0), bytes(12)),
            record(0x1B6, bytes(10), words(4, 16), bytes(4)),
            record(0x3C, b"\x00", b"Ya ?"),
            record(0x3C, bytes(16)),
            record(0x5D, words(0x15, 0x12, 0x19, 2, 0), bytes(12)),
            record(0x1B6, bytes(10), words(4, 16), bytes(4)),
            record(0x3C, b"\x00", b"nota"),
            record(0x3C, bytes(16)),
        )
    )


def workbook(hidden: int = 0) -> bytes:
    bof = struct.pack("<HHHHII", 0x600, 5, 0, 0x7CC, 0, 6)
    sheet = b"".join(
        (
            record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0x7CC, 0, 6)),
            record(0x208, words(1, 0, 2, 600, 0, 0), struct.pack("<I", 0x100)),
            label(0, 0, "Nomor SOP"),
            label(1, 0, "045/17"),
            record(0x203, words(1, 1, 0), struct.pack("<d", 5.0)),
            record(0xE5, words(1, 0, 0, 0, 1)),
            art(),
            record(0x0A),
        )
    )
    fonts = record(0x31, words(200, 0, 0x7FFF, 400, 0), bytes(4), b"\x05\x00Arial") * 4
    xf = record(0xE0, words(0, 0, 0xFFF5), bytes(14))
    name = b"Identitas"
    start = len(record(0x809, bof)) + len(fonts) + len(xf) + 4 + 8 + len(name) + 4
    bound = record(0x85, struct.pack("<IBBBB", start, hidden, 0, len(name), 0), name)
    return record(0x809, bof) + fonts + xf + bound + record(0x0A) + sheet


def test_cells_merges_and_heights_of_an_old_workbook():
    (sheet,) = worksheets(workbook())
    assert sheet.nama == "Identitas"
    assert sheet.texts == {(0, 0): "Nomor SOP", (1, 0): "045/17", (1, 1): "5"}
    assert sheet.merged == ((0, 0, 0, 1),)
    assert sheet.rows.size(1) == 30.0
    assert not sheet.hidden


def test_drawings_of_an_old_workbook_lie_at_their_anchors():
    (sheet,) = worksheets(workbook())
    (decision,) = sheet.shapes
    width = sheet.columns.size(1)
    assert (decision.jenis, decision.text) == ("flowChartDecision", "Ya ?")
    top = sheet.rows.start(1)
    assert decision.box == pytest.approx((1.5 * width, top, 2 * width, top + 30 + sheet.rows.size(2) / 2))


def test_an_old_workbook_becomes_pages():
    pages = xls.read(workbook())
    assert pages.jenis == "xlsx"
    assert pages.source.text == "Nomor SOP\n045/17\n5\n"


@pytest.mark.parametrize("size", [12, 60, 400])
def test_a_truncated_one_is_refused_or_says_what_is_left(size):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + workbook()[:size]
    with pytest.raises(BerkasTidakTerbaca):
        xls.read(data)


def test_an_encrypted_package_in_an_old_container_is_named_so():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(BerkasTidakTerbaca, match="kata sandi"):
        xls.read(data)
