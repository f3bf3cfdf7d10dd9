"""Names that rules or lines run through, read as they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.engines import second_opinion, strip_reader
from extractors.engines.gambar import Gambar
from extractors.raster.writing.overprinted import Readers, overprinted
from extractors.raster.writing.overprinted_places import places
from extractors.sheets import TAK_TERBACA, Drawing, Rule, Word

DPI = 200.0
WAJIK = ((300.0, 200.0), (360.0, 240.0), (300.0, 280.0), (240.0, 240.0))
PUTUSAN = Drawing("contour", Box(240, 200, 360, 280), WAJIK, closed=True, raut="wajik")
GARIS = Drawing("connector", Box(299, 280, 301, 400), ((300, 280), (300, 400)), panah=(False, True))
TANGGA = Rule(False, 304, 0, 699, 4)
KIRI = Word("Tidak", Box(170, 215, 220, 230), 0.97, "tes")


@dataclass
class Mata:
    """The second engine, which says the same lines of each picture."""

    baris: Sequence[Word] = ()
    nama: str = "tes"
    versi: str = "tes"
    huruf: float = 18.0

    def tersedia(self) -> bool:
        return True

    def read_page(self, picture: Gambar) -> list[Word]:
        return list(self.baris)

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        raise AssertionError


@dataclass
class Berganti:
    """A reader of lines that says one text after the other."""

    teks: Sequence[str]
    yakin: float = 0.9
    dilihat: list[Gambar] = field(default_factory=list)

    def __call__(self, picture: Gambar) -> list[Word]:
        self.dilihat.append(picture)
        text = self.teks[(len(self.dilihat) - 1) % len(self.teks)]
        return [Word(word, Box(0, 0, 9, 9), self.yakin, "tes") for word in text.split()]


def page(text: str = "Ya") -> np.ndarray:
    """A decision above a rule, which runs through the name of the way down from it."""
    gray = np.full((500, 700), 250, np.uint8)
    cv2.polylines(gray, [np.asarray(WAJIK, np.int32)], True, (0,), 2)
    cv2.line(gray, (300, 280), (300, 400), (0,), 2)
    cv2.putText(gray, text, (312, 310), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0,), 2)
    cv2.line(gray, (0, 304), (699, 304), (0,), 4)
    return gray


def read(
    strip: Callable[[Gambar], list[Word]],
    engine: Mata | None = None,
    words: Sequence[Word] = (KIRI,),
    named: Sequence[Drawing] = (),
) -> list[str]:
    readers = Readers(engine or Mata(), strip)
    found = overprinted(page(), readers, [PUTUSAN, GARIS], [TANGGA], words, named, DPI)
    return [one.text for one in found]


def test_what_stands_out_of_a_rule_beside_a_decision_is_a_place_with_what_the_rule_took() -> None:
    (place,) = places(page(), PUTUSAN.box, [PUTUSAN, GARIS], [TANGGA], DPI)
    assert place.x0 < 318
    assert 325 < place.x1 < 350
    assert place.y0 < 300
    assert place.y1 >= 304
    assert places(page(""), PUTUSAN.box, [PUTUSAN, GARIS], [TANGGA], DPI) == []


def test_a_short_line_at_no_symbol_may_be_of_letters_and_hides_none() -> None:
    run = Drawing("connector", Box(312, 297, 340, 299), ((312, 298), (340, 298)), panah=(False, False))
    with_run = places(page(), PUTUSAN.box, [PUTUSAN, GARIS, run], [TANGGA], DPI)
    assert with_run == places(page(), PUTUSAN.box, [PUTUSAN, GARIS], [TANGGA], DPI)


def test_a_name_that_several_views_say_is_read() -> None:
    assert read(Berganti(["Ya"])) == ["ya"]
    assert read(Berganti(["Va", "Ya", "x", "x"])) == ["ya"]


@pytest.mark.parametrize("teks", [["Ya", "x", "x", "x"], ["Ya", "Ya", "Tidak", "x"], ["7", "1", "7", "7"]])
def test_what_one_view_says_or_another_denies_is_no_name(teks: list[str]) -> None:
    assert read(Berganti(teks)) == []


def test_a_single_letter_is_a_name_where_it_is_surely_read() -> None:
    letter = Word("T", Box(200, 215, 212, 230), 0.97, "tes")
    assert read(Berganti(["Y"]), words=(letter,)) == ["y"]
    assert read(Berganti(["Y"], yakin=0.5), words=(letter,)) == []


def test_beside_a_name_in_words_a_single_letter_is_the_head_of_an_arrow() -> None:
    head = Drawing("tulisan", Box(290, 180, 310, 196), text="y")
    assert read(Berganti(["x"]), named=(head,)) == []
    assert read(Berganti(["x"]), words=(), named=(head,)) == ["y"]


def test_a_decision_with_both_names_is_not_looked_at() -> None:
    strip = Berganti(["Ya"])
    assert read(strip, words=(KIRI, Word("Ya", Box(312, 292, 340, 312), 0.9, "tes"))) == []
    assert strip.dilihat == []


def test_a_word_in_a_symbol_beside_the_decision_names_no_way() -> None:
    last = Drawing("contour", Box(180, 286, 260, 320), ((180, 286), (260, 320)), closed=True, raut="bulat")
    words = (KIRI, Word("Selesai", Box(190, 296, 250, 310), 0.97, "tes"))
    shapes = [PUTUSAN, GARIS, last]
    found = overprinted(page(), Readers(Mata(), Berganti(["Ya"])), shapes, [TANGGA], words, [], DPI)
    assert "ya" in [one.text for one in found]


def test_what_lines_enclose_with_a_part_of_the_decision_hides_no_name() -> None:
    mesh = Drawing(
        "contour", Box(290, 260, 360, 330), ((290, 260), (360, 260), (360, 330)), closed=True, raut="kotak"
    )
    shapes = [PUTUSAN, GARIS, mesh]
    found = overprinted(page(), Readers(Mata(), Berganti(["Ya"])), shapes, [TANGGA], [KIRI], [], DPI)
    assert [one.text for one in found] == ["ya"]


def test_the_rest_of_a_name_that_says_tidak_is_no_ya() -> None:
    views = ["setuju"] * 4
    assert read(Berganti([*views, "Tidak setuju"])) == ["tidak setuju"]
    assert read(Berganti([*views, "bukti setuju"])) == []
    assert read(Berganti([*views, "setuju"])) == ["setuju"]


def test_lines_around_a_decision_are_read_as_a_whole() -> None:
    # The zone begins at (90, 120) and is shown twice as large.
    line = (
        Word("Tidak", Box(150, 178, 250, 232), 0.9, "tes"),
        Word("setuju", Box(260, 178, 370, 232), 0.9, "tes"),
    )
    half = Drawing("tulisan", Box(220, 216, 270, 230), text="setuju")
    mark = Drawing("tulisan", Box(170, 216, 200, 230), text=TAK_TERBACA)
    assert read(Berganti(["x"]), Mata(line), words=(), named=(half, mark)) == ["tidak setuju"]
    far = (line[0], Word("Ya", Box(500, 178, 540, 232), 0.9, "tes"))
    assert sorted(read(Berganti(["x"]), Mata(far), words=())) == ["tidak", "ya"]


def test_writing_not_read_at_a_decision_that_has_both_names_by_now_says_nothing() -> None:
    mark = Drawing("tulisan", Box(312, 340, 330, 352), text=TAK_TERBACA)
    assert read(Berganti(["Ya"]), named=(mark,)) == ["ya"]
    assert read(Berganti(["x"]), named=(mark,)) == [TAK_TERBACA]


def test_the_second_engine_reads_over_a_rule() -> None:
    second, strip = second_opinion(), strip_reader()
    if second is None or strip is None:
        pytest.skip("tidak terpasang")
    found = overprinted(page(), Readers(second, strip), [PUTUSAN, GARIS], [TANGGA], [KIRI], [], DPI)
    assert [one.text for one in found] == ["ya"]
