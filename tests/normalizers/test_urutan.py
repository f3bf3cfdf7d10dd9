import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI
from normalizers.urutan import parse

# Rows are separated by blanks; "_" is a row without a number.
SEBAGAIMANA_TERCETAK = [
    ("1 2 3", [1, 2, 3]),
    ("1. 2) (3)", [1, 2, 3]),
    ("7 8 9", [7, 8, 9]),  # the first pages are another file
    ("1 2 3 5 6", [1, 2, 3, 5, 6]),  # a gap is the author's
    ("1 2 3 4 5 6 11 12", [1, 2, 3, 4, 5, 6, 11, 12]),
    ("1 2 3 1 2 3", [1, 2, 3, 1, 2, 3]),  # a second table counts anew
    ("1 2 2 3 4", [1, 2, 2, 3, 4]),
    ("1 2 3 99", [1, 2, 3, 99]),  # nothing behind it proves a misreading
]
DIPERBAIKI = [
    ("1 2 8 4", [1, 2, 3, 4]),
    ("1 2 3 4 5 6 6 8", [1, 2, 3, 4, 5, 6, 7, 8]),
    ("3 2 3 4", [1, 2, 3, 4]),
    ("1 2 3 4 S 6", [1, 2, 3, 4, 5, 6]),
    ("l 2 3", [1, 2, 3]),
    ("| 2 3", [1, 2, 3]),
    ("8 9 1O 1l 12", [8, 9, 10, 11, 12]),
    ("7 8 9 1 11", [7, 8, 9, 10, 11]),
    ("7 8 9 1 1 1", [7, 8, 9, 10, 11, 12]),
]
DISIMPULKAN: list[tuple[str, list[int | None]]] = [
    ("1 ) 3", [1, 2, 3]),
    ("1 _ _ 4", [1, 2, 3, 4]),
    ("_ 2 3", [1, 2, 3]),
    ("4 5 _", [4, 5, 6]),
    ("_ _ _", [1, 2, 3]),
    ("1 2 _ 3", [1, 2, None, 3]),  # no number is left for it
    ("1 1.1 1.2 2", [1, None, None, 2]),
    ("_ 1 2", [None, 1, 2]),
]


def rows(text: str) -> list[str | None]:
    return [None if part == "_" else part for part in text.split()]


@pytest.mark.parametrize(("text", "numbers"), [*SEBAGAIMANA_TERCETAK, *DIPERBAIKI, *DISIMPULKAN])
def test_numbers(text, numbers):
    assert [reading.nilai for reading in parse(rows(text))] == numbers


@pytest.mark.parametrize(("text", "numbers"), SEBAGAIMANA_TERCETAK)
def test_printed_numbers_are_not_touched(text, numbers):
    assert {reading.cara for reading in parse(rows(text))} == {APA_ADANYA}


@pytest.mark.parametrize(
    ("text", "row", "cara"),
    [("1 2 8 4", 2, KOREKSI), ("l 2 3", 0, KOREKSI), ("1 _ 3", 1, INFERENSI), ("1 ) 3", 1, INFERENSI)],
)
def test_way_of_reading(text, row, cara):
    reading = parse(rows(text))[row]
    assert reading.cara == cara
    assert reading.keyakinan < 1


@pytest.mark.parametrize(
    ("text", "witnesses"),
    [
        ("1 2 3", {}),
        ("1 2 2 3", {2: "2"}),  # repeated
        ("1 2 8 4", {2: "8"}),  # overruled
        ("1 1.1 2", {1: "1.1"}),  # not placed
        ("1 _ 3", {1: ""}),  # lost
        ("1 ) 3", {1: ")"}),
        ("l 2 3", {}),  # only the reading of it slipped
        ("1 2 3 5", {}),
        ("_ _", {}),  # a table without numbers
    ],
)
def test_what_was_printed_is_witnessed(text, witnesses):
    readings = parse(rows(text))
    found = {row: reading.saksi[0] for row, reading in enumerate(readings) if reading.saksi}
    assert {row: saksi.teks for row, saksi in found.items()} == witnesses
    assert {(saksi.lokasi, saksi.jenis) for saksi in found.values()} <= {("", "nomor_tercetak")}


NUMBERS = st.lists(st.none() | st.integers(0, 40).map(str) | st.text(max_size=4), max_size=30)


@given(NUMBERS)
def test_never_raises_and_keeps_the_rows(texts):
    readings = parse(texts)
    assert len(readings) == len(texts)
    assert all(reading.nilai is None or reading.nilai >= 0 for reading in readings)


@given(NUMBERS)
def test_twice_changes_nothing(texts):
    once = [reading.nilai for reading in parse(texts)]
    again = [reading.nilai for reading in parse([None if n is None else str(n) for n in once])]
    assert again == once


@given(st.integers(3, 40), st.data())
def test_one_misread_number_is_repaired(length, data):
    truth = list(range(1, length + 1))
    place = data.draw(st.integers(0, length - 2))
    printed = [str(number) for number in truth]
    printed[place] = data.draw(st.sampled_from([")", "", "S", "l", str(length + 40)]))
    assert [reading.nilai for reading in parse(printed)] == truth


@pytest.mark.parametrize(
    ("text", "jelas", "expected"),
    [
        ("1 2 3 4 5 8", 0.9, [1, 2, 3, 4, 5, 6]),
        ("1 2 3 4 5 8", 1.0, [1, 2, 3, 4, 5, 8]),  # typed, it is the author's gap
        ("1 2 3 4 5 7", 0.9, [1, 2, 3, 4, 5, 7]),  # no engine takes a 6 for a 7
        ("1 2 3 4 5 8 9", 0.9, [1, 2, 3, 4, 5, 8, 9]),  # what follows counts on from it
    ],
)
def test_a_last_digit_of_the_same_shape_is_a_slip_only_on_a_picture(text, jelas, expected):
    texts = text.split()
    readings = parse(texts, [jelas] * len(texts))
    assert [reading.nilai for reading in readings] == expected
    repaired = expected[-1] != int(texts[-1])
    assert (readings[-1].cara == KOREKSI) == repaired
    assert [s.teks for s in readings[-1].saksi] == (["8"] if repaired else [])


def test_a_count_does_not_begin_anew_for_what_was_hardly_read():
    texts = [None, "7", None, "7", None]
    assert [reading.nilai for reading in parse(texts, [1.0, 0.2, 1.0, 0.2, 1.0])] == [1, 2, 3, 4, 5]
    assert [reading.nilai for reading in parse(texts, [1.0, 0.9, 1.0, 0.9, 1.0])] == [6, 7, None, 7, 8]
    # A table that goes on with the one before is believed where it was read well.
    assert [reading.nilai for reading in parse(["6", "7", "9"], [0.9, 0.9, 0.2])] == [6, 7, 8]


def test_one_number_alone_that_an_engine_read_moves_no_count():
    assert [reading.nilai for reading in parse(rows("_ 3 _ _"), (0.9,) * 4)] == [1, 2, 3, 4]
    assert [reading.nilai for reading in parse(rows("_ 3 _ _"))] == [2, 3, 4, 5]
    assert [reading.nilai for reading in parse(rows("_ 3 4 _"), (0.9,) * 4)] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "jelas", "expected"),
    [
        ("1 2 3 14 15 16 7 18", 0.95, [1, 2, 3, 4, 5, 6, 7, 8]),
        ("1 2 3 4 15", 0.95, [1, 2, 3, 4, 5]),
        ("1 2 3 14 15 16 17 18", 0.95, [1, 2, 3, 14, 15, 16, 17, 18]),  # a page may be lost
        ("11 12 13 14 15", 0.95, [11, 12, 13, 14, 15]),
        ("1 2 3 14 15 16 7 18", 1.0, [1, 2, 3, 14, 15, 16, 17, 18]),  # typed, no rule was read
    ],
)
def test_the_side_of_a_cell_before_a_number_is_no_figure_of_it(text, jelas, expected):
    readings = parse(text.split(), [jelas] * len(text.split()))
    assert [reading.nilai for reading in readings] == expected
