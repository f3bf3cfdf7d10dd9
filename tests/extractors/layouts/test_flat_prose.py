"""Sentences of two boxes on the same lines, and fields between and above boxes, in pages without columns."""

from tests.extractors.plain import identitas, kotak, one_sop

TEXT = """NOMOR SOP : 12/SOP/2021
TANGGAL EFEKTIF : 6 November 2023
DISAHKAN OLEH : CAMAT BANYUREJO
PEMERINTAH KABUPATEN WANASARI
KECAMATAN BANYUREJO

NAMA SOP : PENERIMAAN ADUAN

DASAR HUKUM KUALIFIKASI PELAKSANA
1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik 1. Memahami peraturan yang berlaku
2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah 2. Teliti dan tertib
PERINGATAN PENCATATAN DAN PENDATAAN
Apabila kegiatan ini tidak dijalankan sesuai SOP, maka akan Hasil kegiatan ini disimpan secara elektronik dan manual
memengaruhi kinerja pelayanan
KECAMATAN BANYUREJO
KABUPATEN WANASARI
"""


def test_sentences_side_by_side_are_cut_where_the_left_one_goes_on_below() -> None:
    found = kotak(one_sop(TEXT))
    assert found["peringatan"] == [
        "Apabila kegiatan ini tidak dijalankan sesuai SOP, maka akan memengaruhi kinerja pelayanan"
    ]
    assert found["pencatatan_pendataan"] == ["Hasil kegiatan ini disimpan secara elektronik dan manual"]


def test_what_stands_behind_boxes_is_no_part_of_a_field_above_them() -> None:
    assert identitas(one_sop(TEXT))["nama_sop"] == "PENERIMAAN ADUAN"


def test_the_word_number_alone_above_one_is_its_label() -> None:
    text = TEXT.replace("NOMOR SOP : 12/SOP/2021", "Nomor\n\nSOP/AP/02\n")
    assert identitas(one_sop(text))["nomor_sop"] == "SOP/AP/02"
    text = TEXT.replace("TANGGAL EFEKTIF", "Nomor\n\nSOP/AP/02\n\nTANGGAL EFEKTIF")
    assert identitas(one_sop(text))["nomor_sop"] == "12/SOP/2021"
