import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalizers.reading import APA_ADANYA, KOREKSI
from normalizers.sel import parse

KOSONG = ["", "-", "–", "--", ".", "…", "....", " \n", "_", "- -", "|", "□"]
ADANYA = [
    "Surat masuk",
    "nihil",
    "30",
    "1. Surat 2. Berkas",
    "Formulir Y",
    "Kelas J",
    "Seksi Tata Usaha",
    "a",
]
TANPA_SISA = [
    (
        "Meneruskan surat kepada Camat melalui Sekretaris Y",
        "Meneruskan surat kepada Camat melalui Sekretaris",
    ),
    ("Mencatat surat <", "Mencatat surat"),
    ("| Memeriksa kelengkapan", "Memeriksa kelengkapan"),
    ("< Lembar disposisi", "Lembar disposisi"),
    ("v Surat masuk", "Surat masuk"),
    ("Konsep surat \\ 4", "Konsep surat"),
    ("Mencatat surat | v", "Mencatat surat"),
]


@pytest.mark.parametrize("text", KOSONG)
def test_empty(text):
    assert parse(text).nilai is None


@pytest.mark.parametrize("text", ADANYA)
def test_as_printed(text):
    assert (parse(text).nilai, parse(text).cara) == (text, APA_ADANYA)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Komputer;", "Komputer"),
        ("Komputer; dan", "Komputer"),
        ("Komputer, dan/atau ;", "Komputer"),
        ("Komputer dan", "Komputer dan"),
        ("Komputer.", "Komputer."),
    ],
)
def test_what_parts_items(text, value):
    assert (parse(text).nilai, parse(text).cara) == (value, APA_ADANYA)


@pytest.mark.parametrize(("text", "value"), TANPA_SISA)
def test_residue_of_drawings(text, value):
    assert (parse(text).nilai, parse(text).cara) == (value, KOREKSI)


def test_lines_are_joined():
    assert parse("Buku agenda\nsurat  masuk").nilai == "Buku agenda surat masuk"


def test_spelling():
    reading = parse("Staf adminitrasi")
    assert (reading.nilai, reading.cara) == ("Staf administrasi", KOREKSI)


@given(st.text(max_size=60))
@example("0\ue000,")
def test_twice_changes_nothing(text):
    once = parse(text).nilai
    assert once is None or parse(once).nilai == once
