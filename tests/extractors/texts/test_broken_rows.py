"""Rows of tabs that ran on over lines."""

import pytest

from extractors.texts.broken_rows import whole_rows
from tests.extractors.plain import a_span

HEAD = "No\tKegiatan\tPelaksana\t\tKelengkapan\tWaktu\tOutput"
ROWS = "1\tMenerima\nberkas\t\t\tSurat\nmasuk\t5\nmenit\tBerkas\n2\tMemaraf\t\t\tSurat\t5\nmenit\tBerkas\nlengkap\n3\tMengirim\t\t\tSurat\t1 jam\tBerkas"
WHOLE = [
    "1\tMenerima\nberkas\t\t\tSurat\nmasuk\t5\nmenit\tBerkas",
    "2\tMemaraf\t\t\tSurat\t5\nmenit\tBerkas\nlengkap",
    "3\tMengirim\t\t\tSurat\t1 jam\tBerkas",
]


def rows(text: str) -> list[str]:
    return [row.text for row in whole_rows([a_span(line) for line in text.split("\n")])]


def test_lines_of_a_row_are_put_together() -> None:
    assert rows(f"{HEAD}\n{ROWS}") == [HEAD, *WHOLE]


def test_a_second_row_of_the_heading_is_put_together() -> None:
    names = "\t\tStaf\nUmum\tKasi\nKesra\t\t\t"
    assert rows(f"{HEAD}\n{names}\n{ROWS}") == [HEAD, names, *WHOLE]


@pytest.mark.parametrize("head", ["=== Halaman 3 ===", "PEMERINTAH KABUPATEN MELATI", "Page 3"])
def test_the_head_of_the_next_page_is_of_no_row(head: str) -> None:
    assert rows(f"{HEAD}\n{ROWS}\n{head}") == [HEAD, *WHOLE, head]


@pytest.mark.parametrize("below", ["\nCAMAT MELATI", "\n\nCAMAT MELATI"])
def test_a_paragraph_below_the_table_is_none_of_its_rows(below: str) -> None:
    assert rows(f"{HEAD}\n{ROWS}\n{below}")[-1] == "CAMAT MELATI"


@pytest.mark.parametrize(
    "text",
    [
        "1\tMenerima\t\t\tSurat\t5 menit\tBerkas\n2\tMemaraf\t\t\tSurat\t5 menit\tBerkas",
        "\tNomor SOP\t: 1\n\tTanggal\t: 2\n1\tMenerima\t\t\tSurat\t5 menit\tBerkas\n2\tMemaraf\t\t\tSurat\t5 menit\tBerkas",
        "1\tPP Nomor 17\ntentang Kecamatan\n2\tUU Nomor 23\ntentang Pemerintahan Daerah",
    ],
    ids=["whole", "identity", "two-columns"],
)
def test_what_is_no_broken_row_stays(text: str) -> None:
    assert rows(text) == text.split("\n")
