"""The actor of a step as its own words name it."""

import pytest

from normalizers.pelaksana import kolom
from normalizers.pelaku import KEYAKINAN, tersirat

COLUMNS = [
    reading.nilai
    for reading in kolom(
        ["Camat", "Sekcam", "Kasi Pemerintahan", "Kasubag Umum", "Petugas Loket", "Tim Teknis"]
    )
]
UNIT = "Kecamatan Wanasari"


@pytest.mark.parametrize(
    ("text", "id_", "words"),
    [
        ("Sekcam memerintahkan Kasi menyusun konsep surat", "sekcam", "Sekcam"),
        ("Sekretaris Kecamatan memeriksa konsep", "sekcam", "Sekretaris Kecamatan"),
        ("Kasi menyusun konsep keputusan", "kasi-pemerintahan", "Kasi"),
        ("Petugas Loket menerima berkas dari pemohon", "petugas-loket", "Petugas Loket"),
        ("Konsep ditandatangani oleh Camat", None, ""),  # neither a subject nor a passive beginning
        ("Ditandatangani oleh Camat dan diberi cap", "camat", "Camat"),
        ("Penandatanganan surat oleh Camat", "camat", "Camat"),
        ("Tim Teknis melakukan pemeriksaan lapangan", "tim", "Tim Teknis"),
    ],
)
def test_actor(text: str, id_: str | None, words: str) -> None:
    found = tersirat(text, COLUMNS, UNIT)
    assert (found.nilai if found else None) == id_
    if found:
        where = found.bagian[""]
        assert (text[where.start : where.end], found.cara, found.keyakinan) == (words, "inferensi", KEYAKINAN)


@pytest.mark.parametrize(
    "text",
    [
        "Menyampaikan konsep kepada Camat",
        "Menerima surat yang telah ditandatangani oleh Camat",
        "Setelah Camat menandatangani, surat diberi nomor",
        "Disampaikan oleh Kasi atau oleh Kasubag Umum",
        "Bupati menetapkan keputusan",  # no column
        "Kepala menyusun konsep",  # any of them
        "Surat masuk",
        "",
    ],
)
def test_no_actor(text: str) -> None:
    assert tersirat(text, COLUMNS, UNIT) is None
