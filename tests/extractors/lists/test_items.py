"""Lists: the entries of a box, numbered, lettered, bulleted or bare, one a line or glued together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.lists.items import Item, items, number_of, pieces
from extractors.spans import BARIS, BUTIR, PARAGRAF, SELA
from tests.extractors.plain import a_span, is_faithful
from tests.strategies import STABIL


def items_of(text: str, first: str = BARIS) -> list[Item]:
    return items(pieces(a_span(text), first))


def entries(text: str) -> list[str]:
    return [" ".join(item.span.text.split()) for item in items_of(text)]


def numbers(text: str) -> list[int | None]:
    return [item.nomor for item in items_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. UU\n2. PP\n3. Perda", ["UU", "PP", "Perda"]),
        ("1) UU\n2) PP", ["UU", "PP"]),
        ("(1) UU\n(2) PP", ["UU", "PP"]),
        ("1 . UU\n2 . PP", ["UU", "PP"]),
        ("1.UU\n2.PP", ["UU", "PP"]),
        ("1 Memahami arsip\n2 Mampu mengetik", ["Memahami arsip", "Mampu mengetik"]),
        ("- 1 SOP Surat Masuk\n- 2 SOP Arsip", ["SOP Surat Masuk", "SOP Arsip"]),
        ("a. Komputer\nb. Printer", ["Komputer", "Printer"]),
        ("a) Komputer\nb) Printer", ["Komputer", "Printer"]),
        ("- a. Map\n- b. Printer", ["Map", "Printer"]),
        ("A. Komputer\nB. Printer", ["Komputer", "Printer"]),
        ("- ATK\n- Printer", ["ATK", "Printer"]),
        ("• ATK\n• Printer", ["ATK", "Printer"]),
        ("– ATK\n– Printer", ["ATK", "Printer"]),
        ("✓ ATK\n✓ Printer", ["ATK", "Printer"]),
        ("o ATK\no Printer", ["ATK", "Printer"]),
        ("1. Komputer\n2. Printer\n. Spanduk\n4. Map", ["Komputer", "Printer", "Spanduk", "Map"]),
        # Bullets and numbers as engines read them on a scan.
        (". ATK dan map\n. Printer\n. Map", ["ATK dan map", "Printer", "Map"]),
        (". Kesalahan data yang\nberakibat batal", ["Kesalahan data yang berakibat batal"]),
        ("e ATK\ne Printer", ["ATK", "Printer"]),
        ("L SOP Arsip\n2 SOP Surat", ["SOP Arsip", "SOP Surat"]),
        (
            "Bila dilanggar, layanan\nterhambat\nb. Data salah",
            ["Bila dilanggar, layanan terhambat", "Data salah"],
        ),
    ],
)
def test_one_entry_a_line(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    "text", ["e ATK dan printer", "L SOP Arsip", "Peraturan Bupati Nomor\n2 Tahun 2018 tentang Arsip"]
)
def test_a_sign_alone_is_no_marker(text: str) -> None:
    assert len(entries(text)) == 1
    assert entries(text)[0].startswith(text[:5])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. UU 5/2014;2. PP 11/2017", ["UU 5/2014;", "PP 11/2017"]),
        ("1. Arsip Desa;2. Kas Desa;3. Aset", ["Arsip Desa;", "Kas Desa;", "Aset"]),
        ("1. SOP Surat Masuk2. SOP Arsip", ["SOP Surat Masuk", "SOP Arsip"]),
        ("a. Alat Tulis Kantorb. Komputerc. Printer", ["Alat Tulis Kantor", "Komputer", "Printer"]),
        ("1. Arsip 2. Buku agenda 3. Map", ["Arsip", "Buku agenda", "Map"]),
        ("- ATK - Komputer/ Laptop - Printer", ["ATK", "Komputer/ Laptop", "Printer"]),
        (
            "1 Undang-Undang Nomor 5 Tahun 2014 2 Peraturan Pemerintah Nomor 2 Tahun 2018",
            ["Undang-Undang Nomor 5 Tahun 2014", "Peraturan Pemerintah Nomor 2 Tahun 2018"],
        ),
        ("1. Arsip Desa, 2\nMap besar\nmerah\n3. Kas", ["Arsip Desa,", "Map besar merah", "Kas"]),
        ("1. Arsip Bab 1, 2\nMap besar\n4. Kas", ["Arsip Bab 1, 2 Map besar", "Kas"]),
        (
            "1 Undang-Undang tentang Arsip 2 Peraturan Bupati tentang Surat",
            ["Undang-Undang tentang Arsip", "Peraturan Bupati tentang Surat"],
        ),
    ],
)
def test_entries_glued_into_one_line(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Peraturan Pemerintah Nomor 2. Tahun 2020 tentang Arsip",
            ["Peraturan Pemerintah Nomor 2. Tahun 2020 tentang Arsip"],
        ),
        ("1. Penata Tk. 2. Pembina", ["Penata Tk. 2. Pembina"]),
        ("1. Berlaku sejak tahun 2. Revisi", ["Berlaku sejak tahun 2. Revisi"]),
        ("1. Lihat pasal 2. Ayat pertama", ["Lihat pasal 2. Ayat pertama"]),
        ("1. Kode 1.2. Urusan", ["Kode 1.2. Urusan"]),
    ],
)
def test_numbers_that_are_no_markers(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Peraturan Daerah\ntentang Arsip\n2. PP", ["Peraturan Daerah tentang Arsip", "PP"]),
        (
            "1. Undang-Undang Nomor\n29 Tahun 2014 tentang A\n2. PP",
            ["Undang-Undang Nomor 29 Tahun 2014 tentang A", "PP"],
        ),
        ("1. Alat:\na. Palu\nb. Paku\n2. Bahan", ["Alat: a. Palu b. Paku", "Bahan"]),
        ("1. Alat:\n- Palu\n- Paku\n2. Bahan", ["Alat: - Palu - Paku", "Bahan"]),
        ("- Mampu menulis\nsurat dinas\n- Teliti", ["Mampu menulis surat dinas", "Teliti"]),
    ],
    ids=["wrapped", "number-at-line-start", "nested-letters", "nested-bullets", "wrapped-bullet"],
)
def test_what_belongs_to_the_entry_above(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


def test_a_regulation_whose_number_was_not_read_is_an_entry() -> None:
    text = (
        "1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;\n"
        "2. Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan\nUndang-Undang Kearsipan,\n"
        "Peraturan Menteri Dalam Negeri Nomor 83 Tahun 2022 tentang Kode\nKlasifikasi Arsip:\n"
        "Peraturan Bupati Wanasari tentang Tata Naskah"
    )
    assert [entry.split(" tentang")[0] for entry in entries(text)] == [
        "Undang-Undang Nomor 43 Tahun 2009",
        "Peraturan Pemerintah Nomor 28 Tahun 2012",
        "Peraturan Menteri Dalam Negeri Nomor 83 Tahun 2022",
        "Peraturan Bupati Wanasari",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Memahami tata naskah", ["Memahami tata naskah"]),
        ("Memahami tata naskah dinas dan\nkearsipan", ["Memahami tata naskah dinas dan kearsipan"]),
        ("Buku agenda\nKomputer\nPrinter", ["Buku agenda", "Komputer", "Printer"]),
        (
            "Surat yang tidak dicatat hilang.\nPetugas wajib teliti.",
            ["Surat yang tidak dicatat hilang.", "Petugas wajib teliti."],
        ),
        (f"Arsip{PARAGRAF}Buku", ["Arsip", "Buku"]),
        (f"arsip{BUTIR}buku{BUTIR}map besar", ["arsip", "buku", "map besar"]),
        (f"satu{SELA}dua", ["satu dua"]),
    ],
    ids=["one", "wrapped", "short-lines", "sentences", "paragraphs", "list-items", "broken-line"],
)
def test_entries_without_markers(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BUTIR}1. UU{BUTIR}2. PP", [1, 2]),
        ("9. Perbup 5\n10. Perbup 6", [9, 10]),
        (f"1. satu\n2. dua{PARAGRAF}9. sembilan{PARAGRAF}10. sepuluh", [1, 2, 9, 10]),
        ("a. satu\nb. dua", [1, 2]),
        ("1. satu\n1. lain", [1, 1]),
        ("- satu\n- dua", [None, None]),
        ("Satu", [None]),
    ],
)
def test_printed_numbers_are_kept(text: str, expected: list[int | None]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize("text", ["", "\n", "1.", "-", "1.\n2.\n3.", "a.\n-\n•"])
def test_markers_alone_are_no_entries(text: str) -> None:
    assert entries(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. Menyusun", ("angka", 3)),
        ("(12) Menyusun", ("angka", 12)),
        ("c. Map", ("huruf", 3)),
        ("C. Map", ("kapital", 3)),
        ("- Map", ("butir", 0)),
        ("2014 tentang", None),
        ("Map", None),
        ("", None),
        ("29 Tahun 2014", None),
    ],
)
def test_marker_of_a_line(text: str, expected: tuple[str, int] | None) -> None:
    assert number_of(text) == expected


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a\nb", [BARIS, BARIS]),
        (f"a\n{PARAGRAF}\nb", [BARIS, PARAGRAF]),
        (f"{BUTIR}a{SELA}b", [BUTIR, SELA]),
        (f"a{BUTIR}{SELA}b", [BARIS, BUTIR]),
    ],
)
def test_the_strongest_break_before_a_line_counts(text: str, marks: list[str]) -> None:
    assert [piece.mark for piece in pieces(a_span(text))] == marks


MARKERS = ("1.", "2.", "3. ", "12)", "A. ", "- ", "\n", PARAGRAF, BUTIR)
WORDS = ("Surat", "surat ", ";", " ", "Nomor 2. ")


@given(st.lists(st.sampled_from((*MARKERS, *WORDS)), max_size=20))
@STABIL
def test_no_letter_of_a_list_is_lost_or_doubled(parts: list[str]) -> None:
    text = "".join(parts)
    found = items_of(text)
    words = "".join(item.span.text for item in found)
    assert words.lower().count("surat") == text.lower().count("surat")
    for item in found:
        assert is_faithful(item.span, text) or "\n" in item.span.text
        offsets = [offset for offset in item.span.offsets if offset >= 0]
        assert offsets == sorted(offsets)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Komputer\n2. Printer\n3, Meja", ["Komputer", "Printer", "Meja"]),
        ("1, Komputer\n2. Printer\n3. Meja", ["Komputer", "Printer", "Meja"]),
        ("1. Surat\n2. Kertas\n2, 5 rim", ["Surat", "Kertas 2, 5 rim"]),  # does not count on
    ],
)
def test_a_stop_read_as_a_comma(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


def test_bullets_of_symbol_fonts() -> None:
    assert entries("\uf0b7 Komputer\n\uf0b7 Printer\nwarna") == ["Komputer", "Printer warna"]


def test_what_was_read_of_some_bullets_begins_entries_as_the_others_do() -> None:
    assert entries("• Penanganan Pengaduan\ne Patroli Wilayah\n• Surat Keluar") == [
        "Penanganan Pengaduan",
        "Patroli Wilayah",
        "Surat Keluar",
    ]
    assert entries("Formulir permohonan\ne Komputer\ne Printer") == [
        "Formulir permohonan",
        "Komputer",
        "Printer",
    ]


def test_a_rule_beside_a_number_is_no_digit() -> None:
    assert entries("1. Surat\n2. Kertas\n13. Meja") == ["Surat", "Kertas", "Meja"]
    assert numbers("1. Surat\n2. Kertas\n13. Meja") == [1, 2, 3]
    assert entries("11. Surat\n12. Kertas\n13. Meja") == ["Surat", "Kertas", "Meja"]


def test_regulations_below_another_list_begin_entries() -> None:
    text = f"3. Teliti\n4. Rajin{PARAGRAF}3. Peraturan Bupati Nomor 4 Tahun 2020{PARAGRAF}4. Peraturan Bupati Nomor 5 Tahun 2020"
    assert len(items(pieces(a_span(text)))) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Empty lines inside sentences, and where all lines have one: the spacing of the text parts no entries.
        (
            "1. Peraturan Menteri Dalam Negeri Nomor\n\n18 Tahun 2018 tentang\n\nLembaga Adat Desa;\n\n2. PP",
            ["Peraturan Menteri Dalam Negeri Nomor 18 Tahun 2018 tentang Lembaga Adat Desa;", "PP"],
        ),
        (
            "1. Peraturan Bupati Nomor 5 Pedoman\n\nPenyusunan Naskah\n\n2. PP\n\n3. UU",
            ["Peraturan Bupati Nomor 5 Pedoman Penyusunan Naskah", "PP", "UU"],
        ),
        # An empty line that others are not parted by does.
        ("1. Memahami arsip\n2. Teliti\n\nCatatan", ["Memahami arsip", "Teliti", "Catatan"]),
    ],
)
def test_empty_lines_between_all_lines_part_nothing(text: str, expected: list[str]) -> None:
    lines = [piece for part in text.split("\n\n") for piece in pieces(a_span(part), PARAGRAF)]
    assert [" ".join(item.span.text.split()) for item in items(lines)] == expected


def test_a_mark_in_a_piece_of_its_own_is_of_the_text_behind_it() -> None:
    assert numbers("1.\nUU\n2.\nPP nomor\nlima\n3.\nPerda") == [1, 2, 3]
    assert entries("1.\n2.\n3.\nUU\nPP") == ["UU", "PP"]


def test_bullets_apart_from_their_texts_begin_entries() -> None:
    assert entries("-\nUU Nomor 5\nTahun 2014\n-\nPP Nomor 11\nTahun 2017") == [
        "UU Nomor 5 Tahun 2014",
        "PP Nomor 11 Tahun 2017",
    ]


def test_a_dash_alone_above_a_text_is_none() -> None:
    assert entries("-\nArsip") == ["Arsip"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Memahami tugas dan fungsi 2.\nMampu mengetik", ["Memahami tugas dan fungsi", "Mampu mengetik"]),
        ("1. Permendagri Nomor 2.\nTahun 2017", ["Permendagri Nomor 2. Tahun 2017"]),
    ],
)
def test_a_number_at_the_end_of_a_line_begins_the_last_entry(text: str, expected: list[str]) -> None:
    assert entries(text) == expected


def test_a_regulation_whose_number_was_not_read_begins_behind_a_short_line() -> None:
    text = BARIS.join(
        [
            "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
            "2. Peraturan Menteri Dalam Negeri Republik Indonesia tentang",
            "Standar Pelayanan",
            "Peraturan Menteri Kesehatan Republik Indonesia Nomor",
            "6. 62 Tahun 2018 tentang Pedoman Pengaduan",
            "s Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Pegawai",
        ]
    )
    assert [" ".join(entry.split()) for entry in entries(text)] == [
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Peraturan Menteri Dalam Negeri Republik Indonesia tentang Standar Pelayanan",
        "Peraturan Menteri Kesehatan Republik Indonesia Nomor 62 Tahun 2018 tentang Pedoman Pengaduan",
        "Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Pegawai",
    ]
