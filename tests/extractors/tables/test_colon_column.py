"""The column of colons between labels and values says nothing, whatever an engine made of the dots."""

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.sheets import Word
from extractors.tables.colon_column import without_colons

LABELS = ("Nomor SOP", "Tanggal Revisi", "Tanggal Efektif", "Nama SOP")
VALUES = ("12/SOP/2024", "3 Mei 2024", "7 Mei 2024", "Legalisasi Surat")


def table(between, width=16.0, labels=LABELS):
    """A table of three columns; what stands in the cells between is given."""
    xs = (0.0, 100.0, 100.0 + width, 240.0)
    cells: list[GridCell] = []
    words: dict[GridCell, list[Word]] = {}
    for row, texts in enumerate(zip(labels, between, VALUES, strict=True)):
        for column, text in enumerate(texts):
            cell = GridCell(Box(xs[column], 20.0 * row, xs[column + 1], 20.0 * row + 20), row, column)
            cells.append(cell)
            x = xs[column] + 2
            for part in text.split():
                box = Box(x, cell.box.y0 + 5, x + 5 * len(part), cell.box.y0 + 14)
                words.setdefault(cell, []).append(Word(part, box, mesin="tesseract"))
                x = box.x1 + 4
    return Ruled(Lattice(xs, tuple(20.0 * y for y in range(5)), tuple(cells)), words, xs, 300.0)


def read(made, column):
    cells = sorted((c for c in made.lattice.cells if c.column == column), key=lambda c: c.row)
    return [" ".join(w.text for w in made.words.get(c, ())) for c in cells]


def test_misread_colons_are_no_values():
    made = without_colons(table(("�", ":", "8", "")))
    assert read(made, 1) == ["", "", "", ""]
    assert read(made, 2) == list(VALUES)
    assert read(made, 0) == list(LABELS)


def test_a_longer_text_makes_it_a_column_of_its_own():
    assert read(without_colons(table((":", ":", "2024", ""))), 1) == [":", ":", "2024", ""]


def test_a_wide_column_is_one_of_values():
    assert read(without_colons(table(("1", "2", "3", "4"), width=40.0)), 1) == ["1", "2", "3", "4"]


def test_behind_other_texts_a_figure_counts():
    plain = ("Komputer", "Kertas", "Meja", "Kursi")
    assert read(without_colons(table(("1", "2", "3", "4"), labels=plain)), 1) == ["1", "2", "3", "4"]
