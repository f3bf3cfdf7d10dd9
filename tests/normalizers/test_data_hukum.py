"""The tables of the legal basis: complete, sorted, without contradiction."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

import pytest

from normalizers import kamus, lembaga, peraturan, prose
from normalizers.data import rows, table
from normalizers.model import JenisLembaran, JenisPeraturan, StatusPeraturan

KOLOM = [
    "id",
    "jenis",
    "lembaga",
    "nomor",
    "nomor_lain",
    "tahun",
    "tentang",
    "judul_lain",
    "lembaran",
    "status",
    "diubah_oleh",
    "dicabut_oleh",
    "confirmed",
    "source",
    "status_confirmed",
    "status_source",
    "per",
    "catatan",
]
KONTRAK: dict[str, Any] = table("jenis_peraturan")["kontrak"]
LAIN: dict[str, Any] = table("jenis_peraturan")["lain"]
REGISTER = list(peraturan.semua())


def spellings(golongan: str) -> Iterator[tuple[str, str]]:
    """Each spelling of a group of lembaga.toml and whose it is."""
    for nama, isi in table("lembaga")[golongan].items():
        yield from ((alias, nama) for alias in (*isi["alias"], *isi.get("salah", ())))


# --- kinds and bodies ---


def test_every_kind_of_the_contract_is_known() -> None:
    assert set(KONTRAK) == set(get_args(JenisPeraturan))


def test_kinds_are_complete() -> None:
    regions = {*table("instansi")["wilayah"], *table("instansi")["tempat"]}
    allowed = {kamus.KEMENTERIAN, kamus.BADAN, kamus.BEBAS, kamus.DAERAH, kamus.PEJABAT, *regions}
    for kode, isi in (KONTRAK | LAIN).items():
        assert isi.keys() <= {"nama", "badan", "lembaga", "alias", "salah"}, kode
        assert isi["nama"]
        assert isi["alias"]
        assert isi.get("badan", kamus.BADAN) in allowed


@pytest.mark.parametrize("group", [KONTRAK, LAIN, table("lembaga")["kementerian"], table("lembaga")["badan"]])
def test_tables_are_sorted(group: dict[str, Any]) -> None:
    assert list(group) == sorted(group)
    for isi in group.values():
        for key in ("alias", "salah"):
            assert isi.get(key, []) == sorted(isi.get(key, []))


@pytest.mark.parametrize("name", ["kata", "banding", "banding_frasa"])
def test_spelling_tables_are_sorted(name: str) -> None:
    repairs: dict[str, str] = table("ejaan_hukum")[name]
    assert list(repairs) == sorted(repairs)
    assert not repairs.keys() & set(repairs.values())


def test_lists_of_words_are_sorted() -> None:
    for name, isi in table("ejaan_hukum").items():
        for key, values in isi.items():
            if isinstance(values, list):
                assert values == sorted(values), f"{name}.{key}"


def test_spellings_are_words_in_lower_case() -> None:
    kinds = [
        (alias, kode)
        for kode, isi in (KONTRAK | LAIN).items()
        for alias in (*isi["alias"], *isi.get("salah", ()))
    ]
    for alias, owner in (*kinds, *spellings("kementerian"), *spellings("badan")):
        assert [word.teks for word in lembaga.words(alias, 0, len(alias))] == alias.split(), owner


@pytest.mark.parametrize("golongan", ["kementerian", "badan"])
def test_no_spelling_belongs_to_two_bodies(golongan: str) -> None:
    seen: dict[str, str] = {}
    for alias, nama in spellings(golongan):
        assert seen.setdefault(alias, nama) == nama
    assert len(seen) == len(list(spellings(golongan)))


def test_no_spelling_belongs_to_two_kinds() -> None:
    seen: dict[str, str] = {}
    for kode, isi in (KONTRAK | LAIN).items():
        for alias in (*isi["alias"], *isi.get("salah", ())):
            assert seen.setdefault(alias, kode) == kode


def test_offices_and_short_names_lead_to_kinds() -> None:
    data = table("lembaga")
    assert set(data["pejabat"].values()) <= {kamus.KEMENTERIAN, kamus.BADAN}
    kinds = {*data["kode_jenis"].values(), *data["menteri"].values()}
    for golongan in ("kementerian", "badan"):
        for isi in data[golongan].values():
            assert isi.keys() <= {"nama", "alias", "salah", "akronim", "akronim_salah", "kode"}
            kinds |= {*isi.get("akronim", {}), *isi.get("akronim_salah", {})}
    assert kinds <= set(KONTRAK)


def test_renamed_bodies_are_known() -> None:
    known = table("lembaga")["kementerian"]
    for lama, baru in table("lembaga")["masa"].items():
        assert {lama, baru["nama"]} <= known.keys()
        assert 1945 < baru["sejak"] < 2026


@pytest.mark.parametrize("golongan", ["kementerian", "badan"])
def test_full_names_are_spellings(golongan: str) -> None:
    known = dict(spellings(golongan))
    for nama, isi in table("lembaga")[golongan].items():
        full = isi.get("nama", nama).removesuffix(" Republik Indonesia")
        words = " ".join(word.teks for word in lembaga.words(full, 0, len(full)))
        assert known.get(words) == nama


def test_damaged_words_are_repaired_nowhere_else() -> None:
    for wrong, right in table("ejaan_hukum")["kata"].items():
        assert prose.ejaan(wrong).nilai == wrong, f"{wrong} stands in ejaan.toml already"
        assert prose.ejaan(right).nilai == right


# --- the register ---


def test_columns() -> None:
    assert all(list(row) == KOLOM for row in rows("peraturan"))
    assert all(
        value == value.strip() and value is not None for row in rows("peraturan") for value in row.values()
    )


def test_sorted_by_id_and_each_once() -> None:
    ids = [row["id"] for row in rows("peraturan")]
    assert all(first < second for first, second in pairwise(ids))


def test_each_regulation_once() -> None:
    keys = [(baris.kode, baris.lembaga, baris.nomor, baris.tahun) for baris in REGISTER]
    assert len(set(keys)) == len(keys)


def test_words_of_the_register_are_known() -> None:
    for row in rows("peraturan"):
        assert row["jenis"] in KONTRAK or row["jenis"] in LAIN
        assert row["status"] in ("", *get_args(StatusPeraturan))
        assert {row["confirmed"], row["status_confirmed"]} <= {"ya", "tidak"}
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", row["per"])


def test_body_is_known_where_the_kind_needs_one() -> None:
    for baris in REGISTER:
        isi = (KONTRAK | LAIN)[baris.kode]
        assert (baris.lembaga is None) == (not isi.keys() & {"badan", "lembaga"}), baris.id
        assert isi.get("lembaga", baris.lembaga) == baris.lembaga, baris.id
        known = {*table("lembaga")["kementerian"], *table("lembaga")["badan"]}
        assert baris.lembaga is None or baris.lembaga in known, baris.id


def test_numbers_and_years_are_plausible() -> None:
    for baris in REGISTER:
        assert 1945 <= baris.tahun <= 2025, baris.id
        assert re.fullmatch(r"[1-9]\d{0,3}", baris.nomor) or f"/{baris.tahun}" in baris.nomor, baris.id
        for entri in baris.lembaran:
            assert entri.jenis in get_args(JenisLembaran), baris.id
            assert re.fullmatch(r"[1-9]\d{0,3}", entri.nomor), baris.id
            assert entri.tahun is None or entri.tahun - baris.tahun in (0, 1), baris.id
        assert len({entri.jenis for entri in baris.lembaran}) == len(baris.lembaran), baris.id


def test_subject_is_clean() -> None:
    for baris in REGISTER:
        for tentang in (baris.tentang, *baris.judul_lain):
            assert prose.bersih(tentang) == tentang, baris.id
            assert tentang[0].isupper(), baris.id
            assert not tentang.endswith((".", ";", ",")), baris.id


def test_status_has_its_reason() -> None:
    for baris in REGISTER:
        assert (baris.status == "dicabut") == (baris.dicabut_oleh is not None), baris.id
        if baris.status == "diubah":
            assert baris.diubah_oleh, baris.id
        if baris.status_terbukti:
            assert baris.status, baris.id
            assert baris.sumber_status, baris.id
        assert baris.sumber, baris.id


def test_successors_exist_and_are_younger() -> None:
    for baris in REGISTER:
        for id in (*baris.diubah_oleh, *filter(None, [baris.dicabut_oleh])):
            penerus = peraturan.oleh_id(id)
            assert penerus is not None, id
            assert penerus.tahun >= baris.tahun, baris.id


def test_a_regulation_named_in_a_change_knows_of_it() -> None:
    for baris in REGISTER:
        match = re.match(
            r"Perubahan (?:\w+ )?atas [\w -]+? Nomor (\d+) Tahun (\d+)", baris.tentang, re.IGNORECASE
        )
        if match is None:
            continue
        for other in REGISTER:
            same_issuer = (other.kode, other.lembaga) == (baris.kode, baris.lembaga)
            if same_issuer and (other.nomor, str(other.tahun)) == match.groups():
                assert baris.id in other.diubah_oleh, other.id
