"""The legal basis: regions and status that the items do not state themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import dasar_hukum
from normalizers.model import DasarHukum
from normalizers.reading import INFERENSI, Reading

SUKAMAJU, MANDALIKA = "Kabupaten Sukamaju", "Kota Mandalika"


def only(item: str, wilayah: str | None, *others: str) -> Reading[DasarHukum]:
    first, *_ = dasar_hukum.parse([item, *others], wilayah)
    assert len(first) == 1
    return first[0]


@pytest.mark.parametrize(
    ("item", "wilayah", "lembaga"),
    [
        ("Perda Nomor 5 Tahun 2016", SUKAMAJU, SUKAMAJU),
        ("Perda Nomor 5 Tahun 2016", MANDALIKA, MANDALIKA),
        ("Perda Nomor 5 Tahun 2016", f"Pemerintah {SUKAMAJU}", SUKAMAJU),
        ("Perda Nomor 5 Tahun 2016", None, None),
        ("Perda Nomor 5 Tahun 2016", "Kementerian Kesehatan", None),
        ("Perbup Nomor 5 Tahun 2016", SUKAMAJU, SUKAMAJU),
        ("Keputusan Bupati Nomor 188/5/2016", SUKAMAJU, SUKAMAJU),
        ("Perwali Nomor 5 Tahun 2016", MANDALIKA, MANDALIKA),
        ("Pergub Nomor 5 Tahun 2016", "Provinsi Jawa Timur", "Provinsi Jawa Timur"),
        # not this government's kind of regulation
        ("Perbup Nomor 5 Tahun 2016", MANDALIKA, None),
        ("Perwali Nomor 5 Tahun 2016", SUKAMAJU, None),
        ("Pergub Nomor 5 Tahun 2016", SUKAMAJU, None),
        ("PP Nomor 17 Tahun 2018", SUKAMAJU, None),
        ("Permenpan RB Nomor 35 Tahun 2012", SUKAMAJU, "PANRB"),
        ("Peraturan Desa Nomor 3 Tahun 2020", SUKAMAJU, None),
        ("Rencana Kerja", SUKAMAJU, None),
        # what the item says itself
        ("Perda Kota Mandalika Nomor 5 Tahun 2016", SUKAMAJU, MANDALIKA),
        ("Peraturan Bupati Sukarasa Nomor 5 Tahun 2016", SUKAMAJU, "Kabupaten Sukarasa"),
    ],
)
def test_region_of_the_document(item: str, wilayah: str | None, lembaga: str | None) -> None:
    reading = only(item, wilayah)
    assert reading.nilai.lembaga == lembaga
    if lembaga and lembaga.split()[-1] not in item and lembaga != "PANRB":
        place = reading.bagian["lembaga"]
        assert (place.start, place.end, place.cara) == (0, 0, INFERENSI)
        assert place.keyakinan < 1


def test_a_worn_end_of_menteri_is_no_ministry_of_agriculture() -> None:
    """Engines read "ri" as "n"; "Mentan" is as near."""
    law = only(
        "Peraturan Menten Dalam Negeri Nomor 86 Tahun 2017 tentang Perencanaan (Benta Negara Republik Indonesia"
        " Tahun 2017 Nomor 1312)",
        None,
    ).nilai
    assert (law.jenis, law.lembaga, law.tentang) == ("Permen", "Dalam Negeri", "Perencanaan")
    assert [(each.jenis, each.nomor) for each in law.lembaran] == [("BN", "1312")]


@pytest.mark.parametrize(
    ("wilayah", "other", "lembaga"),
    [
        (SUKAMAJU, "UUD 1945", SUKAMAJU),
        (None, "Peraturan Bupati Sukamaju Nomor 41 Tahun 2016", SUKAMAJU),
        (None, "Peraturan Wali Kota Sukamaju Nomor 41 Tahun 2016", "Kota Sukamaju"),
        (None, "UUD 1945", "Sukamaju"),
        (MANDALIKA, "UUD 1945", "Sukamaju"),
        # a kabupaten and a kota of one name
        (SUKAMAJU, "Peraturan Wali Kota Sukamaju Nomor 41 Tahun 2016", "Sukamaju"),
    ],
)
def test_bare_name_of_a_region(wilayah: str | None, other: str, lembaga: str) -> None:
    text = "Peraturan Daerah Sukamaju No. 08 Tahun 2016"
    reading = only(text, wilayah, other)
    assert reading.nilai.lembaga == lembaga
    place = reading.bagian["lembaga"]
    assert text[place.start : place.end] == "Sukamaju"
    assert (place.cara == INFERENSI) == (lembaga != "Sukamaju")


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", "dicabut"),
        ("UU Nomor 32 Tahun 2004 tentang Pemerintah Daerah", "dicabut"),
        ("UU Nomor 32 Tahun 2004", "dicabut"),
        ("UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "diubah"),
        # the subject is another one's
        ("UU Nomor 32 Tahun 2004 tentang Perkoperasian", None),
        # the kind is another one
        ("PP Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", None),
        # the register knows the status, but nobody has checked it
        ("Perpres Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah", None),
        ("UU Nomor 999 Tahun 2014", None),
        ("UU tentang Pemerintahan Daerah", None),
    ],
)
def test_status(item: str, status: str | None) -> None:
    reading = only(item, None)
    assert reading.nilai.status == status
    assert ("status" in reading.bagian) == (status is not None)
    if status:
        assert reading.bagian["status"].cara == INFERENSI


def test_one_list_per_item() -> None:
    found = dasar_hukum.parse(["UU 23/2014; PP 17/2018", "", "Rencana Kerja"], None)
    assert [[reading.nilai.nomor for reading in readings] for readings in found] == [["23", "17"], [], [None]]


def test_nothing_to_complete() -> None:
    assert dasar_hukum.parse([], SUKAMAJU) == []


@given(st.lists(st.text(max_size=40), max_size=4), st.none() | st.text(max_size=20))
def test_never_raises(items: list[str], wilayah: str | None) -> None:
    assert len(dasar_hukum.parse(items, wilayah)) == len(items)
