import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outputs.kolom import ATAS, SISI, Tata, Teks, atur, penggal, tinggi_teks
from pipeline.outputs.ukuran import kata_terlebar

LEBAR = 774.0
LANGKAH = Teks("1", "Menerima dan memeriksa berkas permohonan", "Berkas", "10 menit", "Berkas lengkap", "")
PANJANG = LANGKAH._replace(uraian="Menyusun laporan " * 200)
PENDEK = ("Pemohon", "Staf", "Camat")
BANYAK = ("Kasubag Umum dan Kepegawaian", "Operator SIAK", "Kepala Desa", "Bendahara Pengeluaran") * 3


def tata(pelaksana: tuple[str, ...], *baris: Teks) -> Tata:
    return atur(pelaksana, baris or (LANGKAH,), LEBAR)


@given(
    st.lists(st.text(max_size=40), min_size=1, max_size=90).map(tuple),
    st.lists(st.builds(Teks, *[st.text(max_size=60)] * 6), min_size=1, max_size=4).map(tuple),
)
def test_columns_fill_the_page_whatever_stands_in_them(
    pelaksana: tuple[str, ...], baris: tuple[Teks, ...]
) -> None:
    hasil = tata(pelaksana, *baris)
    assert len(hasil.lebar) == 6 + len(pelaksana)
    assert sum(hasil.lebar) == pytest.approx(LEBAR)
    assert min(hasil.lebar) > 0
    assert all(tinggi > 0 for tinggi in hasil.kepala.tinggi)


def test_few_actors_have_equal_columns_with_headings_that_stand() -> None:
    kepala = tata(PENDEK).kepala
    assert kepala.tegak == 0
    assert len(set(kepala.lebar)) == 1


def test_a_wide_heading_gets_a_wide_column_when_not_all_can_be_wide() -> None:
    kepala = tata(("Camat", "Sekcam", "Staf", "Kasi", "Pertanggungjawaban", "Caraka")).kepala
    assert kepala.tegak == 0
    assert max(kepala.lebar) == kepala.lebar[4] > kepala.lebar[0]


@pytest.mark.parametrize("kata", ["Administrasi", "Fungsional", "Pemerintahan", "Kewarganegaraan"])
@pytest.mark.parametrize("jumlah", [1, 4, 6, 9, 12])
def test_no_word_of_a_heading_is_broken_that_has_room(kata: str, jumlah: int) -> None:
    kepala = tata((f"Staf {kata}", *("Camat",) * (jumlah - 1))).kepala
    perlu = kata_terlebar(kata, tebal=True) * kepala.huruf
    assert (kepala.tegak or kepala.lebar[0]) - 2 * SISI > perlu


def test_many_actors_have_upright_headings_high_enough_for_their_words() -> None:
    kepala = tata(BANYAK).kepala
    assert sum(kepala.lebar) < LEBAR / 2
    assert kepala.tegak - 2 * SISI > max(map(kata_terlebar, BANYAK)) * kepala.huruf


@pytest.mark.parametrize(("jumlah", "huruf"), [(1, 9), (6, 9), (7, 8.5), (9, 8.5), (10, 8), (40, 8)])
def test_type_shrinks_with_the_number_of_actors(jumlah: int, huruf: float) -> None:
    assert tata(("Staf",) * jumlah).huruf == huruf


def test_a_row_is_as_high_as_its_longest_text() -> None:
    hasil = tata(PENDEK, LANGKAH, PANJANG)
    baris = (hasil.huruf * 1.2, 2 * ATAS)
    assert tinggi_teks(Teks("1", "a", "b", "c", "d", ""), hasil) == pytest.approx(sum(baris))
    assert tinggi_teks(PANJANG, hasil) > 20 * baris[0]


@given(
    st.text("ab -/", max_size=900).map(lambda teks: " ".join(teks.split())),
    st.text("w ", max_size=300).map(lambda teks: " ".join(teks.split())),
)
def test_a_row_too_high_for_a_page_is_parted_and_no_letter_is_lost(uraian: str, output: str) -> None:
    hasil = tata(PENDEK, LANGKAH)
    teks = LANGKAH._replace(uraian=uraian, output=output)
    potongan = penggal(teks, hasil, 60.0)
    assert all(tinggi_teks(each, hasil) <= 60.0 for each in potongan)
    for utuh, bagian in zip(teks, zip(*potongan, strict=True), strict=True):
        assert "".join(bagian).replace(" ", "") == utuh.replace(" ", "")
        assert set(" ".join(bagian).split()) >= {k for k in utuh.split() if len(k) < 8}
        assert len("".join(bagian).split()) <= len(utuh.split()) or len(potongan) > 1
    assert len(potongan) == 1 or tinggi_teks(teks, hasil) > 60.0


def test_the_longest_text_gets_the_widest_column() -> None:
    lebar = tata(PENDEK, LANGKAH, LANGKAH._replace(no="2")).lebar
    assert lebar[1] == max(lebar)


def test_a_short_time_stays_on_one_line() -> None:
    lebar = tata(PENDEK, LANGKAH._replace(waktu="1 x 24 jam")).lebar
    assert lebar[-3] - 2 * SISI > 4.6 * 9
