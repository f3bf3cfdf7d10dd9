"""Tables whose cells semicolons part."""

from tests.extractors.plain import identitas, kotak, langkah, one_sop, pelaksana

TEXT = """PEMERINTAH KABUPATEN WANASARI
NOMOR SOP;: 060/22/SOP/2020
TGL EFEKTIF;: 1 Agustus 2020
DISAHKAN OLEH;: CAMAT KALIBENING
;HENDRA PRASETYA, S.Sos
;NIP. 19750203 199602 1 002
NAMA SOP;: Legalisasi Surat

DASAR HUKUM;KUALIFIKASI PELAKSANA
1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik;1. Memahami administrasi; ramah
KETERKAITAN;PERALATAN/PERLENGKAPAN
1. SOP Surat Masuk;1. Komputer
;2. Stempel

NO;KEGIATAN;PETUGAS LOKET;CAMAT;KELENGKAPAN;WAKTU;OUTPUT;KET
1;Mengajukan berkas;v;;Surat, KTP;5 menit;Berkas masuk;
2;Memeriksa berkas;;v;Berkas masuk;10 menit;Berkas lengkap;
3;Menandatangani surat;;v;Berkas lengkap;5 menit;Surat legal;
"""


def test_an_sop_of_a_spreadsheet_that_parts_cells_by_semicolons() -> None:
    sop = one_sop(TEXT)
    assert identitas(sop)["nomor_sop"] == "060/22/SOP/2020"
    assert kotak(sop)["kualifikasi_pelaksana"] == ["Memahami administrasi; ramah"]
    assert kotak(sop)["peralatan_perlengkapan"] == ["Komputer", "Stempel"]
    assert pelaksana(sop) == ["PETUGAS LOKET", "CAMAT"]
    assert langkah(sop)[0] == ["1", "Mengajukan berkas", "Surat, KTP", "5 menit", "Berkas masuk", None]


def test_lists_whose_entries_end_with_semicolons_are_no_tables() -> None:
    text = """NOMOR SOP : 1/2020
DASAR HUKUM :
1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik;
2. UU Nomor 6 Tahun 2014 tentang Desa;
3. Sarana;prasarana;alat tulis;
KETERKAITAN :
1. SOP Surat Masuk;
"""
    assert kotak(one_sop(text))["keterkaitan"] == ["SOP Surat Masuk;"]
