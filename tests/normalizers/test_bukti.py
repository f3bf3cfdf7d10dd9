from extractors.pages import Source
from extractors.raw import RawField
from extractors.spans import join
from normalizers.bukti import Catatan
from normalizers.reading import INFERENSI, KOREKSI, Bagian, Reading, Saksi
from tests.builders import a_field, a_span

TEXT = "Nomor SOP : 065/12\nDisahkan oleh <b>Bagas</b>\nWirayuda"


def a_catatan() -> Catatan:
    return Catatan(Source(TEXT), 3)


def test_value_as_read_keeps_the_way_it_was_found():
    catatan = a_catatan()
    catatan.nilai("/a", a_field(TEXT, "065/12", "label", 0.9), Reading("065/12"))
    bukti = catatan.bukti["/a"]
    assert (bukti.mentah, bukti.baris, bukti.halaman) == ("065/12", (1, 1), 3)
    assert (bukti.cara, bukti.keyakinan) == ("label", 0.9)


def test_repaired_value_says_so_and_is_less_sure():
    catatan = a_catatan()
    catatan.nilai("/a", a_field(TEXT, "065/12", "label", 0.9), Reading("065/12", KOREKSI, 0.5))
    assert (catatan.bukti["/a"].cara, catatan.bukti["/a"].keyakinan) == (KOREKSI, 0.45)


def test_text_over_several_lines():
    catatan = a_catatan()
    span = join((a_span(TEXT, "Bagas"), a_span(TEXT, "Wirayuda")), "\n")
    catatan.asal("/a", RawField(span, "label", 1.0))
    assert (catatan.bukti["/a"].mentah, catatan.bukti["/a"].baris) == ("Bagas\nWirayuda", (2, 3))


def test_stated_part_cites_its_own_place():
    catatan = a_catatan()
    catatan.bagian("/a", a_field(TEXT, "Nomor SOP : 065/12"), Bagian(12, 15))
    assert catatan.bukti["/a"].mentah == "065"


def test_unstated_part_cites_the_whole():
    catatan = a_catatan()
    catatan.bagian("/a", a_field(TEXT, "065/12"), Bagian(0, 0, INFERENSI, 0.8))
    assert (catatan.bukti["/a"].mentah, catatan.bukti["/a"].cara) == ("065/12", INFERENSI)


def test_witnesses_get_absolute_pointers():
    catatan = a_catatan()
    catatan.nilai("/a/0", a_field(TEXT, "065"), Reading("x", saksi=(Saksi("/b", "jenis", "teks"),)))
    assert catatan.saksi == [Saksi("/a/0/b", "jenis", "teks")]


def test_inferred_value_cites_what_it_was_inferred_from():
    catatan = a_catatan()
    catatan.asal("/a", a_field(TEXT, "065", "label", 0.9))
    catatan.turunan("/b", "/a", 0.5)
    catatan.turunan("/c", "/tidak/ada", 0.5)
    assert (catatan.bukti["/b"].mentah, catatan.bukti["/b"].cara) == ("065", INFERENSI)
    assert catatan.bukti["/b"].keyakinan == 0.45
    assert "/c" not in catatan.bukti


def test_confidence_stays_between_0_and_1():
    catatan = a_catatan()
    catatan.asal("/a", a_field(TEXT, "065", "label", 1.7))
    catatan.asal("/b", a_field(TEXT, "065", "label", -1.0))
    assert (catatan.bukti["/a"].keyakinan, catatan.bukti["/b"].keyakinan) == (1.0, 0.0)
