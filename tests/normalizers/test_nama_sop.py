import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.nama_sop import dari_judul, inti, parse
from tests.builders import a_span


@pytest.mark.parametrize(
    ("text", "nama"),
    [
        ("PENGELOLAAN SURAT MASUK.", "Pengelolaan Surat Masuk"),
        ("Pengelolaan Surat Masuk", "Pengelolaan Surat Masuk"),
        ("SOP PELAYANAN KTP", "SOP Pelayanan KTP"),
        ("PENGELOLAAN\nSURAT MASUK", "Pengelolaan Surat Masuk"),
        ("Prosedﬁr Pengaduan", "Prosedur Pengaduan"),
        ("-", None),
        ("", None),
    ],
)
def test_names(text, nama):
    assert parse(text).nilai == nama


@pytest.mark.parametrize(
    ("heading", "nama"),
    [
        ("STANDAR OPERASIONAL PROSEDUR (SOP)\nPENGELOLAAN SURAT", "PENGELOLAAN SURAT"),
        ("STANDAR OPERASIONAL PROSEDUR (SOP) PENGELOLAAN SURAT", "PENGELOLAAN SURAT"),
        ("STANDAR OPERASIONAL PROSEDUR\nTENTANG PENGELOLAAN\nSURAT", "PENGELOLAAN\nSURAT"),
        ("SOP PENGELOLAAN SURAT\nKECAMATAN SUKAMAJU KABUPATEN WANASARI\nTAHUN 2021", "PENGELOLAAN SURAT"),
        ("Prosedur Pengaduan", "Prosedur Pengaduan"),
        ("Sopir Dinas", "Sopir Dinas"),
        ("STANDAR OPERASIONAL PROSEDUR", ""),
        ("KECAMATAN SUKAMAJU", ""),
        ("", ""),
    ],
)
def test_headings(heading, nama):
    assert dari_judul(a_span(heading, heading)).text == nama


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pengelolaan Surat Kecamatan Sukamaju", "PENGELOLAAN SURAT"),
        ("SOP Pengelolaan Surat", "Pengelolaan surat."),
        ("Pengelolaan Surat Kecamatan Sukamaju Kabupaten Wanasari", "Pengelolaan Surat"),
    ],
)
def test_same_procedure(first, second):
    assert inti(first) == inti(second)


def test_other_procedure():
    assert inti("Pengelolaan Surat Masuk") != inti("Pengelolaan Surat Keluar")


@given(st.text(max_size=60))
def test_twice_changes_nothing(text):
    once = parse(text).nilai
    assert once is None or parse(once).nilai == once
    assert dari_judul(a_span(text, text)).text in text or "\n" in text or not text.isascii()
