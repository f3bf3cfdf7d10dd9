"""The tables: sorted, whole, and no spelling of two things."""

import itertools
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from normalizers import pelaksana, prose
from normalizers.data import rows, table
from normalizers.model import Batas, Satuan, Status

TABLES = ["bulan", "ejaan", "gelar", "jabatan", "pangkat", "satuan", "sel", "singkatan", "status_jabatan"]


def lists(value: Any, *path: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every list of strings of a table with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, *path, key)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from lists(item, *path)


@pytest.mark.parametrize("name", TABLES)
def test_lists_are_sorted_and_without_doubles(name: str) -> None:
    for path, words in lists(table(name)):
        if path[-1] == "tukar":
            continue
        assert words == sorted(words, key=str.casefold), path
        assert len(words) == len(set(words)), path
        assert all(word == word.strip() and word for word in words), path


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_once(name: str) -> None:
    assert table(name) is table(name)


def test_rows_know_their_columns_and_skip_comments() -> None:
    found = rows("peraturan")
    assert found
    assert all(len(row) == len(found[0]) and None not in row.values() for row in found)


def test_roles() -> None:
    roles = table("jabatan")["peran"]
    assert list(roles) == sorted(roles)
    for id_, role in roles.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", id_)
        assert role["jenis"] in ("struktural", "fungsional", "eksternal", "tim")
        assert role.get("induk", id_) in roles
        assert set(role) <= {"nama", "jenis", "induk", "alias", "bidang", "kolom", "rusak"}
        assert not role.get("bidang") or id_.startswith(("kasi-", "kasubag-"))


def test_no_spelling_belongs_to_two_roles() -> None:
    owner: dict[str, str] = {}
    for id_, role in table("jabatan")["peran"].items():
        for spelling, _ in pelaksana.ejaan_peran(id_, role):
            assert owner.setdefault(pelaksana.kunci(spelling), id_) == id_, spelling


def test_damaged_role_words_have_a_role() -> None:
    for id_, role in table("jabatan")["peran"].items():
        for wrong, right in role.get("rusak", {}).items():
            assert pelaksana.parse(wrong).nilai.id == id_ == pelaksana.parse(right).nilai.id


def test_offices_and_places() -> None:
    office = table("jabatan")["kantor"]
    assert set(office["pemerintah"]) <= set(office["wilayah"])
    assert set(office["bertempat"].values()) <= set(office["wilayah"])
    assert not set(office["kepala"]) & set(office["bertempat"])
    assert list(office["bertempat"]) == sorted(office["bertempat"])
    assert all(word == word.lower() for _, words in lists(office) for word in words)


def test_months() -> None:
    months = table("bulan")["bulan"]
    assert [month["nomor"] for month in months] == list(range(1, 13))
    spellings = [s.lower() for month in months for s in (month["nama"], *month["alias"], *month["rusak"])]
    assert len(spellings) == len(set(spellings))
    assert all(s == s.lower() for month in months for s in (*month["alias"], *month["rusak"]))


def test_units() -> None:
    units = table("satuan")["satuan"]
    assert tuple(units) == get_args(Satuan)
    minutes = [unit["menit"] for unit in units.values()]
    assert minutes == sorted(minutes)
    spellings = [s for unit in units.values() for s in (*unit["alias"], *unit["rusak"])]
    assert len(spellings) == len(set(spellings))
    assert all(name in unit["alias"] for name, unit in units.items())


def test_words_around_durations() -> None:
    data = table("satuan")
    assert set(data["batas"]) == set(get_args(Batas))
    phrases = list(itertools.chain.from_iterable(data["batas"].values()))
    assert len(phrases) == len(set(phrases))
    for kind, words in data["tanpa_lama"].items():
        assert not set(words) & set(phrases), kind


def test_prefixes() -> None:
    entries = table("status_jabatan")["status"]
    assert {row["kode"] for row in entries if "kode" in row} == set(get_args(Status))
    forms = [re.sub(r"[\s.,]", "", f) for row in entries for f in (*row["alias"], *row["rusak"])]
    assert len(forms) == len(set(forms))


def test_ranks() -> None:
    ranks = table("pangkat")["pangkat"]
    assert len(ranks) == len(set(ranks.values())) == 17
    assert all(re.fullmatch(r"(I|II|III)/[a-d]|IV/[a-e]", grade) for grade in ranks)


def test_titles() -> None:
    data = table("gelar")
    folded = [re.sub(r"[^a-z]", "", title.lower()) for title in data["belakang"]["bentuk"]]
    assert len(folded) == len(set(folded))
    assert set(data["ragu"]) <= set(folded)
    assert set(data["depan_lain"].values()) <= set(data["depan"])


def test_spelling_repairs_lead_to_words_that_stay() -> None:
    data = table("ejaan")
    assert list(data["kata"]) == sorted(data["kata"])
    for wrong, right in {**data["kata"], **data["frasa"]}.items():
        assert prose.ejaan(wrong).nilai == right
        assert prose.ejaan(right).nilai == right
    for word in data["glif"]["kata"]:
        assert prose.ejaan(word).nilai == word
    assert not set(data["usul"]) & set(data["kata"])


def test_old_legitimate_spellings_are_no_damage() -> None:
    text = "nopember pebruari propinsi ijin djawa walikota ketentraman analisa resiko standart karna warna"
    assert prose.ejaan(text).nilai == text


def test_abbreviations() -> None:
    data = table("singkatan")
    assert len({form.casefold() for form in data["bentuk"]}) == len(data["bentuk"])
    assert all(word == word.lower() for word in data["kata_kecil"])
    assert not {form.casefold() for form in data["bentuk"]} & set(data["kata_kecil"])
