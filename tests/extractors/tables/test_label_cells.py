"""Cells that hold a label beside its value, the label broken over lines."""

from extractors.boxes import Box
from extractors.sheets import Word
from extractors.tables.label_cells import label_first


def line(y: float, *texts: tuple[float, str]) -> list[Word]:
    return [Word(text, Box(x, y - 5, x + 6 * len(text), y + 5), 1.0, "uji") for x, text in texts]


def said(lines: list[list[Word]]) -> list[str]:
    return [" ".join(word.text for word in one) for one in map(list, label_first(lines))]


def test_a_label_of_two_lines_stands_before_the_lines_of_its_value() -> None:
    lines = [
        line(10, (0, "DISAHKAN"), (70, ":"), (80, "KEPALA"), (130, "DINAS")),
        line(20, (0, "OLEH"), (80, "PERTANIAN")),
        line(30, (80, "Ratna"), (120, "Wulandari")),
    ]
    assert said(lines) == ["DISAHKAN OLEH : KEPALA DINAS", "PERTANIAN", "Ratna Wulandari"]


def test_a_label_of_two_lines_without_a_value() -> None:
    assert said([line(10, (0, "TGL."), (70, ":")), line(20, (0, "PEMBUATAN"))]) == ["TGL. PEMBUATAN :"]


def test_what_makes_no_label_stays_as_it_is() -> None:
    lines = [line(10, (0, "Catatan"), (70, ":"), (80, "dua")), line(20, (0, "lembar"), (80, "salinan"))]
    assert said(lines) == ["Catatan : dua", "lembar salinan"]


def test_text_below_a_label_of_one_line_is_its_value() -> None:
    lines = [
        line(10, (0, "Nomor"), (40, "SOP"), (70, ":"), (80, "12/SOP")),
        line(20, (0, "tahun"), (80, "2024")),
    ]
    assert said(lines) == ["Nomor SOP : 12/SOP", "tahun 2024"]
