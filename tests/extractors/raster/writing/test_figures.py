"""Which lines with figures a second engine is to see, and how sure what it says is."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.doubts import RAGU
from extractors.raster.writing.figures import doubted, unsure_figures
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word

LETTER = 20.0
INKED = Marks(np.array([[110.0 * row + 5, 20, 110.0 * row + 19, 40] for row in range(1)], np.float32), LETTER)


def word(text: str, sure: float, line: int = 0, x: float = 0.0) -> Word:
    return Word(text, Box(x, 30.0 * line, x + 12.0 * len(text), 30.0 * line + 20), sure, "tesseract", line)


def field(*words: Word, height: float = 100.0) -> tuple[list[CellTask], list[list[Word]]]:
    return [CellTask(Box(0, 0, 600, height), "isian")], [list(words)]


def test_a_number_that_is_not_sure_is_shown_with_its_line_alone() -> None:
    found = list(unsure_figures(*field(word("Camat", 0.99), word("800/12/2022", 0.7, 1)), INKED))
    assert [(number, box.x0, box.x1) for number, box in found] == [(0, 0, 600)]
    assert 20 < found[0][1].y0 < 30 < 50 < found[0][1].y1 < 60


def test_a_doubtful_month_makes_its_date_doubtful() -> None:
    assert list(
        unsure_figures(*field(word("12", 0.99), word("Agusigg", 0.1, x=40), word("2022", 0.99, x=160)), INKED)
    )


def test_sure_numbers_and_doubtful_names_are_not_shown() -> None:
    assert not list(unsure_figures(*field(word("800/12/2022", 0.95, x=40), word("Sanjaja", 0.3, 1)), INKED))


def test_a_list_of_regulations_is_no_field() -> None:
    words = [word("Undang-Undang", 0.9, line) for line in range(20)] + [word("2009", 0.4, 21)]
    assert not list(unsure_figures(*field(*words, height=900), INKED))


def times(*texts: tuple[str, float]) -> tuple[list[CellTask], list[list[Word]]]:
    """A column of cells with one word each, and one beside it."""
    cells = [CellTask(Box(300, 40.0 * row, 400, 40.0 * row + 40)) for row in range(len(texts))]
    read = [
        [Word(text, cell.box.grown(-5), sure, "tesseract", 0)] if text else []
        for cell, (text, sure) in zip(cells, texts, strict=True)
    ]
    beside = CellTask(Box(400, 0, 700, 40))
    return [*cells, beside], [*read, [Word("2 lembar", beside.box, 0.3, "tesseract", 0)]]


def test_cells_of_a_column_of_times_are_shown_where_they_are_unsure_or_unread() -> None:
    cells, read = times(
        ("5 menit", 0.99), ("1 hari", 0.9), ("2 jam", 0.9), ("45 men", 0.2), ("", 0.0), ("", 0.0)
    )
    marks = Marks(
        np.array([[320, 12, 334, 32], [320, 130, 334, 150], [320, 170, 334, 190]], np.float32), LETTER
    )
    assert [number for number, _ in unsure_figures(cells, read, marks)] == [
        3,
        4,
    ]  # nothing is written in the last


def test_two_times_make_no_column_of_times() -> None:
    cells, read = times(("5 menit", 0.99), ("1 hari", 0.2), ("", 0.0))
    marks = Marks(np.array([[320, 50, 334, 70]], np.float32), LETTER)
    assert not list(unsure_figures(cells, read, marks))


def test_figures_that_the_second_engine_changed_are_doubtful_and_those_that_stayed_are_not() -> None:
    before = [word("1065/116/2021", 0.35), word("12", 0.99, 1)]
    after = [word("065/116/2021", 0.97), before[1]]
    assert [w.keyakinan for w in doubted(before, after)] == [RAGU, 0.99]


def test_what_both_engines_read_alike_and_what_only_one_read_keeps_its_sureness() -> None:
    before = [word("28", 0.99), word("2024", 0.26, x=200)]
    after = [before[0], word("Maret", 0.97, x=60), word("2024", 0.9, x=200)]
    assert doubted(before, after) == after
    assert doubted([], after) == after


def test_a_whole_nip_stays_where_the_other_engine_reads_none() -> None:
    name, nip = word("Sekar", 0.5), word("198504292014012007", 0.6, 1)
    other = [word("Sekar Ayu", 0.9), word("19850429201401220071", 0.9, 1)]
    assert doubted([name, nip], other) == [other[0], nip]  # as sure as it was: hardly
    assert doubted([name, word("19850429", 0.6, 1)], [name, nip])[1].keyakinan == RAGU


def test_a_number_without_letters_among_its_figures_is_sounder_and_yet_doubtful() -> None:
    before, after = [word("800/146/SET", 0.8)], [word("800/14C/SET", 0.95)]
    assert [(w.text, w.keyakinan) for w in doubted(before, after)] == [("800/146/SET", RAGU)]
    assert doubted(after, before)[0].text == "800/146/SET"
    assert doubted([word("1065/SOP/2021", 0.4)], [word("065/S0P/2021", 0.9)])[0].text == "065/S0P/2021"


def test_a_date_is_shown_where_a_figure_beside_it_was_not_read() -> None:
    cells, read = field(word("Agt", 0.99, x=100), word("2022", 0.99, x=150))
    figure, rule = [78.0, 0, 92, 20], [82.0, 0, 86, 20]
    assert list(unsure_figures(cells, read, Marks(np.array([figure], np.float32), LETTER)))
    assert not list(unsure_figures(cells, read, Marks(np.array([rule], np.float32), LETTER)))
    far = [300.0, 0, 314, 20]
    assert not list(unsure_figures(cells, read, Marks(np.array([far], np.float32), LETTER)))


def test_a_number_that_touches_a_rule_is_shown() -> None:
    assert list(unsure_figures(*field(word("265/12/2022", 0.99, x=2)), INKED))
    assert not list(unsure_figures(*field(word("265/12/2022", 0.99, x=8)), INKED))


def test_a_time_without_its_unit_and_one_with_an_unsure_figure_are_shown() -> None:
    cells, read = times(("5 menit", 0.99), ("10", 0.99), ("15 jam", 0.7), ("2 hari", 0.95), ("3 jam", 0.95))
    marks = Marks(
        np.array([[320, 40.0 * row + 10, 334, 40.0 * row + 30] for row in range(5)], np.float32), LETTER
    )
    assert [number for number, _ in unsure_figures(cells, read, marks)] == [1, 2]


def test_what_parts_the_figures_of_a_number_makes_another_number() -> None:
    assert doubted([word("15", 0.9)], [word("1,5", 0.95)])[0].keyakinan == RAGU
    assert doubted([word("12", 0.9)], [word("½", 0.95)])[0].keyakinan == RAGU
    assert (
        doubted([word("Nomor", 0.9), word("12.", 0.9, x=90)], [word("12", 0.95, x=90)])[0].keyakinan == 0.95
    )
