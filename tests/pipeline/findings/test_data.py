"""The rules' tables: sorted, folded, without twins, and made of what the contract knows."""

import tomllib
from importlib.resources import files
from itertools import chain
from typing import Any, get_args

import pytest

from normalizers.data import table as normalizer_table
from normalizers.model import JenisPeraturan
from pipeline.findings.data import table
from pipeline.findings.kata import is_verba, rata

TABEL = sorted(
    f.name.removesuffix(".toml")
    for f in files("pipeline.findings.data").iterdir()
    if f.name.endswith(".toml")
)
KATA = [
    (nama, key, isi)
    for nama in TABEL
    for key, isi in table(nama).items()
    if isinstance(isi, list) and all(isinstance(x, str) for x in isi)
]


@pytest.mark.parametrize(("nama", "key", "isi"), KATA, ids=lambda x: x if isinstance(x, str) else "")
def test_daftar_urut(nama: str, key: str, isi: list[str]) -> None:
    assert isi == sorted(set(isi))


@pytest.mark.parametrize("nama", ["kata", "daftar", "judul"])
def test_daftar_dilipat(nama: str) -> None:
    """What is asked for folded words must itself be folded."""
    for isi in table(nama).values():
        assert list(isi) == [rata(kata) for kata in isi]


def test_kepala_file_menyebut_sumber() -> None:
    for nama in TABEL:
        teks = files("pipeline.findings.data").joinpath(f"{nama}.toml").read_text("utf-8")
        assert teks.startswith("# ")
        assert tomllib.loads(teks)


def test_kata_tidak_dua_arti() -> None:
    kata: dict[str, Any] = table("kata")
    kerja = set(kata["kata_kerja"])
    for lain in ("bukan_verba", "benda", "subjek", "penyambung", "verba_dari"):
        assert not kerja & set(kata[lain]), lain
    assert not set(kata["bukan_verba"]) & {k for k in kata["bukan_verba"] if not k.startswith(("me", "ber"))}


def test_padanan_kata_benda_adalah_kata_kerja() -> None:
    for kata in table("kata")["verba_dari"].values():
        assert is_verba(rata(kata).partition(" ")[0]), kata


def test_jenis_peraturan() -> None:
    dikenal = set(get_args(JenisPeraturan))
    data = table("dasar_hukum")
    hierarki = list(chain.from_iterable(data["hierarki"]))
    assert sorted(hierarki) == sorted(dikenal)
    for key in ("tanpa_nomor", "daerah", "tanpa_negara"):
        assert set(data[key]) <= dikenal


def test_peran_sekretaris() -> None:
    assert set(table("pejabat")["sekretaris_unit"]) <= set(normalizer_table("jabatan")["peran"])
