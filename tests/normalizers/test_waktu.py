"""Durations: what a Waktu cell may say, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import waktu
from normalizers.model import Waktu
from normalizers.reading import INFERENSI, KOREKSI

# text, nilai, nilai_maks, satuan, per, batas, kalender, menit
Row = tuple[str, float | None, float | None, str | None, str | None, str | None, bool, float | None]

TETAP: list[Row] = [
    ("2 HK", 2, None, "hari", None, None, False, 900),
    ("setiap bulan, paling lambat 5 hari", 5, None, "hari", None, "maks", False, 2250),
    ("Setiap saat, maksimal 2(dua) jam sejak diterima", 2, None, "jam", None, "maks", False, 120),
    ("10 Menit", 10, None, "menit", None, None, False, 10),
    ("2 Jam", 2, None, "jam", None, None, False, 120),
    ("120 Menit (2 jam)", 120, None, "menit", None, None, False, 120),
    ("1 hari (240 mnt)", 1, None, "hari", None, None, False, 450),
    ("2 (dua) x 24 jam", 2, None, "hari", None, None, True, 900),
    ("1 Jam", 1, None, "jam", None, None, False, 60),
    ("3 Jam", 3, None, "jam", None, None, False, 180),
    ("3 Hari", 3, None, "hari", None, None, False, 1350),
    ("2 Hari", 2, None, "hari", None, None, False, 900),
    ("1 Hari", 1, None, "hari", None, None, False, 450),
    ("15 Menit", 15, None, "menit", None, None, False, 15),
    ("15 menit", 15, None, "menit", None, None, False, 15),
    ("30 menit", 30, None, "menit", None, None, False, 30),
    ("1 hari", 1, None, "hari", None, None, False, 450),
    ("60 menit", 60, None, "menit", None, None, False, 60),
    ("480 menit", 480, None, "menit", None, None, False, 480),
    ("240 menit", 240, None, "menit", None, None, False, 240),
    ("5 menit", 5, None, "menit", None, None, False, 5),
    ("4 hari", 4, None, "hari", None, None, False, 1800),
    ("7 hari", 7, None, "hari", None, None, False, 3150),
    ("10 hari", 10, None, "hari", None, None, False, 4500),
    ("5 hari", 5, None, "hari", None, None, False, 2250),
    ("30 menit/ bagian", 30, None, "menit", "bagian", None, False, 30),
    ("2 Menit", 2, None, "menit", None, None, False, 2),
    ("20 Menit", 20, None, "menit", None, None, False, 20),
    ("1 hari kerja", 1, None, "hari", None, None, False, 450),
    ("10 menit (jika\nberkas lengkap)", 10, None, "menit", None, None, False, 10),
    ("30 menit ,", 30, None, "menit", None, None, False, 30),
    ("5'", 5, None, "menit", None, None, False, 5),
    ("10-menit", 10, None, "menit", None, None, False, 10),
    ("7 (tujuh)\nhari kerja", 7, None, "hari", None, None, False, 3150),
    ("15 menit untuk 1 berkas", 15, None, "menit", "berkas", None, False, 15),
    ("10’", 10, None, "menit", None, None, False, 10),
    ("5-10'", 5, 10, "menit", None, None, False, 10),
    ("15 mnt", 15, None, "menit", None, None, False, 15),
    ("15 Mnt.", 15, None, "menit", None, None, False, 15),
    ("15 mnit", 15, None, "menit", None, None, False, 15),
    ("15 meniit", 15, None, "menit", None, None, False, 15),
    ("30 min", 30, None, "menit", None, None, False, 30),
    ("30m", 30, None, "menit", None, None, False, 30),
    ("1 (satu) hari", 1, None, "hari", None, None, False, 450),
    ("1 (satu) hari kerja", 1, None, "hari", None, None, False, 450),
    ("satu hari", 1, None, "hari", None, None, False, 450),
    ("1 hr", 1, None, "hari", None, None, False, 450),
    ("1 Hr Kerja", 1, None, "hari", None, None, False, 450),
    ("1hari", 1, None, "hari", None, None, False, 450),
    ("sehari", 1, None, "hari", None, None, False, 450),
    ("seminggu", 1, None, "minggu", None, None, False, 2250),
    ("± 10 menit", 10, None, "menit", None, "kira", False, 10),
    ("+/- 10 menit", 10, None, "menit", None, "kira", False, 10),
    ("+ 10 menit", 10, None, "menit", None, "kira", False, 10),
    ("kurang lebih 10 menit", 10, None, "menit", None, "kira", False, 10),
    ("sekitar 1 jam", 1, None, "jam", None, "kira", False, 60),
    ("~ 15 menit", 15, None, "menit", None, "kira", False, 15),
    ("1-2 hari", 1, 2, "hari", None, None, False, 900),
    ("1 – 2 hari", 1, 2, "hari", None, None, False, 900),
    ("1 s/d 2 hari", 1, 2, "hari", None, None, False, 900),
    ("1 s.d 3 hari kerja", 1, 3, "hari", None, None, False, 1350),
    ("1 sampai dengan 3 hari", 1, 3, "hari", None, None, False, 1350),
    ("10 atau 15 menit", 10, 15, "menit", None, None, False, 15),
    ("30 menit - 1 jam", 30, 60, "menit", None, None, False, 60),
    ("1 jam 30 menit", 90, None, "menit", None, None, False, 90),
    ("1 Jam 15 mnt", 75, None, "menit", None, None, False, 75),
    ("1,5 jam", 1.5, None, "jam", None, None, False, 90),
    ("1.5 Jam", 1.5, None, "jam", None, None, False, 90),
    ("1 ½ jam", 1.5, None, "jam", None, None, False, 90),
    ("½ jam", 0.5, None, "jam", None, None, False, 30),
    ("1/2 hari", 0.5, None, "hari", None, None, False, 225),
    ("setengah hari", 0.5, None, "hari", None, None, False, 225),
    ("0,5 hari", 0.5, None, "hari", None, None, False, 225),
    ("01:30", 90, None, "menit", None, None, False, 90),
    ("1:00 jam", 60, None, "menit", None, None, False, 60),
    ("1 x 24 jam", 1, None, "hari", None, None, True, 450),
    ("1x24 Jam", 1, None, "hari", None, None, True, 450),
    ("2 x 24 jam", 2, None, "hari", None, None, True, 900),
    ("3 x 24 jam", 3, None, "hari", None, None, True, 1350),
    ("24 jam", 1, None, "hari", None, None, True, 450),
    ("Maks. 3 hari kerja", 3, None, "hari", None, "maks", False, 1350),
    ("Maksimal 2 hari", 2, None, "hari", None, "maks", False, 900),
    ("Maks. 2 hari", 2, None, "hari", None, "maks", False, 900),
    ("paling lama 14 (empat belas) hari kerja", 14, None, "hari", None, "maks", False, 6300),
    ("paling lambat 5 hari", 5, None, "hari", None, "maks", False, 2250),
    ("< 1 jam", 1, None, "jam", None, "maks", False, 60),
    ("≤ 30 menit", 30, None, "menit", None, "maks", False, 30),
    ("minimal 1 hari", 1, None, "hari", None, "min", False, 450),
    ("> 1 hari", 1, None, "hari", None, "min", False, 450),
    ("1 minggu", 1, None, "minggu", None, None, False, 2250),
    ("2 mgg", 2, None, "minggu", None, None, False, 4500),
    ("1 bulan", 1, None, "bulan", None, None, False, 9000),
    ("1 bln", 1, None, "bulan", None, None, False, 9000),
    ("3 bulan", 3, None, "bulan", None, None, False, 27000),
    ("1 triwulan", 1, None, "triwulan", None, None, False, 27000),
    ("1 semester", 1, None, "semester", None, None, False, 54000),
    ("1 tahun", 1, None, "tahun", None, None, False, 108000),
    ("1 thn", 1, None, "tahun", None, None, False, 108000),
    ("30 hari kalender", 30, None, "hari", None, None, True, 13500),
    ("14 hari kerja", 14, None, "hari", None, None, False, 6300),
    ("10 menit/orang", 10, None, "menit", "orang", None, False, 10),
    ("5 menit per berkas", 5, None, "menit", "berkas", None, False, 5),
    ("15 menit / desa", 15, None, "menit", "desa", None, False, 15),
    ("45 menit (10 berkas)", 45, None, "menit", None, None, False, 45),
    ("1 hari per desa", 1, None, "hari", "desa", None, False, 450),
    ("30 menit@kegiatan", 30, None, "menit", "kegiatan", None, False, 30),
    ("1 jam/hari", 1, None, "jam", "hari", None, False, 60),
    ("30 detik", 30, None, "detik", None, None, False, 0.5),
    ("maks 2 jam 30 menit", 150, None, "menit", None, "maks", False, 150),
    ("1 hari 2 jam", 9.5, None, "jam", None, None, False, 570),
    ("2 jam s.d. 1 hari", 2, 7.5, "jam", None, None, False, 450),
    ("30 menit/1 berkas", 30, None, "menit", "berkas", None, False, 30),
    ("10 menit per berkas permohonan", 10, None, "menit", "berkas permohonan", None, False, 10),
    ("10 menit per SKPD", 10, None, "menit", "SKPD", None, False, 10),
    ("10 MENIT/BERKAS", 10, None, "menit", "berkas", None, False, 10),
    ("30 menit/ bagian Jika data tidak lengkap", 30, None, "menit", "bagian", None, False, 30),
    ("20 menit maksimal", 20, None, "menit", None, "maks", False, 20),
    ("5 menit (maks)", 5, None, "menit", None, "maks", False, 5),
    ("dalam jangka waktu 3 hari", 3, None, "hari", None, None, False, 1350),
    ("empat puluh lima menit", 45, None, "menit", None, None, False, 45),
    ("1.000 menit", 1000, None, "menit", None, None, False, 1000),
    ("paling lambat 3 hari setelah berkas diterima", 3, None, "hari", None, "maks", False, 1350),
    ("1 1/2 jam", 1.5, None, "jam", None, None, False, 90),
    ("± 2-3 hari", 2, 3, "hari", None, "kira", False, 1350),
    ("05 menit", 5, None, "menit", None, None, False, 5),
]
RUSAK: list[Row] = [
    ("10 Surat\nmenit Edaran", 10, None, "menit", None, None, False, 10),
    ("15 c\nmenit", 15, None, "menit", None, None, False, 15),
    ("1O menit", 10, None, "menit", None, None, False, 10),
    ("l hari", 1, None, "hari", None, None, False, 450),
    ("I Hari", 1, None, "hari", None, None, False, 450),
    ("| jam", 1, None, "jam", None, None, False, 60),
    ("3O Menit", 30, None, "menit", None, None, False, 30),
    ("5 rnenit", 5, None, "menit", None, None, False, 5),
    ("15 meni t", 15, None, "menit", None, None, False, 15),
    ("1S menit", 15, None, "menit", None, None, False, 15),
    ("2 Hati", 2, None, "hari", None, None, False, 900),
    ("1 Jarn", 1, None, "jam", None, None, False, 60),
    ("10 Menlt", 10, None, "menit", None, None, False, 10),
    ("30menit", 30, None, "menit", None, None, False, 30),
    ("6O rnenit", 60, None, "menit", None, None, False, 60),
    ("1 han", 1, None, "hari", None, None, False, 450),
    ("lO menit", 10, None, "menit", None, None, False, 10),
    ("l-2 hari", 1, 2, "hari", None, None, False, 900),
    ("15 menif", 15, None, "menit", None, None, False, 15),
    ("15 mneit", 15, None, "menit", None, None, False, 15),
    ("10 m e n i t", 10, None, "menit", None, None, False, 10),
    ("20 Berita\nmenit Acara", 20, None, "menit", None, None, False, 20),
]
TANPA_LAMA = [
    ("Apabila Camat berada ditempat", "bersyarat"),
    ("Setiap 1 (satu) bulan sekali", "periodik"),
    ("sekali dalam 3 (tiga) bulan", "periodik"),
    ("setiap tribulan", "periodik"),
    ("Setiap saat", "periodik"),
    ("Setiap hari", "periodik"),
    ("Setiap bulan", "periodik"),
    ("Tiap tanggal 5", "jadwal"),
    ("Minggu ke-2 Januari", "jadwal"),
    ("Januari s/d Maret", "jadwal"),
    ("Tentatif", "tidak_tentu"),
    ("Menyesuaikan", "tidak_tentu"),
    ("Disesuaikan", "tidak_tentu"),
    ("Kondisional", "tidak_tentu"),
    ("Sesuai kebutuhan", "tidak_tentu"),
    ("Sesuai jadwal", "tidak_tentu"),
    ("Insidentil", "tidak_tentu"),
    ("Fleksibel", "tidak_tentu"),
    ("Relatif", "tidak_tentu"),
    ("Tergantung volume pekerjaan", "tidak_tentu"),
    ("Jam kerja", "tidak_tentu"),
    ("2 kali sebulan", "periodik"),
    ("1 bulan sekali", "periodik"),
    ("sebulan sekali", "periodik"),
    ("2 hari sebelum rapat", "jadwal"),
    ("Tanggal 5 bulan berikutnya", "jadwal"),
    ("08.00 - 10.00 WIB", "jadwal"),
    ("08:00 - 10:00", "jadwal"),
    ("H-3", "jadwal"),
    ("H - 3 hari", "jadwal"),
    ("10 berkas", "tak_dikenal"),
    ("10 menit untuk A, 20 menit untuk B", "tak_dikenal"),
    ("10 menit 20 menit", "tak_dikenal"),
    ("5/10 menit", "tak_dikenal"),
    ("8 jam/hari x 2 hari", "tak_dikenal"),
    ("II hari", "tak_dikenal"),
    ("Dokumen Lengkap", "tak_dikenal"),
]
KOSONG = ["", " ", "-", "--", "…", "......", "|", "v", "\n", "( )"]


def check(row: Row, menit_per: dict[str, float] | None = None) -> Waktu:
    value = waktu.parse(row[0], menit_per).nilai
    assert value is not None
    found = (value.nilai, value.nilai_maks, value.satuan, value.per, value.batas, value.kalender, value.menit)
    assert found == row[1:]
    return value


@pytest.mark.parametrize("row", TETAP, ids=lambda row: row[0])
def test_a_stated_duration(row: Row) -> None:
    value = check(row)
    assert waktu.jenis(row[0]) == "tetap"
    assert waktu.tampak(row[0])
    assert isinstance(value.menit, int) or value.menit != int(value.menit or 0)


@pytest.mark.parametrize("row", RUSAK, ids=lambda row: row[0])
def test_a_damaged_duration_is_read_as_meant(row: Row) -> None:
    assert check(row).teks != row[0] or row[0] == "30menit"


@pytest.mark.parametrize(
    ("text", "teks"),
    [
        ("1O menit", "10 menit"),
        ("l hari", "1 hari"),
        ("5 Rnenit", "5 Menit"),
        ("6O RNENIT", "60 MENIT"),
        ("10 Surat\nmenit Edaran", "10 menit"),
        ("15 c\nmenit", "15 menit"),
        ("15.menit", "15 menit"),
        ("t15 menit", "± 15 menit"),
        ("2 H2r1", "2 hari"),
        ("Maks. 3 hart kerja", "Maks. 3 hari kerja"),
        ("1.518m", "1.5 jam"),
        ("1 am", "1 jam"),
        ("112m", "1 jam"),
        ("1 jam 30 - menit", "1 jam 30 menit"),
        ("5 nan", "5 hari"),
    ],
)
def test_a_repair_shows_in_the_text_and_in_its_origin(text: str, teks: str) -> None:
    reading = waktu.parse(text)
    assert reading.nilai is not None
    assert (reading.nilai.teks, reading.cara) == (teks, KOREKSI)
    assert reading.keyakinan < 1


@pytest.mark.parametrize(("text", "kind"), TANPA_LAMA)
def test_a_time_without_length_keeps_its_text_only(text: str, kind: str) -> None:
    reading = waktu.parse(text)
    assert reading.nilai == Waktu(teks=text)
    assert waktu.jenis(text) == kind == reading.saksi[0].jenis


@pytest.mark.parametrize("text", KOSONG)
def test_an_empty_cell_is_no_duration(text: str) -> None:
    assert waktu.parse(text).nilai is None
    assert waktu.jenis(text) == "kosong"
    assert not waktu.tampak(text)


@pytest.mark.parametrize("text", ["Saat itu juga", "Langsung", "SEKETIKA"])
def test_a_step_that_takes_no_time(text: str) -> None:
    reading = waktu.parse(text)
    assert reading.nilai == Waktu(teks=text, nilai=0, satuan="menit", menit=0)
    assert (reading.cara, waktu.jenis(text)) == (INFERENSI, "seketika")


@pytest.mark.parametrize(("text", "nilai"), [("10", 10), ("1,5", 1.5), ("5-10", 5)])
def test_a_bare_number_gets_no_unit(text: str, nilai: float) -> None:
    value = waktu.parse(text).nilai
    assert value is not None
    assert (value.nilai, value.satuan, value.menit) == (nilai, None, None)


@pytest.mark.parametrize(
    "text", ["Tentatif", "Setiap saat", "Langsung", "Sesuai kebutuhan", "surat 10 menit Edaran"]
)
def test_a_fragment_that_looks_like_a_time(text: str) -> None:
    assert waktu.tampak(text)


@pytest.mark.parametrize(
    "text", ["10", "2024", "Lembar kerja", "Dokumen sesuai", "Jika ada", "Konsep laporan akhir"]
)
def test_a_fragment_that_does_not(text: str) -> None:
    assert not waktu.tampak(text)


def test_number_and_words_that_disagree_leave_a_witness() -> None:
    assert [(s.lokasi, s.teks) for s in waktu.parse("1 (dua) hari").saksi] == [("/nilai", "2")]
    assert not waktu.parse("2 (dua) hari").saksi


def test_settings_change_the_minutes_and_nothing_else() -> None:
    check(("2 hari", 2, None, "hari", None, None, False, 960), {"hari": 480})
    check(("2 jam", 2, None, "jam", None, None, False, 120), {"hari": 480})
    check(("2 hari", 2, None, "hari", None, None, False, 900))


@pytest.mark.parametrize(
    ("text", "teks"),
    [
        ("Maks.2\nhari kerja", "Maks. 2 hari kerja"),
        ("Min.3 jam", "Min. 3 jam"),
        ("paling lama5 hari", "paling lama 5 hari"),
    ],
)
def test_a_word_glued_to_its_number_is_parted(text: str, teks: str) -> None:
    reading = waktu.parse(text)
    assert reading.nilai is not None
    assert (reading.nilai.teks, reading.cara) == (teks, KOREKSI)
    assert reading.nilai == waktu.parse(teks).nilai


def test_words_around_a_duration_make_it_less_sure() -> None:
    assert waktu.parse("Rapat 2 jam").keyakinan < waktu.parse("2 jam").keyakinan == 1


def test_durations_are_found_in_running_text() -> None:
    text = "Membuat surat 1O rnenit Edaran, diperiksa l hari, 2 x 24 jam, 1 (satu) hari kerja, 30-60 menit, tahun 2020 bulan"
    assert [m[0] for m in waktu.POLA.finditer(text)] == [
        "1O rnenit",
        "l hari",
        "2 x 24 jam",
        "1 (satu) hari kerja",
        "30-60 menit",
    ]


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    value = waktu.parse(text).nilai
    waktu.tampak(text)
    assert value is None or value.nilai is not None or (value.satuan, value.menit) == (None, None)


@given(st.text("0123456789 lIO-/.,()'±½xmenithariojs\n", max_size=25))
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    value = waktu.parse(text).nilai
    if value is not None:
        again = waktu.parse(value.teks).nilai
        assert again is not None
        assert again.model_copy(update={"teks": value.teks}) == value


UNITS = st.sampled_from(["menit", "jam", "hari", "minggu", "bulan", "tahun"])


@given(
    st.integers(1, 999), UNITS, st.sampled_from(["{} {}", "{}{}", " {}  {} ", "Maks. {} {}", "{} {} kerja"])
)
def test_a_written_duration_comes_back(number: int, unit: str, form: str) -> None:
    value = waktu.parse(form.format(number, unit)).nilai
    assert value is not None
    if (number, unit) == (24, "jam"):
        assert (value.nilai, value.satuan, value.kalender) == (1, "hari", True)
    else:
        assert (value.nilai, value.satuan) == (number, unit)


@given(
    st.integers(1, 50),
    st.integers(1, 50),
    UNITS,
    st.sampled_from(["-", " - ", " s/d ", " sampai dengan ", "–"]),
)
def test_both_ends_of_a_range_come_back(low: int, high: int, unit: str, glue: str) -> None:
    value = waktu.parse(f"{low}{glue}{high} {unit}").nilai
    assert value is not None
    assert (value.nilai, value.nilai_maks, value.satuan) == (low, high, unit)


@pytest.mark.parametrize("digits", [10, 400, 5000])
def test_digits_that_no_length_of_time_has(digits):
    reading = waktu.parse("9" * digits + " menit").nilai
    assert reading is not None
    assert (reading.nilai, reading.menit) == (None, None)
