"""Room goes to the columns that make the rows lower."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outputs.imbang import imbang
from pipeline.outputs.ukuran import jumlah_baris

UKURAN, TEPI = 9.0, 6.0


def tinggi(lebar: list[float], isi: list[list[str]]) -> int:
    lines = [
        [jumlah_baris(teks, (width - TEPI) / UKURAN) for teks in column]
        for width, column in zip(lebar, isi, strict=True)
    ]
    return sum(map(max, zip(*lines, strict=True)))


def test_a_column_with_room_to_spare_gives_it_to_one_that_breaks_its_texts() -> None:
    isi = [["Mencatat"] * 6, ["Dokumen yang sudah diperiksa dan diparaf"] * 6]
    lebar = [200.0, 80.0]
    assert tinggi(imbang(lebar, [40.0, 40.0], isi, UKURAN, TEPI), isi) < tinggi(lebar, isi)


@given(
    st.lists(st.lists(st.text("ab /", max_size=60), min_size=3, max_size=3), min_size=2, max_size=4),
    st.lists(st.floats(40, 200), min_size=4, max_size=4),
)
def test_widths_add_up_and_keep_their_minimum(isi: list[list[str]], lebar: list[float]) -> None:
    widths = lebar[: len(isi)]
    found = imbang(widths, [40.0] * len(isi), isi, UKURAN, TEPI)
    assert sum(found) == pytest.approx(sum(widths))
    assert min(found) >= 40.0 - 1e-6


def test_what_is_even_stays() -> None:
    assert imbang([100.0, 100.0], [40.0, 40.0], [["Surat"], ["Surat"]], UKURAN, TEPI) == [100.0, 100.0]
