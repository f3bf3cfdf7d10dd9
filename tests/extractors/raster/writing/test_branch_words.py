"""Words at the ways out of decisions that the pass over the page did not read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.engines.gambar import Gambar
from extractors.raster.writing.branch_words import branch_words
from extractors.sheets import TAK_TERBACA, Drawing, Rule, Word

DPI = 200.0
WAJIK = ((300.0, 200.0), (360.0, 240.0), (300.0, 280.0), (240.0, 240.0))
PUTUSAN = Drawing("contour", Box(240, 200, 360, 280), WAJIK, closed=True, raut="wajik")
GARIS = Drawing("connector", Box(360, 240, 520, 240), ((360, 240), (520, 240)), panah=(False, False))


@dataclass
class Pembaca:
    """An engine that says the same of each picture, and keeps the pictures."""

    kata: str
    dilihat: list[Gambar] = field(default_factory=list)
    nama: str = "tes"
    versi: str = "tes"
    huruf: float = 30.0

    def tersedia(self) -> bool:
        return True

    def read_page(self, picture: Gambar) -> list[Word]:
        return []

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        self.dilihat += list(crops)
        return [[Word(self.kata, Box(0, 0, 10, 10), 0.9, "tes")] for _ in crops]


def page(text: str) -> np.ndarray:
    gray = np.full((500, 700), 250, np.uint8)
    cv2.polylines(gray, [np.asarray(WAJIK, np.int32)], True, (0,), 2)
    cv2.line(gray, (360, 240), (520, 240), (0,), 2)
    cv2.line(gray, (0, 320), (699, 320), (0,), 3)
    cv2.putText(gray, text, (372, 232), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0,), 2)
    return gray


def read(gray: np.ndarray, engine: Pembaca, words: Sequence[Word] = ()) -> list[Drawing]:
    return branch_words(gray, engine, [PUTUSAN, GARIS], [Rule(False, 320, 0, 699, 3)], words, DPI)


def names(found: Sequence[Drawing]) -> list[str]:
    """What was read."""
    return [drawing.text for drawing in found if drawing.text != TAK_TERBACA]


def test_a_letter_beside_the_line_is_cut_out_alone_and_read():
    engine = Pembaca("Y")
    found = read(page("Y"), engine)
    assert [d.text for d in found] == ["y"]
    assert 365 < found[0].box.x0 < found[0].box.x1 < 395
    assert len(engine.dilihat) == 1
    # Nothing of the line, the rule or the diamond is on the picture: its border is white.
    picture = engine.dilihat[0]
    assert min(picture[0].min(), picture[-1].min(), picture[:, 0].min(), picture[:, -1].min()) > 240


def test_the_only_letter_at_several_decisions_names_none():
    second = replace(PUTUSAN, box=PUTUSAN.box._replace(y0=PUTUSAN.box.y0 + 150, y1=PUTUSAN.box.y1 + 150))
    shapes = [PUTUSAN, second, GARIS]
    assert names(branch_words(page("Y"), Pembaca("Y"), shapes, [], [], DPI)) == []
    assert names(branch_words(page("Ya"), Pembaca("Ya"), shapes, [], [], DPI)) == ["ya"]
    told = [Word("setuju", Box(2, 2, 40, 16), 0.9, "tes")]
    assert names(branch_words(page("Y"), Pembaca("Y"), shapes, [], told, DPI)) == []
    told = [Word("T", Box(384, 250, 396, 266), 0.9, "tes")]
    assert names(branch_words(page("Y"), Pembaca("Y"), shapes, [], told, DPI)) == ["y"]


def test_what_the_page_told_already_is_not_read_again():
    engine = Pembaca("Ya")
    assert read(page("Ya"), engine, [Word("Ya", Box(370, 210, 402, 236), 0.9, "tes")]) == []
    assert engine.dilihat == []


def test_other_writing_names_no_branch():
    # It is kept as writing that is none of the names.
    assert [d.text for d in read(page("Y"), Pembaca("Camat"))] == [TAK_TERBACA]


def test_without_decisions_nothing_is_read():
    engine = Pembaca("Y")
    assert branch_words(page("Y"), engine, [GARIS], [], [], DPI) == []
    assert engine.dilihat == []


def test_a_word_that_was_surely_read_is_no_other():
    around = Box(370, 205, 402, 236)
    for text, sure, told in (("bentuk", 0.97, []), ("bentuk", 0.5, ["betul"]), ("b1", 0.97, ["betul"])):
        found = read(page("Y"), Pembaca("betul"), [Word(text, around, sure, "tes")])
        assert [d.text for d in found] == told


def test_an_arrowhead_is_no_letter():
    # What stands at the point of an arrow looks like a letter; the same beside it, or at a plain line, is one.
    for x, panah, told in (
        (380.0, (False, True), []),
        (380.0, (False, False), ["y"]),
        (370.0, (False, True), ["y"]),
    ):
        up = ((x, 300.0), (x, 236.0))
        line = Drawing("connector", Box(x, 236, x, 300), up, panah=panah)
        found = branch_words(page("Y"), Pembaca("Y"), [PUTUSAN, GARIS, line], [], [], DPI)
        assert names(found) == told


def test_a_letter_that_touches_an_arrowhead_is_freed_from_it():
    gray = page("")
    cv2.fillPoly(gray, [np.array([[360, 240], [376, 232], [376, 248]])], (0,))
    cv2.line(gray, (374, 214), (374, 234), (0,), 2)
    cv2.line(gray, (368, 214), (380, 214), (0,), 2)
    led = replace(GARIS, panah=(True, False))
    (found,) = branch_words(gray, Pembaca("T"), [PUTUSAN, led], [], [], DPI)
    assert found.text == "t"
    assert found.box.y1 < 235


def test_what_a_line_goes_through_is_no_letter():
    gray = page("")
    cv2.fillPoly(gray, [np.array([[442, 268], [452, 268], [447, 282]])], (0,))
    line = Drawing("connector", Box(447, 250, 447, 310), ((447, 250), (447, 310)), panah=(False, False))
    rules = [Rule(False, 320, 0, 699, 3)]
    assert branch_words(gray, Pembaca("Y"), [PUTUSAN, GARIS], rules, [], DPI) != []
    assert branch_words(gray, Pembaca("Y"), [PUTUSAN, GARIS, line], rules, [], DPI) == []


def test_of_a_phrase_of_which_a_word_was_read_all_is_read_again():
    known = [Word("setuju", Box(372, 215, 402, 236), 0.95, "tes")]
    found = read(page("Tidak"), Pembaca("tidak setuju"), known)
    assert [d.text for d in found] == ["tidak setuju"]
    assert (
        read(page("Tidak"), Pembaca("tidak setuju"), [replace(known[0], box=Box(372, 215, 435, 236))]) == []
    )


@dataclass
class Berdua(Pembaca):
    """An engine that knows a word only together with the black line that runs through it."""

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        self.dilihat += list(crops)
        inked = [crop[(crop < 100).any(axis=1)] for crop in crops]
        ruled = [int(((part < 100).mean(axis=0) > 0.95).sum()) > 6 for part in inked]
        return [[Word(self.kata if on else "~", Box(0, 0, 10, 10), 0.9, "tes")] for on in ruled]


def test_a_word_that_a_rule_takes_letters_from_is_read_as_it_stands():
    gray = page("Ya")
    cv2.line(gray, (378, 100), (378, 400), (0,), 7)
    border = Rule(True, 378, 100, 400, 7)
    for kata, told in (("Ya", ["ya"]), ("¥", [])):
        found = branch_words(gray, Berdua(kata), [PUTUSAN, GARIS], [border], [], DPI)
        assert names(found) == told
    assert names(branch_words(gray, Berdua("Ya"), [PUTUSAN, GARIS], [], [], DPI)) == []


def test_a_ya_in_a_piece_of_what_has_more_words_is_none():
    @dataclass
    class Kabur(Pembaca):
        def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
            texts = ["Tlxx lengkap" if at == 0 else "lengkap" for at in range(len(crops))]
            return [[Word(w, Box(0, 0, 10, 10), 0.9, "tes") for w in text.split()] for text in texts]

    assert names(read(page("Ti rd"), Kabur(""))) == []
    assert names(read(page("Ti rd"), Pembaca("lengkap"))) == ["lengkap"]


def test_a_letter_that_reads_as_another_when_cut_out_is_read_as_it_stands():
    @dataclass
    class Pelan(Pembaca):
        def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
            self.dilihat += list(crops)
            text = "r" if len(self.dilihat) == len(crops) else self.kata
            return [[Word(text, Box(0, 0, 10, 10), 0.9, "tes")] for _ in crops]

    assert names(read(page("T"), Pelan("T"))) == ["t"]
    assert names(read(page("T"), Pelan("x"))) == []


def test_a_bend_of_a_line_is_no_letter_however_it_reads():
    for width, wanted in ((3, []), (14, ["t"])):
        gray = page("")
        gray[210:228, 374 : 374 + width] = 0
        assert names(read(gray, Pembaca("T"))) == wanted
