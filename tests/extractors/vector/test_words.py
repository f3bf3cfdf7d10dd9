import numpy as np
import pytest
import typst

from extractors.sheets import Sheet, by_line
from extractors.vector.document import open_pdf
from extractors.vector.page import sheet_of
from tests.extractors.vector.made import Page, line, pdf, table, text


def sheet(page: Page) -> Sheet:
    with open_pdf(pdf(page)) as document:
        return sheet_of(document, 1)


def read(page: Page) -> list[str]:
    return [" ".join(word.text for word in row) for row in by_line(sheet(page).words)]


def test_words_stand_where_they_are_seen() -> None:
    found = sheet(Page(text(100, 700, "Nomor SOP", 20)))
    first, second = sorted(found.words, key=lambda w: w.box.x0)
    assert (first.text, second.text) == ("Nomor", "SOP")
    assert first.box.x0 == pytest.approx(100, abs=0.5)
    assert first.box.y0 < 842 - 700 - 10
    assert 842 - 700 <= first.box.y1 < 842 - 700 + 8
    assert first.box.x1 < second.box.x0


def test_words_without_blanks_are_parted_by_distance() -> None:
    pieces = "[(Menerima) -300 (berkas) -260 (dari) -400 (pemohon)] TJ"
    assert read(Page(f"BT /F 10 Tf 50 700 Td {pieces} ET")) == ["Menerima berkas dari pemohon"]


def test_spaced_type_is_not_torn_apart() -> None:
    wide = text(50, 700, "STANDAR OPERASIONAL", more="3 Tc")
    single = text(50, 600, "P E L A K S A N A") + text(50, 500, "a b dan c", more="1 Tc")
    assert read(Page(wide + single)) == ["STANDAR OPERASIONAL", "PELAKSANA", "a b dan c"]


def test_a_word_drawn_in_pieces_out_of_order_is_one() -> None:
    # "Peng" is 23.35 points wide in Helvetica 10.
    pieces = text(73.35, 700, "ajuan") + text(50, 650, "lain") + text(50, 700, "Peng")
    assert read(Page(pieces)) == ["Pengajuan", "lain"]


def test_cells_that_touch_are_parted_by_their_rule() -> None:
    pieces = text(50, 700, "Peng") + text(73.5, 700, "ajuan") + line(73.4, 600, 73.4, 800)
    assert sorted(word.text for word in sheet(Page(pieces)).words) == ["Peng", "ajuan"]


def test_bold_by_printing_twice_is_read_once() -> None:
    twice = text(50, 700, "Dasar Hukum") + text(50.4, 700, "Dasar Hukum")
    assert read(Page(twice + text(50, 600, "illlit sssst"))) == ["Dasar Hukum", "illlit sssst"]


@pytest.mark.parametrize(
    "content",
    [
        text(50, 700, "tersembunyi") + "1 1 1 rg 40 690 200 30 re f",
        "1 1 1 rg " + text(50, 700, "putih"),
        text(50, 700, "renik", 1),
        text(-200, 700, "luar"),
        text(50, 700, "DRAF", 40, turn="0.7 0.7 -0.7 0.7"),
    ],
)
def test_what_nobody_sees_is_not_read(content: str) -> None:
    assert read(Page(content + "\n0 0 0 rg " + text(50, 500, "terlihat"))) == ["terlihat"]


def test_white_text_on_a_dark_ground_is_read() -> None:
    dark = "0 0 0.5 rg 40 690 200 30 re f 1 1 1 rg " + text(50, 700, "Mutu Baku")
    assert read(Page(dark)) == ["Mutu Baku"]


def test_text_below_a_picture_is_not_read_but_text_on_it_is() -> None:
    ground = np.full((40, 40, 3), 240, np.uint8)
    content = text(100, 700, "lama") + "q 300 0 0 300 80 500 cm /Im0 Do Q " + text(100, 600, "baru")
    found = sheet(Page(content, pictures=(ground,)))
    assert [word.text for word in found.words] == ["baru"]
    assert [drawing.jenis for drawing in found.drawings] == ["image"]


def test_turned_headings_read_in_order() -> None:
    up = "0 1 -1 0"
    heads = text(65, 610, "Kepala Seksi", turn=up) + text(77, 610, "Pelayanan", turn=up)
    heads += text(125, 610, "Camat", turn=up)
    body = text(60, 560, "isi dari baris pertama yang lebih panjang daripada judul")
    found = sheet(Page(table([50, 100, 150], [550, 600, 700]) + heads + body))
    left = [word for word in found.words if word.box.x1 < 100 and word.box.y1 < 842 - 600]
    assert [" ".join(word.text for word in row) for row in by_line(left)] == ["Kepala Seksi Pelayanan"]
    assert all(word.box.height > 50 for word in left)
    assert "Camat" in [word.text for word in found.words]


def test_a_page_of_few_rows_below_many_upright_headings_is_not_turned() -> None:
    heads = "".join(text(100 + 25 * at, 610, "Kepala Seksi Pelayanan", turn="0 1 -1 0") for at in range(12))
    body = text(60, 560, "60 Menyampaikan laporan kepada atasan") + text(380, 300, "Camat Sukamaju")
    found = sheet(Page(heads + body + text(60, 40, "Halaman 35 dari 35")))
    assert (found.width, found.height) == (595, 842)
    assert "Menyampaikan laporan kepada atasan" in " ".join(w.text for w in found.words)


def test_a_sideways_page_with_a_level_head_and_foot_is_turned() -> None:
    rows = "".join(
        text(120 + 40 * at, 100, "Menerima berkas permohonan dari pemohon dan memeriksanya", turn="0 1 -1 0")
        for at in range(8)
    )
    found = sheet(Page(rows + text(60, 800, "Dinas Perhubungan") + text(60, 40, "Halaman 2 dari 3")))
    assert (found.width, found.height) == (842, 595)


@pytest.mark.parametrize(
    ("turn", "x", "y", "expected"),
    [
        ("0 1 -1 0", 300, 100, (True, 270)),
        ("0 -1 1 0", 300, 700, (True, 90)),
        ("-1 0 0 -1", 500, 400, (False, 180)),
    ],
)
def test_a_sideways_page_is_turned_upright(turn: str, x: float, y: float, expected: tuple[bool, int]) -> None:
    sideways, _ = expected
    content = text(x, y, "Prosedur ini dibaca miring", turn=turn) + line(100, 200, 100, 600)
    found = sheet(Page(content))
    assert (found.width, found.height) == ((842, 595) if sideways else (595, 842))
    assert [[w.text for w in row] for row in by_line(found.words)] == [
        ["Prosedur", "ini", "dibaca", "miring"]
    ]
    first = next(w for w in found.words if w.text == "Prosedur")
    assert first.box.width > first.box.height
    place = found.on_page(first.box)
    # The word begins where its text was put, seen from the upper left corner of the page.
    corners = [(place.x0 * 595, place.y0 * 842), (place.x1 * 595, place.y1 * 842)]
    assert min(abs(cx - x) for cx, _ in corners) < 13
    assert min(abs(842 - cy - y) for _, cy in corners) < 13
    (rule,) = found.rules
    assert rule.tegak is not sideways


def test_raised_figures_stay_with_their_word() -> None:
    raised = "BT /F 10 Tf 50 700 Td (100 m) Tj 3.5 Ts /F 6 Tf (2) Tj ET"
    assert read(Page(raised)) == ["100 m2"]


def test_slanted_type_is_not_torn_apart() -> None:
    content = text(50, 700, "Mendapatkan kondisi", turn="1 0 0.35 1")
    letters = "".join(text(50 + 7 * at, 600, letter, turn="1 0 0.4 1") for at, letter in enumerate("berikut"))
    assert read(Page(content)) == ["Mendapatkan kondisi"]
    assert len(read(Page(letters))) == 1


def test_lines_that_a_cell_hides_stay_in_their_cell() -> None:
    # As a spreadsheet prints a cell of one line that holds three: clipped to the cell.
    lines = "".join(
        text(52, 692 - 12 * at, words)
        for at, words in enumerate(("Pengadaan barang", "melalui pengadaan", "langsung"))
    )
    cell = "q 50 690 200 14 re W n " + lines + "Q "
    below = text(52, 678, "Kualifikasi") + table([50, 250], [620, 690, 704])
    found = sheet(Page(cell + below)).words
    inside = [word for word in found if word.box.centre[1] < 842 - 690]
    assert [" ".join(w.text for w in row) for row in by_line(inside)] == [
        "Pengadaan barang",
        "melalui pengadaan",
        "langsung",
    ]
    assert [word.text for word in found if word not in inside] == ["Kualifikasi"]


def test_what_a_clip_takes_off_the_page_is_not_brought_back() -> None:
    assert (
        read(Page("q 50 600 200 100 re W n " + text(52, 100, "jauh") + "Q " + text(52, 650, "dekat")))[0]
        == "dekat"
    )


def test_a_page_that_lies_upside_down_keeps_the_letters_of_narrow_words_in_order() -> None:
    # Drawn one by one, as browsers do: PDFium gives them last first, and "l" is so narrow that "i" seems to follow it.
    advance, drawn = 50.0, ""
    for letter in "Meneliti":
        drawn += text(advance, 700, letter, 20)
        advance += {"M": 16.66, "t": 5.56, "l": 4.44, "i": 4.44}.get(letter, 11.12)
    assert read(Page(drawn, rotate=180)) == ["Meneliti"]


@pytest.mark.parametrize("turn", ["1 0 0 1", "0 1 -1 0", "0 -1 1 0"])
def test_text_that_a_program_put_for_a_glyph_stands_where_the_glyph_does(turn: str) -> None:
    # Helvetica has no glyph of its own for "ff" here: what is drawn is "Sta" and two letters that say to be "ff".
    drawn = "(Sta) Tj /Span <</ActualText (ff)>> BDC (xx) Tj EMC"
    page = Page(
        f"BT /F 20 Tf {turn} 300 400 Tm {drawn} ET" + text(50, 700, "Uraian kegiatan dari langkah", 20)
    )
    (word,) = (word for word in sheet(page).words if word.text.startswith("S"))
    assert word.text == "Staff"
    # "Sta" takes 30 points of this size, "xx" 20.
    assert max(word.box.width, word.box.height) == pytest.approx(50, abs=2)


def test_ligatures_are_their_letters() -> None:
    source = '#set text(font: "Libertinus Serif")\nEfisiensi, definisi, efektif, flora, staff, affiliasi'
    data = typst.compile(source.encode())
    assert isinstance(data, bytes)
    with open_pdf(data) as document:
        words = [word.text for word in sheet_of(document, 1).words]
    assert words == ["Efisiensi,", "definisi,", "efektif,", "flora,", "staff,", "affiliasi"]


@pytest.mark.parametrize(
    ("font", "seen"),
    [("Wingdings-Regular", "●■"), ("ABCDEF+Wingdings", "●■"), ("Helvetica", "ln"), ("SegoeUISymbol", "ln")],
)
def test_letters_of_symbol_fonts_are_what_they_show(font: str, seen: str) -> None:
    assert read(Page(text(50, 600, "ln"), font=font)) == [seen]
