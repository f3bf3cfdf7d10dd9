"""Lists in cells, in the order in which they are meant."""

from extractors.boxes import Box
from extractors.lists.cell_lists import ordered
from extractors.sheets import Word


def line(y: float, *texts: tuple[float, str]) -> list[Word]:
    return [Word(text, Box(x, y - 5, x + 6 * len(text), y + 5), 1.0, "uji") for x, text in texts]


def said(lines: list[list[Word]]) -> list[str]:
    return [" ".join(word.text for word in one) for one in lines]


def test_numbers_beside_the_middle_of_their_entries() -> None:
    lines = [
        line(10, (0, "1."), (30, "Perda")),
        line(20, (30, "Peraturan"), (90, "Bupati")),
        line(25, (0, "2.")),
        line(30, (30, "tentang"), (80, "arsip")),
        line(40, (30, "Keputusan"), (90, "Camat")),
        line(50, (0, "3."), (30, "tentang"), (80, "loket")),
        line(60, (30, "kecamatan")),
    ]
    assert said(ordered(lines)) == [
        "1. Perda",
        "2. Peraturan Bupati",
        "tentang arsip",
        "3. Keputusan Camat",
        "tentang loket",
        "kecamatan",
    ]


def test_numbers_beside_the_first_line_stay_where_they_are() -> None:
    lines = [
        line(10, (0, "1."), (30, "Peraturan")),
        line(20, (30, "Bupati")),
        line(30, (0, "2."), (30, "Keputusan")),
        line(40, (30, "Camat")),
    ]
    assert ordered(lines) == lines


def test_a_line_before_the_list_is_no_part_of_its_first_entry() -> None:
    lines = [
        line(10, (30, "Petugas"), (80, "loket:")),
        line(20, (0, "1."), (30, "Ramah")),
        line(30, (0, "2."), (30, "Teliti")),
        line(40, (0, "3."), (30, "Jujur")),
    ]
    assert ordered(lines) == lines


def test_numbers_that_do_not_count_are_no_list() -> None:
    lines = [line(10, (30, "Nomor")), line(15, (0, "2.")), line(20, (30, "Tahun")), line(30, (0, "7."))]
    assert ordered(lines) == lines


def test_a_list_that_goes_on_beside_itself() -> None:
    lines = [
        line(10, (0, "1."), (20, "Komputer"), (150, "4."), (170, "Printer")),
        line(20, (0, "2."), (20, "Kertas"), (150, "5."), (170, "Lemari")),
        line(30, (0, "3."), (20, "Meja")),
    ]
    assert said(ordered(lines)) == ["1. Komputer", "2. Kertas", "3. Meja", "4. Printer", "5. Lemari"]


def test_columns_of_another_count_are_left_alone() -> None:
    lines = [
        line(10, (0, "1."), (20, "Komputer"), (150, "1."), (170, "Printer")),
        line(20, (0, "2."), (20, "Kertas"), (150, "2."), (170, "Lemari")),
    ]
    assert ordered(lines) == lines
