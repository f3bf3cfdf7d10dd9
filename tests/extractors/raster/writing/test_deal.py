"""Words dealt to cells."""

from extractors.boxes import Box
from extractors.raster.writing.deal import deal
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word

CELLS = [CellTask(Box(0, 0, 400, 50), "teks"), CellTask(Box(0, 50, 400, 100), "teks")]
ACROSS = Box(100, 36, 180, 56)


def test_a_sure_word_over_a_rule_stays_where_nobody_reads_it_again() -> None:
    dealt = deal([Word("diperiksa", ACROSS, 0.97)], CELLS, 14)
    assert dealt.torn == {0, 1}
    assert dealt.cells == [[], []]
    dealt.cells[1] = [Word("r", Box(120, 51, 126, 56), 0.4)]
    dealt.mend()
    assert [[word.text for word in words] for words in dealt.cells] == [["diperiksa"], []]
    assert not dealt.torn


def test_what_was_read_again_takes_its_place_and_what_may_be_of_two_cells_is_not_kept() -> None:
    dealt = deal([Word("diperiksa", ACROSS, 0.97)], CELLS, 14)
    dealt.cells[0] = [Word("dipriksa", Box(101, 37, 178, 50), 0.6)]
    dealt.mend()
    assert [word.text for word in dealt.cells[0]] == ["dipriksa"]
    for doubtful in (Word("diperiksa", ACROSS, 0.6), Word("Kasidiperiksa", ACROSS, 0.97)):
        dealt = deal([doubtful], CELLS, 14)
        dealt.mend()
        assert dealt.cells == [[], []]


def test_a_word_that_reaches_into_a_cell_of_symbols_is_a_name_there_and_not_kept_for_a_text() -> None:
    dealt = deal([Word("sesuai", ACROSS, 0.97)], [CELLS[0], CellTask(CELLS[1].box, "gambar")], 14)
    dealt.mend()
    assert dealt.cells == [[], []]
