from extractors.boxes import Box
from extractors.engines.tsv import pages_of

KEPALA = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def test_words_of_each_page_with_lines():
    rows = [
        KEPALA,
        "4\t1\t1\t1\t1\t0\t10\t10\t90\t20\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t10\t30\t20\t96.5\tDasar",
        "5\t1\t1\t1\t1\t2\t50\t10\t50\t20\t91\tHukum",
        "5\t1\t1\t1\t2\t1\t10\t40\t30\t20\t40\t ",
        "5\t2\t1\t1\t1\t1\t5\t5\t10\t20\t80\t1.",
    ]
    pages = pages_of("\n".join(rows), "tesseract")
    assert [word.text for word in pages[1]] == ["Dasar", "Hukum"]
    assert pages[1][0].box == Box(10, 10, 40, 30)
    assert pages[1][0].keyakinan == 0.965
    assert pages[1][0].baris == pages[1][1].baris == 0
    assert pages[2][0].mesin == "tesseract"


def test_headings_and_broken_rows_are_no_words():
    assert pages_of(KEPALA + "\n5\t1\tx", "tesseract") == {}
