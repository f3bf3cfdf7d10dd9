"""Labels: which texts head a value of the identity page, and which columns of the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.data import table
from extractors.lexicon.labels import (
    Label,
    begins_label,
    find,
    fold,
    heading,
    split_pair,
    standing_alone,
    traits,
)
from extractors.raw import IDENTITAS, KOTAK
from tests.extractors.plain import a_span
from tests.strategies import STABIL

LABELS = table("label")
COLUMNS = table("kolom")
SPELLINGS = [(key, alias) for key, entry in LABELS.items() for alias in entry["alias"]]
WEAK = [(key, alias) for key, entry in LABELS.items() for alias in entry["lemah"]]
HEADINGS = [(key, alias) for key, entry in COLUMNS.items() for alias in entry["alias"]]


def found(text: str) -> Label:
    label = find(a_span(text))
    assert label is not None, text
    return label


# The tables themselves.


def test_every_key_of_the_identity_page_has_labels() -> None:
    assert set(LABELS) == {*IDENTITAS, *KOTAK}


@pytest.mark.parametrize("name", ["label", "kolom"])
def test_no_spelling_names_two_things(name: str) -> None:
    owners: dict[str, set[str]] = {}
    for key, entry in table(name).items():
        for alias in entry["alias"]:
            owners.setdefault(fold(alias), set()).add(key)
    assert {alias: keys for alias, keys in owners.items() if len(keys) > 1} == {}


def test_no_weak_spelling_is_a_sure_one() -> None:
    assert not {fold(alias) for _, alias in WEAK} & {fold(alias) for _, alias in SPELLINGS}


@pytest.mark.parametrize("key", LABELS)
def test_traits_are_words_as_they_are_compared(key: str) -> None:
    words = LABELS[key]["ciri"]
    assert len(words) == len(set(words))
    assert all(word == word.casefold() and word.isalnum() for word in words)
    assert traits(key) == frozenset(words)


@pytest.mark.parametrize(("key", "alias"), SPELLINGS)
@pytest.mark.parametrize("form", ["{}", "{} :", "{}:", "{} : isi", "{}\n", "{} 1. Undang-Undang"])
def test_every_spelling_is_found(key: str, alias: str, form: str) -> None:
    for text in (form.format(alias), form.format(alias.upper())):
        label = found(text)
        assert (label.key, label.sure, label.weak) == (key, 1.0, False)
        assert fold(label.head.text) == fold(alias)


@pytest.mark.parametrize(("key", "alias"), WEAK)
def test_every_weak_spelling_is_found_with_a_colon(key: str, alias: str) -> None:
    label = found(f"{alias} : isi")
    assert (label.key, label.weak, label.rest.text) == (key, True, "isi")


@pytest.mark.parametrize(("key", "alias"), HEADINGS)
def test_every_heading_is_found(key: str, alias: str) -> None:
    assert heading(alias) == heading(alias.upper()) == heading(alias.replace(" ", "\n")) == key


# What stands behind the label.


@pytest.mark.parametrize(
    ("text", "key", "rest", "colon"),
    [
        ("Nomor SOP : 065/12/2021", "nomor_sop", "065/12/2021", True),
        ("Nomor SOP:065/12/2021", "nomor_sop", "065/12/2021", True),
        ("NOMOR SOP = 065/12", "nomor_sop", "065/12", True),
        ("Nama SOP Pengaduan Warga", "nama_sop", "Pengaduan Warga", False),
        ("Tanggal Pembuatan 2 Mei 2020", "tanggal_pembuatan", "2 Mei 2020", False),
        ("Disahkan oleh Camat Sukamaju", "disahkan_oleh", "Camat Sukamaju", False),
        ("Dasar Hukum 1. Undang-Undang", "dasar_hukum", "1. Undang-Undang", False),
        ("Peringatan :", "peringatan", "", True),
        ("Peringatan", "peringatan", "", False),
        ("Peralatan/Perlengkapan : ATK", "peralatan_perlengkapan", "ATK", True),
        ("Peralatan dan Perlengkapan :", "peralatan_perlengkapan", "", True),
        ("A. Dasar Hukum :", "dasar_hukum", "", True),
        ("IV. Keterkaitan", "keterkaitan", "", False),
        ("3. Peringatan :", "peringatan", "", True),
        ("- Nomor SOP : 7", "nomor_sop", "7", True),
        ("Waktu : Nama SOP", None, "", False),
    ],
)
def test_label_and_rest(text: str, key: str | None, rest: str, colon: bool) -> None:
    label = find(a_span(text))
    if key is None:
        assert label is None
        return
    assert label is not None
    assert (label.key, label.rest.text, label.colon) == (key, rest, colon)
    assert text[label.head.first :].startswith(label.head.text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nomer SOP : 5", "nomor_sop"),
        ("Tangga1 Pembuatan : 2 Mei", "tanggal_pembuatan"),
        ("Tanggal Revlsi : -", "tanggal_revisi"),
        ("Tanggal Efekti : -", "tanggal_efektif"),
        ("Disahkan 0leh : Camat", "disahkan_oleh"),
        ("Dasar Hukurn", "dasar_hukum"),
        ("Kualifikasi Pe1aksana :", "kualifikasi_pelaksana"),
        ("Keterkaltan :", "keterkaitan"),
        ("Peralatan dan Periengkapan", "peralatan_perlengkapan"),
        ("Perlngatan :", "peringatan"),
        ("Peringatari", "peringatan"),
        ("No. SOP 40/SOP/KEL/2020", "nomor_sop"),
        ("Pencatatan dan Pendatan :", "pencatatan_pendataan"),
        ("P E R I N G A T A N :", "peringatan"),
        ("D A S A R  H U K U M", "dasar_hukum"),
        ("P E N C A T A T A N  D A N  P E N D A T A A N", "pencatatan_pendataan"),
        ("KUALIFlKASI PELAKSANA - S1 Hukum", "kualifikasi_pelaksana"),
        ("Tanggal\nPengesahan", "tanggal_pengesahan"),
    ],
)
def test_slips_of_the_engine_are_forgiven(text: str, key: str) -> None:
    assert found(text).key == key


@pytest.mark.parametrize(
    "text",
    [
        "Peringatan dini bencana disampaikan",
        "Pencatatan dilaksanakan oleh petugas",
        "Peralatan yang rusak diganti",
        "Kualifikasi pendidikan minimal SLTA",
        "Dasar hukum yang berlaku dicatat",
        "Pengesahan anggaran desa oleh kepala desa",
        "Tanggal 2 Mei 2020",
        "Perawatan :",
        "Penataan :",
        "Camat Sukamaju",
        "1. Undang-Undang Nomor 5 Tahun 2014",
        "065/12/SOP/2021",
        ":",
        "",
        "...",
    ],
)
def test_prose_is_no_label(text: str) -> None:
    assert find(a_span(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nomor 5 Tahun 2014",
        "Nama pemohon",
        "Pelaksana kegiatan",
        "Efektif dan efisien",
        "No. Dokumen asli",
        "Nomor",
    ],
)
def test_weak_spellings_need_their_colon(text: str) -> None:
    assert find(a_span(text)) is None


def test_a_weak_spelling_of_several_words_names_a_field_where_it_stands_alone() -> None:
    label = standing_alone(a_span("No. Dokumen"))
    assert label is not None
    assert (label.key, label.weak, label.rest.text) == ("nomor_sop", True, "")
    assert [standing_alone(a_span(text)) for text in ("Nomor", "No. Dokumen asli", "Nama SOP")] == [None] * 3


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Dasar Hukum Kualifikasi Pelaksana", ("Dasar Hukum", "Kualifikasi Pelaksana")),
        ("KETERKAITAN PERALATAN DAN PERLENGKAPAN", ("KETERKAITAN", "PERALATAN DAN PERLENGKAPAN")),
        ("Peringatan Pencatatan dan Pendataan", ("Peringatan", "Pencatatan dan Pendataan")),
        ("Peralatan dan Perlengkapan", None),
        ("Pencatatan dan Pendataan", None),
        ("Dasar Hukum", None),
        ("Dasar Hukum Dasar Hukum", None),
        ("Keterkaitan dengan SOP lain", None),
    ],
)
def test_two_labels_on_one_line(text: str, pair: tuple[str, str] | None) -> None:
    split = split_pair(a_span(text))
    assert (split and (split[0].text, split[1].text)) == pair


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Uraian Kegiatan", "uraian"),
        ("URAIAN\nPROSEDUR", "uraian"),
        ("Kegiatarn", "uraian"),
        ("Kelengkapan/ Persyaratan", "kelengkapan"),
        ("Mutu Baku :", "mutu_baku"),
        ("Wkatu", None),
        ("Pasukan", None),
        ("Output/Hasil", "output"),
        ("Out put", "output"),
        ("Waktu (dalam menit)", "waktu"),
        ("Pelaksana (Staf)", None),
        ("Pelaksana (Actor)", "pelaksana"),
        ("Activity / Kegiatan", "uraian"),
        ("Remarks / Ket", "keterangan"),
        ("Time / Kegiatan", None),
        ("No.", "no"),
        ("Ket.", "keterangan"),
        ("Camat", None),
        ("Kasi Pelayanan", None),
        ("", None),
        ("Menerima kegiatan dari camat", None),
    ],
)
def test_headings_of_the_table(text: str, role: str | None) -> None:
    assert heading(text) == role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dasar Hukum", "DASAR  HUKUM :"),
        ("Hukum", "Hukurn"),
        ("oleh", "0leh"),
        ("Tanggal", "Tangga1"),
        ("Tanggal", "Tangga|"),
    ],
)
def test_folding_makes_spellings_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=90))
@STABIL
def test_what_is_found_is_a_part_of_the_text(text: str) -> None:
    span = a_span(text)
    label = find(span)
    pair = split_pair(span)
    if label:
        assert label.head.text in text
        assert label.rest.text in text
        assert 0 < label.sure <= 1
    if pair:
        assert all(part.text in text for part in pair)


@given(st.sampled_from(SPELLINGS), st.text(max_size=20))
@STABIL
def test_the_cheap_test_lets_every_label_through(spelling: tuple[str, str], rest: str) -> None:
    assert begins_label(spelling[1] + rest)


@pytest.mark.parametrize("text", ["Disiapkan oleh :", "Diperiksa oleh", "DIBUAT OLEH :"])
def test_who_only_prepares_does_not_approve(text: str) -> None:
    assert find(a_span(text)) is None


@pytest.mark.parametrize("dirt", ["'", ",", '"', ".", "| ", "“"])
def test_specks_before_a_label_are_none_of_it(dirt: str) -> None:
    label = found(dirt + "Dasar Hukum:")
    assert (label.key, label.head.text) == ("dasar_hukum", "Dasar Hukum")


def test_more_than_specks_before_a_label_is_text() -> None:
    assert find(a_span("sebagai Dasar Hukum:")) is None


@pytest.mark.parametrize(
    "text", ["Persyaratan Pelayanan", "Produk Pelayanan", "Kualitas Pelayanan", "Waktu Pelayanan"]
)
def test_parts_of_a_service_standard_are_no_boxes_of_an_sop(text: str) -> None:
    assert find(a_span(text)) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [("INOMOR SOP 69/SOP", "nomor_sop"), ("lTanggal Revisi 1 April 2020", "tanggal_revisi")],
)
def test_a_side_of_the_cell_read_as_a_letter_is_none_of_the_label(text: str, key: str) -> None:
    label = found(text)
    assert label.key == key
    assert label.head.text == text[1:].partition(" 69")[0].partition(" 1 ")[0]


def test_a_label_that_is_not_known_to_the_letter_is_not_found_behind_a_letter() -> None:
    assert find(a_span("IDosar Hokum")) is None
