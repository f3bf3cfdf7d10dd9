"""Words that passed for lines."""

from collections.abc import Sequence

import pytest

from extractors.boxes import Box
from extractors.raster.writing.branch_words import branch_words
from extractors.raster.writing.struck_words import lacks, read_name, struck_name, struck_places
from extractors.sheets import Drawing, Word
from tests.extractors.raster.writing.test_branch_words import DPI, PUTUSAN, Pembaca, page

TEMPAT = Box(0, 0, 10, 10)


def run(*points: tuple[float, float]) -> Drawing:
    box = Box(points[0][0], points[0][1], points[-1][0], points[-1][1])
    return Drawing("connector", box, points, panah=(False, False))


def said(*texts: str) -> list[Sequence[Word]]:
    return [[Word(word, TEMPAT, 0.5, "tes") for word in text.split()] for text in texts]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Sesuai", "", "", ""), "sesuai"),
        (("riak sesuai", "Tida sesuai", "", "rada sesuai"), "tidak sesuai"),
        (("sesuai", "", "", "dak sesuai"), None),
        (("Ya", "", "", "Tidak"), None),
        (("Y", "", "", ""), None),
        (("VA", "Ha", "Sx", "Hm"), "ya"),
        (("Setuju", "| Setuju", "T setuju", "| setuju"), "setuju"),
        (("AA", "X", "", ""), None),
    ],
)
def test_views_of_a_place_must_agree(texts: tuple[str, ...], name: str | None) -> None:
    assert struck_name(said(*texts)) == name


def test_short_level_runs_near_a_decision_are_looked_at_those_of_one_phrase_together() -> None:
    runs = [
        run((370, 225), (395, 225)),
        run((405, 226), (440, 226)),
        run((360, 240), (520, 240)),
        run((380, 200), (380, 230)),
        run((370, 600), (395, 600)),
    ]
    assert struck_places(runs, PUTUSAN.box, DPI) == [Box(370, 225, 440, 226)]


def test_a_word_that_passed_for_a_line_is_read_as_it_stands_where_a_name_lacks() -> None:
    engine = Pembaca("Sesuai")
    drawn = [PUTUSAN, run((374, 226), (400, 226))]
    found = branch_words(page(""), engine, drawn, [], [], DPI)
    assert [one.text for one in found] == ["sesuai"]
    both = [Word("Tidak", Box(180, 226, 220, 240), 0.95), Word("Ya", Box(310, 290, 330, 304), 0.95)]
    assert branch_words(page(""), Pembaca("Sesuai"), drawn, [], both, DPI) == []


def test_a_word_behind_the_first_letter_of_a_tidak_is_no_second_name() -> None:
    ya = Word("sesuai", Box(400, 226, 450, 240), 0.95)
    no = Drawing("tulisan", Box(366, 226, 374, 240), text="t")
    assert lacks(PUTUSAN.box, [ya], [no], DPI)
    assert not lacks(PUTUSAN.box, [Word("Ya", Box(310, 290, 330, 304), 0.95)], [no], DPI)
    whole = Drawing("tulisan", Box(366, 226, 460, 240), text="tidak sesuai")
    assert lacks(PUTUSAN.box, [ya], [whole], DPI)
    assert lacks(PUTUSAN.box, [Word("dan", Box(310, 290, 330, 304), 0.95)], [no], DPI)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((("setuju", 0.99),), "setuju"),
        ((("Titak", 0.02), ("setuju", 0.99)), "tidak setuju"),
        ((("Camat", 0.02), ("setuju", 0.99)), None),
        ((("Tidak", 0.96), ("sean", 0.1)), "tidak"),
        ((("TIMA.", 0.12),), None),
        ((("Lengkop", 0.3),), "lengkap"),
        ((("Setuju", 0.1),), "setuju"),
        ((("Tidok", 0.1),), "tidak"),
        ((("Tidak", 0.96), ("dapat", 0.9), ("hadir", 0.9)), None),
    ],
)
def test_a_word_hardly_read_is_heard_where_it_may_turn_the_name(words, name: str | None) -> None:
    assert read_name([Word(text, Box(0, 0, 9, 9), sure) for text, sure in words]) == name
