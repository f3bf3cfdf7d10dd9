import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outputs.ukuran import Tuntutan, bagi, berat, jumlah_baris, kata_terlebar, lebar_teks

tuntutan = st.builds(Tuntutan, minimum=st.floats(5, 90), berat=st.floats(1, 500))


@pytest.mark.parametrize(
    ("teks", "em"),
    [
        # measured in Arimo
        ("", 0.0),
        ("Uraian Prosedur", 7.0),
        ("Pertanggungjawaban", 9.06),
        ("30 menit", 3.78),
        ("……", 2.0),
        ("漢字", 2.0),
    ],
)
def test_lebar_teks_is_near_the_font(teks: str, em: float) -> None:
    assert lebar_teks(teks) == pytest.approx(em, rel=0.06)


def test_kata_terlebar_is_one_word() -> None:
    assert kata_terlebar("Kasubag Umum dan Kepegawaian") == lebar_teks("Kepegawaian")
    assert kata_terlebar("  ") == 0


@pytest.mark.parametrize(
    ("teks", "lebar", "baris"),
    [
        ("", 10, 1),
        ("10 menit", 6, 1),
        ("Menerima berkas permohonan", 20, 1),
        ("Menerima berkas permohonan", 10, 2),
        ("Menerima berkas permohonan " * 4, 30, 2),
    ],
)
def test_jumlah_baris(teks: str, lebar: float, baris: int) -> None:
    assert jumlah_baris(teks, lebar) == baris


def test_a_word_too_long_for_the_column_takes_several_lines() -> None:
    assert jumlah_baris("X" * 60, 10) >= 5


@given(st.text(), st.floats(0.5, 80))
def test_jumlah_baris_is_never_less_in_a_narrower_column(teks: str, lebar: float) -> None:
    assert jumlah_baris(teks, lebar) >= max(1, jumlah_baris(teks, lebar * 2))


def test_few_long_cells_outweigh_many_short_ones() -> None:
    assert berat([""] * 9 + ["x" * 80]) > berat(["x" * 20] * 10) > berat([""] * 10) > 0


@given(st.lists(tuntutan, min_size=1, max_size=8), st.floats(200, 900))
def test_bagi_uses_the_whole_width_and_keeps_the_minima(kolom: list[Tuntutan], lebar: float) -> None:
    hasil = bagi(lebar, kolom)
    assert sum(hasil) == pytest.approx(lebar)
    if sum(k.minimum for k in kolom) <= lebar:
        assert all(w >= k.minimum - 1e-9 for w, k in zip(hasil, kolom, strict=True))
