"""Changes that an item states of the regulation that it cites."""

import pytest

from normalizers import sitasi
from normalizers.model import Pengubah
from normalizers.reading import KOREKSI

UU9 = Pengubah(jenis="UU", nomor="9", tahun=2015)
UU2 = Pengubah(jenis="UU", nomor="2", tahun=2015)


@pytest.mark.parametrize(
    ("text", "pengubah"),
    [
        ("UU 23/2014 tentang Pemerintahan Daerah", []),
        ("UU 23/2014 sebagaimana telah diubah dengan UU 9/2015", [UU9]),
        ("UU 23/2014 sebagaimana telah beberapa kali diubah, terakhir dengan UU No. 9 Tahun 2015", [UU9]),
        ("UU 23/2014 tentang Pemerintahan Daerah jo. UU 2/2015 jo. UU 9/2015", [UU2, UU9]),
        ("UU 23/2014 sebagaimana telah diubah dengan UU 2/2015 dan UU 9/2015", [UU2, UU9]),
        ("UU 23/2014 (diubah dengan UU 2/2015 dan terakhir dengan UU 9/2015) tentang Pemerintahan Daerah", [UU2, UU9]),
        # what the subject of a change names is no change
        ("UU 23/2014 sebagaimana telah diubah dengan UU 9/2015 tentang Perubahan Kedua atas UU 23/2014 tentang "
         "Pemerintahan Daerah",
         [UU9.model_copy(update={"tentang": "Perubahan Kedua atas UU 23/2014 tentang Pemerintahan Daerah"})]),
        ("PP 96/2012 tentang Pelaksanaan UU 25/2009 sebagaimana telah diubah dengan UU 6/2023", []),
        # "jo." joins either way: an older regulation is no change
        ("PP 45/1990 jo. PP 10/1983 tentang Izin Perkawinan", []),
        ("Perda Kota Mandalika Nomor 8 Tahun 2008 sebagaimana telah diubah dengan Perda Kota Mandalika Nomor 2 Tahun 2012",
         [Pengubah(jenis="Perda", lembaga="Kota Mandalika", nomor="2", tahun=2012)]),
    ],
)  # fmt: skip
def test_changes(text: str, pengubah: list[Pengubah]) -> None:
    (reading,) = sitasi.parse(text)
    assert reading.nilai.diubah_dengan == pengubah


def test_place_and_repair() -> None:
    text = "UU 23/2014 sebagaimana telah diubah dengan UU Nomor 9 Tahun 20l5"
    (reading,) = sitasi.parse(text)
    place = reading.bagian["diubah_dengan/0"]
    assert text[place.start : place.end] == "UU Nomor 9 Tahun 20l5"
    assert place.cara == KOREKSI
    assert reading.nilai.diubah_dengan == [UU9]


def test_a_regulation_of_its_own_behind_a_change() -> None:
    first, second = sitasi.parse(
        "UU 11/2008 tentang Informasi sebagaimana telah diubah dengan UU 19/2016, UU 30/2014 tentang Administrasi Pemerintahan"
    )
    assert [(u.nomor, u.tahun) for u in first.nilai.diubah_dengan] == [("19", 2016)]
    assert (second.nilai.nomor, second.nilai.tentang) == ("30", "Administrasi Pemerintahan")
