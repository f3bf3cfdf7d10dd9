"""Running text: cleaning, spelling, title case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import prose
from normalizers.reading import APA_ADANYA, KOREKSI

BERSIH = {
    "white space": [
        (" satu \t dua\u00a0tiga ", "satu dua tiga"),
        ("satu\r\ndua\x0ctiga", "satu dua tiga"),
        ("ketikan konsep , lalu kirim .", "ketikan konsep, lalu kirim."),
        ("( Camat dan Kasi )", "(Camat dan Kasi)"),
        ("... Januari 2020", "... Januari 2020"),
    ],
    "broken hyphenation": [
        ("Lembar-\nan Negara", "Lembaran Negara"),
        ("PENGUM-\nPULAN", "PENGUMPULAN"),
        ("Lembar- an Negara", "Lembaran Negara"),
        ("peng\u00ad\nantar", "pengantar"),
    ],
    "real hyphens": [
        ("Undang-\nUndang", "Undang-Undang"),
        ("UNDANG-\nUNDANG", "UNDANG-UNDANG"),
        ("Undang- Undang", "Undang-Undang"),
        ("perundang-\nundangan", "perundang-undangan"),
        ("sehari-\nhari", "sehari-hari"),
        ("surat-\nmenyurat", "surat-menyurat"),
        ("KTP-\nel", "KTP-el"),
        ("e-\nKTP", "e-KTP"),
        ("non-\nformal", "non-formal"),
        ("2010-\n2025", "2010-2025"),
        ("Kabupaten/\nKota", "Kabupaten/Kota"),
        ("satu - dua", "satu - dua"),
        ("camat -\nlurah", "camat - lurah"),
    ],
    "noise": [
        ("**NAMA SOP**", "NAMA SOP"),
        ("^Tahun ^2008", "Tahun 2008"),
        ("\ufeffsatu\u200b dua", "satu dua"),
        ("• Kertas • Pena •", "Kertas • Pena"),
        ("\uf0b7 Kertas", "Kertas"),
        ("Nomor · 12", "Nomor 12"),
        ("~ surat", "surat"),
        ("~ 15 menit", "~ 15 menit"),
    ],
    "letters": [
        ("Prosedﬁr", "Prosedfir"),
        ("Stándar Februarí", "Standar Februari"),
        ("Februari\u0301", "Februari"),
        ("Gampông Café", "Gampông Café"),
        ("ＳＯＰ １", "SOP 1"),
        ("½ jam “baru” – 1°", "½ jam “baru” – 1°"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for group in BERSIH.values() for pair in group])
def test_bersih(text: str, expected: str) -> None:
    assert prose.bersih(text) == expected


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = prose.bersih(text)
    assert prose.bersih(once) == once
    assert "\n" not in once
    assert once == once.strip()


@given(st.text("aAnN -\n()•^~*·./,", max_size=30))
def test_cleaning_twice_changes_nothing_in_noise(text: str) -> None:
    once = prose.bersih(text)
    assert prose.bersih(once) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adminitrasi", "Administrasi"),
        ("SEKERTARIS Kecamatan", "SEKRETARIS Kecamatan"),
        ("Pernerintah daerah", "Pemerintah daerah"),
        ("KECARNATAN", "KECAMATAN"),
        ("Pcraturan dan pelavanan", "Peraturan dan pelayanan"),
        ("Peiayanan Urnurn", "Pelayanan Umum"),
        ("Menguasal baglan, ALAT TULLS", "Menguasai bagian, ALAT TULIS"),
        ("Menteri Pemberdayaan Aparatur Negara", "Menteri Pendayagunaan Aparatur Negara"),
        ("MENTERI PEMBERDAYAAN APARATUR NEGARA", "MENTERI PENDAYAGUNAAN APARATUR NEGARA"),
    ],
)
def test_safe_spelling_is_repaired_in_its_own_case(text: str, expected: str) -> None:
    reading = prose.ejaan(text)
    assert (reading.nilai, reading.cara) == (expected, KOREKSI)
    assert prose.ejaan(expected).nilai == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nopember Pebruari Propinsi Jum’at ijin Walikota Ketentraman analisa resiko standart",
        "Pemberdayaan Masyarakat",
        "warna karna jurnal internal eksternal modern",
        "hati-hati dengan publik",
        "",
    ],
)
def test_what_is_no_damage_stays(text: str) -> None:
    reading = prose.ejaan(text)
    assert (reading.nilai, reading.cara, reading.saksi) == (text, APA_ADANYA, ())


def test_a_doubtful_word_stays_and_is_suggested() -> None:
    reading = prose.ejaan("Ketidacermatan dalam adminitrasi siap dipara")
    assert reading.nilai == "Ketidacermatan dalam administrasi siap dipara"
    assert [(s.jenis, s.teks) for s in reading.saksi] == [
        ("usul_ejaan", "Ketidakcermatan dalam administrasi siap diparaf")
    ]


@given(st.text(max_size=60))
def test_repairing_twice_changes_nothing(text: str) -> None:
    once = prose.ejaan(text).nilai
    assert prose.ejaan(once).nilai == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PENGUMPULAN DATA KINERJA KECAMATAN BULU", "Pengumpulan Data Kinerja Kecamatan Bulu"),
        ("PENGURUSAN E-KTP DAN KTP-EL DI KECAMATAN.", "Pengurusan e-KTP dan KTP-el di Kecamatan"),
        ("PENYUSUNAN RAPBDES TAHAP II", "Penyusunan RAPBDes Tahap II"),
        ("SURAT KETERANGAN TIDAK MAMPU (SKTM)", "Surat Keterangan Tidak Mampu (SKTM)"),
        ("SOP SAKIP DAN LKJIP", "SOP SAKIP dan LKjIP"),
        ("UNDANG-UNDANG", "Undang-Undang"),
        ("JUM'AT BERSIH", "Jum'at Bersih"),
        ("DAN LAIN-LAIN", "Dan Lain-Lain"),
        ("E-KTP BARU", "e-KTP Baru"),
        ("Pengukuran Kinerja.", "Pengukuran Kinerja"),
        ("pelayanan surat", "Pelayanan surat"),
        ("Kasi PMD dan Trantib", "Kasi PMD dan Trantib"),
        ("(PELAYANAN) UMUM", "(Pelayanan) Umum"),
        ("", ""),
    ],
)
def test_judul(text: str, expected: str) -> None:
    assert prose.judul(text) == expected


@given(st.text(max_size=60))
def test_a_title_is_made_once(text: str) -> None:
    once = prose.judul(text)
    assert prose.judul(once) == once
