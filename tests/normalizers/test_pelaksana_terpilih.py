"""Names of actors that all readings of a worn heading together tell."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.pages import Place, Source
from extractors.raw import RawField
from extractors.sheets import TAK_TERBACA
from extractors.spans import Span
from normalizers.bukti import Catatan
from normalizers.pelaksana_aus import Kata, Konteks, dipulihkan, terpilih
from normalizers.prosedur import parse_kolom

NOTHING = Konteks(())
KETUA = ("Retun", "1\nReiua tip", "Ketun", "Reiut inf", "Reiua tiop")
"""Readings of "Ketua Tim"."""


def test_readings_agree_on_a_line_more_than_a_usual_name_has() -> None:
    readings = ["Kepka\nDesa", "Kepcia\nDesa", "Kepacsa\nDesa", "Kopsa\nDesa", "kagusu\nNesa", "Laga\nNee"]
    assert dipulihkan([Kata("Kepka", 0.72), Kata("Desa", 1.0)], NOTHING, readings) == "Kepala Desa"


def test_a_name_that_one_reading_shows_and_the_others_are_near_to_is_taken() -> None:
    assert terpilih([Kata("Kursi", 0.8)], NOTHING, ["Kursi", "Kasi", "Kisi", "Kist"]) == ("Kasi", False)
    assert terpilih([Kata("Kursi", 0.99)], NOTHING, ["Kursi", "Kasi", "Kisi", "Kist"]) is None


def test_a_name_that_a_column_may_have_or_the_document_has_stays() -> None:
    readings = ["Kursi", "Kasi", "Kisi", "Kist"]
    assert terpilih([Kata("Camat", 0.5)], NOTHING, readings) is None
    assert terpilih([Kata("Kursi", 0.8)], Konteks(("menyiapkan kursi",)), readings) is None


def test_where_nothing_is_legible_the_nearest_name_is_a_guess_and_says_so() -> None:
    assert terpilih([Kata(TAK_TERBACA, 0.0)], NOTHING, KETUA) == ("Ketua Tim", True)
    assert terpilih([Kata(TAK_TERBACA, 0.0)], NOTHING, KETUA[:3]) is None
    place = Place(0, 1, 1, Box(0, 0, 1, 1), "uji", 0.0)
    source = Source(f"{TAK_TERBACA}\n", (replace(place, lain=KETUA),))
    catatan = Catatan(source, 1)
    (column,) = parse_kolom([RawField(Span(TAK_TERBACA, range(1)), "tabel", 0.98)], None, catatan)
    assert column.label == "Ketua Tim"
    bukti = catatan.bukti["/pelaksana/0"]
    assert bukti.cara.startswith("inferensi")
    assert bukti.keyakinan < 0.5
