"""Lists inside a cell: each item on a line of its own, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.dokumen_bolak_balik import isi, kembali
from normalizers.model import Sop
from pipeline.outputs import documents
from pipeline.outputs.butir import berbaris
from pipeline.outputs.lembar import susun
from pipeline.outputs.ukuran import baris_teks
from tests.builders import a_sop


@pytest.mark.parametrize(
    ("teks", "baris"),
    [
        ("1. Dacin 2. Alat ukur", ["1. Dacin", "2. Alat ukur"]),
        ("Berkas: 1) KTP 2) KK 3) Akta", ["Berkas:", "1) KTP", "2) KK", "3) Akta"]),
        ("a. Surat b. Lampiran", ["a. Surat", "b. Lampiran"]),
        ("1.KTP 2.KK", ["1.KTP", "2.KK"]),
        # One item alone, a gap, another closing mark, numbers that count something: no list.
        ("1. Dacin", ["1. Dacin"]),
        ("1. Dacin 3. Alat ukur", ["1. Dacin 3. Alat ukur"]),
        ("1. Dacin 2) Alat ukur", ["1. Dacin 2) Alat ukur"]),
        ("Surat a. n. Camat", ["Surat a. n. Camat"]),
        ("Rangkap 2. 3 lembar", ["Rangkap 2. 3 lembar"]),
        ("Pasal 1 dan 2. Selesai", ["Pasal 1 dan 2. Selesai"]),
        ("", [""]),
    ],
)
def test_items(teks: str, baris: list[str]) -> None:
    assert berbaris(teks).split("\n") == baris


@given(st.lists(st.sampled_from(["1.", "2.", "3)", "a.", "b.", "KTP", "2", "(1)", "dan"]), max_size=12))
def test_only_blanks_become_line_breaks(kata: list[str]) -> None:
    assert berbaris(" ".join(kata)).split() == kata


def test_lines_of_an_item_are_set_in() -> None:
    assert baris_teks("1. Dacin\n2. Alat", 50) == ["1. Dacin", "2. Alat"]
    kata = "Alat ukur tinggi badan balita"
    assert len(baris_teks(f"1. {kata}\n2. Buku", 8.0)) > len(baris_teks(f"{kata} Buku", 8.0))


def berdaftar() -> Sop:
    sop = a_sop()
    langkah = sop.prosedur[0].model_copy(
        update={
            "kelengkapan": "1. Fotokopi kartu keluarga yang masih berlaku 2. Surat pengantar 3. Pas foto",
            "output": "Berkas: a. Agenda b. Kartu kendali",
        }
    )
    return sop.model_copy(update={"prosedur": [langkah, *sop.prosedur[1:]]})


@pytest.mark.parametrize("format_", ["docx", "html", "pdf", "xlsx"])
def test_a_list_in_a_cell_is_read_back_as_it_was(format_: str) -> None:
    sop = berdaftar()
    assert any("\n" in teks for teks in susun(sop).tabel.baris[0].teks)
    again = kembali(sop, format_)
    assert again is not None
    assert isi(again)["prosedur"] == isi(sop)["prosedur"]


def test_html_has_an_element_for_each_item() -> None:
    assert '<div class="butir">2. Surat pengantar</div>' in documents.html(berdaftar())
