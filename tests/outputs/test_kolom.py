import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outputs.kolom import SISI, Tata, Teks, atur
from pipeline.outputs.ukuran import kata_terlebar

LEBAR, TINGGI = 774.0, 502.0
LANGKAH = Teks("1", "Menerima dan memeriksa berkas permohonan", "Berkas", "10 menit", "Berkas lengkap", "")
PANJANG = LANGKAH._replace(uraian="Menyusun laporan " * 200)
PENDEK = ("Pemohon", "Staf", "Camat")
BANYAK = ("Kasubag Umum dan Kepegawaian", "Operator SIAK", "Kepala Desa", "Bendahara Pengeluaran") * 3


def tata(pelaksana: tuple[str, ...], *baris: Teks) -> Tata:
    return atur(pelaksana, baris or (LANGKAH,), LEBAR, TINGGI)


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
    assert 0 < hasil.kepala.skala <= 1


def test_few_actors_have_equal_columns_with_headings_that_stand() -> None:
    kepala = tata(PENDEK).kepala
    assert kepala.tegak == 0
    assert len(set(kepala.lebar)) == 1


def test_a_wide_heading_gets_a_wide_column_when_not_all_can_be_wide() -> None:
    kepala = tata(("Camat", "Sekcam", "Staf", "Kasi", "Pertanggungjawaban", "Caraka")).kepala
    assert kepala.tegak == 0
    assert max(kepala.lebar) == kepala.lebar[4] > kepala.lebar[0]


def test_many_actors_have_upright_headings_high_enough_for_their_words() -> None:
    kepala = tata(BANYAK).kepala
    assert sum(kepala.lebar) < LEBAR / 2
    assert kepala.tegak - 2 * SISI > max(map(kata_terlebar, BANYAK)) * kepala.huruf


def test_symbols_shrink_only_in_very_narrow_columns() -> None:
    assert tata(BANYAK).kepala.skala == 1
    assert tata(BANYAK * 3).kepala.skala < 0.5


@pytest.mark.parametrize(("jumlah", "huruf"), [(1, 9), (6, 9), (7, 8.5), (9, 8.5), (10, 8), (40, 8)])
def test_type_shrinks_with_the_number_of_actors(jumlah: int, huruf: float) -> None:
    assert tata(("Staf",) * jumlah).huruf == huruf


def test_a_row_that_may_not_fit_on_a_page_may_be_parted() -> None:
    assert tata(PENDEK, LANGKAH, PANJANG).utuh == (True, False)


def test_the_longest_text_gets_the_widest_column() -> None:
    lebar = tata(PENDEK, LANGKAH, LANGKAH._replace(no="2")).lebar
    assert lebar[1] == max(lebar)


def test_a_short_time_stays_on_one_line() -> None:
    lebar = tata(PENDEK, LANGKAH._replace(waktu="1 x 24 jam")).lebar
    assert lebar[-3] - 2 * SISI > 4.6 * 9
