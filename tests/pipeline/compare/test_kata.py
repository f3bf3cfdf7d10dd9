import pytest

from pipeline.compare.kata import akar, inti, rata
from pipeline.compare.nama import mirip, pokok
from pipeline.data import table


@pytest.mark.parametrize(
    "words",
    [
        "mengirim pengiriman kirim dikirimkan",
        "menyusun penyusunan susun disusun",
        "memeriksa pemeriksaan periksa diperiksa",
        "menilai penilaian nilai",
        "memohon pemohon permohonan",
        "menandatangani penandatanganan ditandatangani",
        "menerima penerimaan terima diterima",
        "mengajukan pengajuan diajukan",
        "pengelolaan mengelola dikelola",
        "mengesahkan pengesahan disahkan",
        "melaporkan pelaporan laporan",
        "mencatat pencatatan catatan",
        "mengambil pengambilan diambil",
    ],
)
def test_forms_of_one_word_meet(words: str) -> None:
    assert len({akar(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["terima kirim", "susun periksa", "usaha domisili", "masuk keluar", "lahir mati"]
)
def test_other_words_do_not(pair: str) -> None:
    first, second = pair.split()
    assert akar(first) != akar(second)


def test_words_of_one_meaning_meet_and_empty_words_go() -> None:
    assert inti("Mengoreksi draf surat yang telah diterima") == inti("Memeriksa konsep surat diterima")
    assert inti("dan yang untuk") == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pelayanan Surat Pindah", "Penerbitan Surat Pindah"),
        ("Pembuatan SKTM", "Surat Keterangan Tidak Mampu"),
        ("Pengelolaan Surat Masuk", "Surat Masuk"),
        ("Legalisir Dokumen", "Legalisasi Dokumen"),
    ],
)
def test_names_of_one_procedure(a: str, b: str) -> None:
    assert mirip(pokok(a), pokok(b)) >= 0.74


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Surat Keterangan Usaha", "Surat Keterangan Tidak Mampu"),
        ("Surat Masuk", "Surat Keluar"),
        ("Pelayanan Akta Kelahiran", "Pelayanan Akta Kematian"),
        ("Pelayanan", "Pengelolaan Surat"),
    ],
)
def test_names_of_two(a: str, b: str) -> None:
    assert mirip(pokok(a), pokok(b)) < 0.74


def test_the_unit_is_no_part_of_the_name() -> None:
    assert pokok("Apel Pagi Kecamatan Aru", "Kecamatan Aru") == pokok("Apel Pagi")


def test_the_data_are_in_order() -> None:
    data = table("kata_dasar")
    for key in ("kata_henti", "kata_ringan"):
        assert len(data[key]) == len(set(data[key])), key
    assert len(data["utuh"]) == len(set(data["utuh"]))
    words = [word for group in data["semakna"] for word in group]
    assert len(words) == len(set(words))
    assert all(rata(short) == short for short in data["singkatan"])
