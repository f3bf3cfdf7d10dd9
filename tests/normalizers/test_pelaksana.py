"""Actors: column headings, composites, roles in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import pelaksana
from normalizers.data import table
from normalizers.reading import APA_ADANYA, KOREKSI

UNIT = "Kecamatan Sukamaju"
SATU = [
    ("Camat", "camat"),
    ("CAMAT", "camat"),
    ("Camat Sukamaju", "camat"),
    ("Bupati Karangfiktif", "bupati"),
    ("Sekcam", "sekcam"),
    ("Sek. Cam", "sekcam"),
    ("Sekretaris Camat", "sekcam"),
    ("SEKRETARIS KECAMATAN", "sekcam"),
    ("Kasi", "kasi"),
    ("Kasie", "kasi"),
    ("Ka. Seksi", "kasi"),
    ("Ka.Si", "kasi"),
    ("Para Kasi", "kasi"),
    ("Kasi Terkait", "kasi"),
    ("Kasi Kecamatan Sukamaju", "kasi"),
    ("Kepala Seksi yang membidangi", "kasi"),
    ("Kasubbag", "kasubag"),
    ("Kasub Bag", "kasubag"),
    ("Kepala Sub Bagian", "kasubag"),
    ("Ka. Sub Bag. Umum & Kepegawaian", "kasubag-umpeg"),
    ("Kasubag Umum dan Kepegawaian", "kasubag-umpeg"),
    ("Kasubbag\nUmum dan\nKepega-\nwaian", "kasubag-umpeg"),
    ("Kasubag Program, Evaluasi dan Keuangan", "kasubag-pek"),
    ("KASUBBAG KEUANGAN", "kasubag-keuangan"),
    ("Kasi PMD", "kasi-pmd"),
    ("Seksi Trantib", "kasi-trantib"),
    ("KEPALA SEKSI PELAYANAN UMUM", "kasi-yanum"),
    ("Staff", "staf"),
    ("Staf Seksi Pemerintahan", "staf"),
    ("JFU Seksi PIP", "jfu"),
    ("Jabatan Pelaksana", "pelaksana"),
    ("Petugas Loket (FO)", "petugas-loket"),
    ("RT/ RW", "rt-rw"),
    ("Ka. Puskesmas", "puskesmas-upt"),
    ("1. Lurah", "lurah"),
]
GABUNGAN = [
    ("Kasi / Kasubag", ["kasi", "kasubag"]),
    ("Kasubbag dan Kasi", ["kasubag", "kasi"]),
    ("Camat & Sekcam", ["camat", "sekcam"]),
    ("Kasi/Kasubag Terkait", ["kasi", "kasubag"]),
    ("Camat, Sekretaris, Kasi", ["camat", "sekcam", "kasi"]),
    ("Desa/Kelurahan", ["kades", "lurah"]),
    ("PA/KPA", ["pa", "kpa"]),
    ("Kasi Pelayanan dan Kasubag Umum", ["kasi-yanum", "kasubag-umum"]),
    ("Kasubaq / Oprator Komputer", ["kasubag", "operator"]),
]
ASING = [
    ("Kasi Humas", "kasi-humas", "kasi"),
    ("Kasi PMD dan Trantib", "kasi-pmd-dan-trantib", "kasi"),
    ("Tim Verifikasi", "tim-verifikasi", "tim"),
    ("Back Office", "back-office", None),
    ("Ahli Waris", "ahli-waris", None),
]


@pytest.mark.parametrize(("label", "id_"), SATU)
def test_one_role(label: str, id_: str) -> None:
    value = pelaksana.parse(label, UNIT).nilai
    assert (value.id, value.anggota) == (id_, [])


@pytest.mark.parametrize(("label", "anggota"), GABUNGAN)
def test_a_composite(label: str, anggota: list[str]) -> None:
    value = pelaksana.parse(label, UNIT).nilai
    assert (value.id, value.anggota, value.label) == ("+".join(anggota), anggota, label)


@pytest.mark.parametrize(("label", "id_", "induk"), ASING)
def test_an_unknown_heading_keeps_itself(label: str, id_: str, induk: str | None) -> None:
    reading = pelaksana.parse(label, UNIT)
    assert (reading.nilai.id, reading.nilai.nama) == (id_, label)
    assert reading.keyakinan < 0.75
    assert [s.teks for s in reading.saksi] == ([induk] if induk else [])


@pytest.mark.parametrize(
    ("label", "id_", "nama", "printed"),
    [
        ("Oprator Komputer", "operator", "Operator Komputer", "Oprator Komputer"),
        ("Operato r Komput er", "operator", "Operator Komputer", "Operator Komputer"),
        ("OPERATO R", "operator", "Operator", "OPERATOR"),
        # A heading broken within words keeps its own spelling, not that of the table.
        (
            "Kasi Pemberdaya an Masyarakat dan Desa",
            "kasi-pmd",
            "Kasi Pemberdayaan Masyarakat dan Desa",
            "Kasi Pemberdayaan Masyarakat dan Desa",
        ),
        ("Bend. Pengel uaran", "bendahara", "Bend. Pengeluaran", "Bend. Pengeluaran"),
        ("Carnat", "camat", "Camat", "Carnat"),
        ("Camal", "camat", "Camat", "Camal"),
        ("Sekretans", "sekcam", "Sekretaris", "Sekretans"),
        ("Kasubaq Umum", "kasubag-umum", "Kasubag Umum", "Kasubaq Umum"),
        ("Pengadministrasi Umun", "pengadministrasi-umum", "Pengadministrasi Umum", "Pengadministrasi Umun"),
    ],
)
def test_a_damaged_heading(label: str, id_: str, nama: str, printed: str) -> None:
    reading = pelaksana.parse(label, UNIT)
    assert (reading.nilai.id, reading.nilai.nama, reading.nilai.label) == (id_, nama, printed)
    assert reading.cara == KOREKSI
    assert reading.keyakinan < 1


@pytest.mark.parametrize(
    ("label", "nama"),
    [
        ("CAMAT", "Camat"),
        ("KASUBAG UMUM DAN KEPEGAWAIAN", "Kasubag Umum dan Kepegawaian"),
        ("KASI PMD", "Kasi PMD"),
        ("SekCam", "SekCam"),
        ("pemohon", "Pemohon"),
        ("Kasi / Kasubag", "Kasi / Kasubag"),
    ],
)
def test_the_name_is_the_heading_in_title_case(label: str, nama: str) -> None:
    reading = pelaksana.parse(label, UNIT)
    assert (reading.nilai.nama, reading.nilai.label, reading.cara) == (nama, label, APA_ADANYA)


@pytest.mark.parametrize(
    ("unit", "id_"),
    [
        ("Kecamatan Sukamaju", "sekcam"),
        ("Kelurahan Sukamaju", "seklur"),
        ("Desa Sukamaju", "sekdes"),
        ("Dinas Perhubungan", "sekretaris"),
        (None, "sekretaris"),
    ],
)
def test_whose_secretary_depends_on_the_unit(unit: str | None, id_: str) -> None:
    assert pelaksana.parse("Sekretaris", unit).nilai.id == id_
    assert pelaksana.peran("diserahkan kepada Sekretaris", unit) == [id_]


def test_columns_have_ids_of_their_own() -> None:
    labels = ["Staf", "Bendahara Pengeluaran", "Bendahara Pembantu", "Staf", "Staf"]
    readings = pelaksana.kolom(labels, UNIT)
    assert [r.nilai.id for r in readings] == ["staf", "bendahara", "bendahara-pembantu", "staf-2", "staf-3"]
    assert [r.nilai.label for r in readings] == labels
    assert readings[2].saksi[-1].teks == "bendahara"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Memerintahkan Kasubag Umum dan Kepegawaian untuk membuat format", ["kasubag-umpeg"]),
        ("Meneruskan surat kepada Camat melalui Sekretaris Camat", ["camat", "sekcam"]),
        ("diserahkan ke Kasi/Kasubbag, lalu ke kasi", ["kasi", "kasubag"]),
        ("Kepala Sub Bagian Umum dan Ka. Sie Trantib", ["kasubag-umum", "kasi-trantib"]),
        ("nomor oleh pengadministrasi umum", ["pengadministrasi-umum"]),
        ("Membuat laporan data kinerja kecamatan bagi warga desa dan tim", []),
        ("", []),
    ],
)
def test_roles_in_a_sentence(text: str, ids: list[str]) -> None:
    assert pelaksana.peran(text, UNIT) == ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kasi  Humas & Protokol", "kasi-humas-protokol"),
        ("Café", "cafe"),
        ("…", "tanpa-nama"),
        ("", "tanpa-nama"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert pelaksana.slug(text) == expected


SPELLINGS = [
    (id_, spelling)
    for id_, role in table("jabatan")["peran"].items()
    for spelling in (role["nama"], *role.get("alias", []), *role.get("kolom", []))
    if id_ != "sekretaris"
]


@pytest.mark.parametrize(("id_", "spelling"), SPELLINGS)
def test_every_spelling_names_its_role(id_: str, spelling: str) -> None:
    for label in (spelling, spelling.upper(), spelling.lower(), f" {spelling}. "):
        assert pelaksana.parse(label, UNIT).nilai.id == id_


@given(st.sampled_from(SPELLINGS), st.integers(0, 60), st.sampled_from([" ", "  ", "\n"]))
def test_a_torn_spelling_names_its_role_or_none(pair: tuple[str, str], place: int, blank: str) -> None:
    id_, spelling = pair
    cut = place % len(spelling)
    found = pelaksana.parse(spelling[:cut] + blank + spelling[cut:], UNIT).nilai.id
    assert found == id_ or found not in table("jabatan")["peran"]


@given(st.text(max_size=60), st.sampled_from([None, "", UNIT]))
def test_no_heading_makes_it_raise(text: str, unit: str | None) -> None:
    reading = pelaksana.parse(text, unit)
    assert reading.nilai.id
    assert pelaksana.parse(reading.nilai.label, unit).nilai.label == reading.nilai.label
    pelaksana.peran(text, unit)
    assert len({r.nilai.id for r in pelaksana.kolom([text, text, "Camat"], unit)}) == 3 or text.strip() == ""


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Asisten |", "Asisten I"),
        ("Asisten l", "Asisten I"),
        ("Subag Umpeg|", "Subag Umpeg"),
        ("| Kasi", "Kasi"),
    ],
)
def test_strokes_beside_a_heading(label: str, expected: str) -> None:
    assert pelaksana.parse(label).nilai.label == expected
