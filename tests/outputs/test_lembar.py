from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.model import Sop
from pipeline.data import table
from pipeline.outputs.lembar import susun
from pipeline.outputs.prosedur import TANDA
from tests.builders import a_langkah, a_pelaksana, a_sop

KATA = table("dokumen")
KOSONG, KOSONG_SEL = KATA["kosong"], KATA["kosong_sel"]


def identitas(**ganti: Any) -> dict[str, str]:
    """The rows of the identity by label; arguments replace fields of the SOP's identity."""
    dasar = a_sop().identitas.model_dump()
    return dict(susun(a_sop(identitas=dasar | ganti)).identitas)


def bare() -> Sop:
    return Sop(id="tanpa-isi", sumber=a_sop().sumber)


@pytest.mark.parametrize(
    ("kunci", "iso", "teks"),
    [
        ("tanggal_pembuatan", "2024-01-14", "14 Januari 2024"),
        ("tanggal_efektif", "2019-01", "Januari 2019"),
        ("tanggal_revisi", "2020", "2020"),
        # nothing to fill in for a first version, a blank for the others
        ("tanggal_revisi", None, "-"),
        ("tanggal_efektif", None, KOSONG),
        ("tanggal_pembuatan", None, KOSONG),
    ],
)
def test_dates(kunci: str, iso: str | None, teks: str) -> None:
    assert identitas(**{kunci: iso})[KATA["identitas"][kunci]] == teks


def test_tanggal_pengesahan_only_when_stated() -> None:
    assert identitas(tanggal_pengesahan="2021-02-15")["Tanggal Pengesahan"] == "15 Februari 2021"
    assert "Tanggal Pengesahan" not in identitas(tanggal_pengesahan=None)


@pytest.mark.parametrize(
    ("pejabat", "jabatan", "nip"),
    [
        ({"jabatan": "Camat Sukamaju", "status": "Plt."}, "Plt. Camat Sukamaju", f"NIP {KOSONG}"),
        ({"nip": "197803152000031002"}, KOSONG, "NIP 19780315 200003 1 002"),
        # what is no NIP of 18 digits stays as read
        ({"status": "a.n.", "nip": "1978 0315"}, f"a.n. {KOSONG}", "NIP 1978 0315"),
    ],
)
def test_pengesah(pejabat: dict[str, str], jabatan: str, nip: str) -> None:
    hasil = susun(a_sop(identitas={"disahkan_oleh": pejabat})).pengesah
    assert (hasil.jabatan, hasil.nip) == (jabatan, nip)
    assert hasil.pangkat is None


def test_what_is_missing_is_blank_and_never_invented() -> None:
    lembar = susun(bare())
    assert {*lembar.kop, lembar.nama_sop, lembar.pengesah.nama} == {KOSONG}
    assert [k.butir for pasangan in lembar.kotak for k in pasangan] == [(KOSONG,)] * 6
    (baris,) = lembar.tabel.baris
    assert set(baris.teks) == {KOSONG_SEL, ""}
    assert lembar.tabel.pelaksana == ("",)
    assert lembar.penyusun == ""


def test_only_lists_of_several_items_are_numbered() -> None:
    lembar = susun(a_sop(keterkaitan=["SOP Kearsipan"], peringatan=["Jangan terlambat", "Jangan hilang"]))
    kotak = {k.judul: k for pasangan in lembar.kotak for k in pasangan}
    assert not kotak["Keterkaitan"].bernomor
    assert kotak["Peringatan"].bernomor


def test_boxes_stand_in_pairs_as_in_the_standard() -> None:
    assert [(kiri.judul, kanan.judul) for kiri, kanan in susun(a_sop()).kotak] == [
        ("Dasar Hukum", "Kualifikasi Pelaksana"),
        ("Keterkaitan", "Peralatan/Perlengkapan"),
        ("Peringatan", "Pencatatan dan Pendataan"),
    ]


def test_marks_stand_in_the_columns_of_their_actors() -> None:
    tanda = [{"id": "camat", "simbol": "keputusan"}, {"id": "staf", "simbol": None}]
    sop = a_sop(
        pelaksana=[a_pelaksana("Staf"), a_pelaksana("Camat")],
        prosedur=[a_langkah(pelaksana=tanda), a_langkah(2, pelaksana=None), a_langkah(3, pelaksana=[])],
    )
    lembar = susun(sop)
    assert [b.pelaksana for b in lembar.tabel.baris] == [((TANDA,), ("keputusan",)), ((), ()), ((), ())]
    assert lembar.tabel.catatan == (f"{KATA['tanda']} : {KATA['catatan_tanda']}",)


def test_no_note_where_all_symbols_are_known() -> None:
    assert susun(a_sop(prosedur=[a_langkah()])).tabel.catatan == ()


def test_an_actor_without_a_column_gets_one() -> None:
    sop = a_sop(pelaksana=[], prosedur=[a_langkah(pelaksana=[{"id": "caraka", "simbol": "proses"}])])
    tabel = susun(sop).tabel
    assert tabel.pelaksana == ("caraka",)
    assert tabel.baris[0].pelaksana == (("proses",),)


def test_a_mark_is_drawn_once_where_two_columns_share_an_id() -> None:
    sop = a_sop(pelaksana=[a_pelaksana("Staf"), a_pelaksana("Staf")], prosedur=[a_langkah()])
    assert susun(sop).tabel.baris[0].pelaksana == (("proses",), ())


def test_type_of_the_identity_shrinks_to_keep_it_on_one_page() -> None:
    aturan = "Peraturan Bupati Wanasari Nomor 7 Tahun 2019 tentang Pedoman Tata Naskah Dinas"
    huruf = [susun(a_sop(dasar_hukum=[{"teks": aturan}] * n)).huruf for n in (2, 16, 40)]
    # Forty need a second page anyway, so they stay readable.
    assert huruf[0] == huruf[2] == 10
    assert huruf[1] < 10


@given(st.text())
def test_texts_are_printable_and_on_one_line(teks: str) -> None:
    uraian = susun(a_sop(prosedur=[a_langkah(uraian=teks)])).tabel.baris[0].teks.uraian
    assert uraian
    assert uraian == " ".join(uraian.split())
    uraian.encode()
    assert not any(ord(c) < 32 for c in uraian)
