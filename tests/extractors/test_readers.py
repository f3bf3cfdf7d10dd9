"""From bytes to pages: encodings, line ends, and what is refused in one sentence."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import (
    BerkasKosong,
    BerkasTerlaluBesar,
    BerkasTidakTerbaca,
    JenisTidakDikenal,
    SopError,
)
from extractors.read import read, read_bytes
from extractors.readers import READERS
from extractors.readers.teks import decode
from tests.strategies import STABIL

TEXT = "Nama SOP : Pelayanan “Ramah” – 10’\nWaktu\t: ± 5 menit\n"
WESTERN = "Nama SOP : Pelayanan – 10’\nWaktu\t: ± 5 menit\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (WESTERN.encode("cp1252"), WESTERN),
    ],
    ids=["utf8", "utf8-bom", "utf16", "utf16le-bom", "utf16be-bom", "utf16le", "utf16be", "cp1252"],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b"])
def test_every_line_end_becomes_one_newline(end: str) -> None:
    assert decode(f"satu{end}dua{end}{end}tiga".encode()) == "satu\ndua\n\ntiga"


def test_damaged_bytes_are_replaced_and_the_rest_is_read() -> None:
    assert decode(b"\xff\xfe" + "Nama".encode("utf-16-le") + b"\x41") == "Nama\ufffd"
    assert "SOP" in decode(b"Nama \x81\x8d SOP")


def test_our_own_control_marks_are_taken_out() -> None:
    assert decode("a\x1cb\x1dc\x1ed\ue001e".encode()) == "a b c d e"


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("kosong.txt", b"", BerkasKosong),
        ("spasi.txt", b" \r\n\t\f ", BerkasKosong),
        ("bom.txt", b"\xef\xbb\xbf", BerkasKosong),
        ("gambar.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), BerkasTidakTerbaca),
        ("dokumen.txt", b"%PDF-1.7 Nama SOP", BerkasTidakTerbaca),
        ("arsip.txt", b"PK\x03\x04 SOP", JenisTidakDikenal),
        ("program.txt", bytes(range(256)) * 20, JenisTidakDikenal),
        ("kendali.txt", b"\x01\x02\x03abc" * 50, JenisTidakDikenal),
        ("nol.txt", bytes(500), JenisTidakDikenal),
        ("panjang.txt", b"Nama SOP : A\n" * 1_600_000, BerkasTerlaluBesar),
        ("sop.pdf", b"Nama SOP : A", JenisTidakDikenal),
        ("sop.docx", b"Nama SOP : A", JenisTidakDikenal),
    ],
)
def test_what_is_refused(name: str, data: bytes, error: type[SopError]) -> None:
    with pytest.raises(error) as caught:
        read_bytes(name, data)
    assert str(caught.value)[0].islower()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["sop.txt", "SOP.TXT", "sop.md", "sop.html", "sop.htm", "sop", "sop.tsv", "a.b.txt"]
)
def test_which_names_are_texts(name: str) -> None:
    assert read_bytes(name, b"Nama SOP : A").source.text == "Nama SOP : A"


@pytest.mark.parametrize(
    ("text", "jenis"),
    [
        ("Nama SOP : A", "teks"),
        ("<table><tr><td>Nama SOP</td></tr></table>", "html"),
        ("<!DOCTYPE html><p>Nama SOP", "html"),
        ("<!-- dari kantor --><html>", "html"),
        ("Nama SOP <b>A</b>", "teks"),
        ("# Judul\n<table><tr><td>a</td></tr></table>", "teks"),
    ],
)
def test_kind_of_source(text: str, jenis: str) -> None:
    assert read_bytes("berkas.txt", text.encode()).jenis == jenis


def test_a_form_feed_parts_no_word_from_its_line() -> None:
    pages = read_bytes("a.txt", b"satu\n\x0cdua\n")
    assert [block.span.text for block in pages.blocks] == ["satu", "dua"]  # type: ignore[union-attr]


def test_reading_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "sop.txt"
    path.write_text("Nama SOP : A\n", encoding="utf-8")
    assert read(path).source.text == "Nama SOP : A\n"
    with pytest.raises(BerkasTerlaluBesar, match="batasnya"):
        read(path, batas_byte=5)
    with pytest.raises(BerkasTidakTerbaca) as caught:
        read(tmp_path / "tidak-ada.txt")
    assert str(tmp_path) not in str(caught.value)


def test_readers_are_named_apart() -> None:
    names = [reader.nama for reader in READERS]
    assert len(set(names)) == len(names)


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
@settings(STABIL, max_examples=200)
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        pages = read_bytes("apa saja.txt", data)
    except SopError:
        return
    assert pages.source.text.strip()
    assert not set("\r\x85\u2028\u2029") & set(pages.source.text)


def test_one_bad_byte_does_not_change_the_encoding() -> None:
    assert decode("Surat – Masuk".encode() + b"\xff") == "Surat – Masuk\ufffd"


def test_windows_text_is_no_damaged_utf8() -> None:
    assert decode("Surat – Masuk “baru”".encode("cp1252")) == "Surat – Masuk “baru”"


def test_many_comments_before_what_is_no_html() -> None:
    assert read_bytes("a.txt", b"<!---->" * 2000 + b"x").jenis == "teks"


def test_html_that_calls_itself_a_word_document():
    html = (
        b"<html xmlns:w='urn:x'><body><table><tr><td>Nomor SOP</td><td>1/2021</td></tr></table></body></html>"
    )
    assert read_bytes("sop.doc", html).jenis == "html"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "Office lama"),
        (b"{\\rtf1 Nomor SOP}", "RTF"),
        (b"PK\x03\x04" + bytes(60), "terkemas"),
    ],
)
def test_documents_of_other_programs_are_told_what_to_do(data, said):
    with pytest.raises(JenisTidakDikenal, match=said) as error:
        read_bytes("sop.odt" if data.startswith(b"PK") else "sop.doc" if data[0] == 0xD0 else "sop.rtf", data)
    assert "simpan sebagai DOCX atau PDF" in str(error.value)


@pytest.mark.parametrize("name", ["sop.pdf", "sop", "SOP 2.1 Surat Masuk", "sop.xlsx", "sop.doc"])
def test_a_document_is_known_by_its_parts_whatever_its_file_is_called(name: str) -> None:
    head = b"PK\x03\x04" + b"\x00" * 26 + b"[Content_Types].xml" + b"PK\x03\x04" + b"\x00" * 26
    (word,) = (reader.nama for reader in READERS if reader.claims(name, head + b"word/document.xml"))
    (excel,) = (reader.nama for reader in READERS if reader.claims(name, head + b"xl/workbook.xml"))
    assert (word, excel) == ("DOCX", "XLSX")
