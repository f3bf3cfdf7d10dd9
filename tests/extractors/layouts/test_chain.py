"""The chain of step numbers in lines without cells."""

import pytest

from extractors.layouts.chain import end_of, find_chain, read_number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("3. Menyusun laporan", 3, "Menyusun laporan"),
        ("3 Menyusun laporan", 3, "Menyusun laporan"),
        ("3) Menyusun", 3, "Menyusun"),
        ("5 | Memeriksa", 5, "Memeriksa"),
        ("12", 12, ""),
        ("7.", 7, ""),
        ("l. Menyusun", 1, "Menyusun"),
        (". 4 Menyusun", 4, "Menyusun"),
    ],
)
def test_numbers_of_steps(text: str, number: int, rest: str) -> None:
    found = read_number(text)
    assert found is not None
    assert (found[0], text[found[1] :]) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "10 menit",
        "2 hari",
        "1-2 jam",
        "2014 tentang",
        "Menyusun",
        "",
        "a. Menyusun",
        "-- 4",
        "2 - 3 hari",
        "2 orang",
    ],
)
def test_no_numbers_of_steps(text: str) -> None:
    assert read_number(text) is None


def chain(text: str) -> list[tuple[int, int]]:
    return [(anchor.line, anchor.number) for anchor in find_chain(tuple(text.split("\n")))]


ROWS = "1\nMencatat\nSurat\n10 menit\nAgenda\n2\nMemeriksa\nAgenda\n1 jam\nSurat\n3\nMengirim\nSurat\n2 hari\nBukti"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROWS, [(0, 1), (5, 2), (10, 3)]),
        (
            "Dasar Hukum\n1. UU Nomor 5\n2. PP Nomor 7\n3. Perda\nPROSEDUR\n" + ROWS,
            [(5, 1), (10, 2), (15, 3)],
        ),
        (ROWS.replace("Surat\n10", "- Surat\n- Agenda\n10"), [(0, 1), (6, 2), (11, 3)]),
        (ROWS.replace("\n2\n", "\n\n2\n").replace("\n3\n", "\n\n3\n"), [(0, 1), (6, 2), (12, 3)]),
        ("1. UU Nomor 5\n2. PP Nomor 7\n3. Perda", []),
        ("1\n2\n3\n4\n5", []),
        ("10 menit\n15 menit", []),
        ("", []),
    ],
    ids=["rows", "behind-a-list", "list-in-a-cell", "spaced", "list", "count", "durations", "empty"],
)
def test_the_chain_has_a_duration_in_each_link(text: str, expected: list[tuple[int, int]]) -> None:
    assert chain(text) == expected


def test_no_procedure_runs_across_a_label() -> None:
    text = "Waktu\n1. 10 menit\n" + "Dasar Hukum :\n" + ROWS
    assert chain(text) == [(3, 1), (8, 2), (13, 3)]


@pytest.mark.parametrize(
    ("tail", "end"),
    [
        ("Arsip\nMengetahui,\nCamat", 2),
        ("Arsip\nCAMAT SUKAMAJU\nBagas", 2),
        ("Arsip\nCamat Sukamaju\n\nBagas\nNIP. 19780315 200003 1 002", 2),
        ("Arsip\nNIP. 19780315 200003 1 002", 2),
        ("Camat mendisposisi surat\nArsip", 3),
        ("Arsip", 2),
    ],
    ids=["acknowledged", "office-in-capitals", "office-with-number", "number", "office-in-a-step", "open"],
)
def test_where_the_rows_end(tail: str, end: int) -> None:
    assert end_of(("3", *tail.split("\n")), 0) == end


@pytest.mark.parametrize("text", ["SURYA ADIKARA, S.STP., M.Si", "Penata Tk. I (III/d)"])
def test_the_officer_who_signs_ends_the_last_row(text: str) -> None:
    assert end_of(["3 Mengirim surat Surat 1 hari Tanda", "terima", text, "lain"], 0) == 2
