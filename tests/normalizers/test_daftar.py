from dataclasses import replace

import pytest

from normalizers.bukti import Catatan
from normalizers.daftar import loncat, parse
from normalizers.reading import Saksi
from tests.builders import a_field, a_raw


def parsed(items, pindah=()):
    raw = a_raw(kotak={"peringatan": items})
    catatan = Catatan(raw.source, 1)
    return parse("peringatan", raw.kotak["peringatan"], pindah, catatan), catatan


@pytest.mark.parametrize(
    ("items", "values"),
    [
        ([], []),
        (["Komputer", "Printer"], ["Komputer", "Printer"]),
        (["-"], []),
        (["Komputer", "…", "Printer"], ["Komputer", "Printer"]),
        (["Komputer;", "Printer; dan", "Buku agenda."], ["Komputer", "Printer", "Buku agenda."]),
        (["Buku agenda\nsurat masuk"], ["Buku agenda surat masuk"]),
        (["Staf adminitrasi"], ["Staf administrasi"]),
        (["Sandang, pangan"], ["Sandang, pangan"]),
    ],
)
def test_items(items, values):
    assert parsed(items)[0] == values


def test_each_item_has_evidence_under_its_own_place():
    values, catatan = parsed(["-", "Komputer", "Printer"])
    assert {pointer: bukti.mentah for pointer, bukti in catatan.bukti.items()} == {
        "/peringatan/0": "Komputer",
        "/peringatan/1": "Printer",
    }
    assert values == ["Komputer", "Printer"]


def test_item_from_another_box_is_witnessed_at_its_new_place():
    _, catatan = parsed(["-", "Komputer", "Printer"], pindah={2})
    assert catatan.saksi == [Saksi("/peringatan/1", "kotak_lain", "")]


def test_doubtful_spelling_is_only_suggested():
    values, catatan = parsed(["Ketidacermatan petugas"])
    assert values == ["Ketidacermatan petugas"]
    assert catatan.saksi == [Saksi("/peringatan/0", "usul_ejaan", "Ketidakcermatan petugas")]


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [((1, 2, 4), "1, 2, 4"), ((1, 2, 3), None), ((None, None), None), ((1, 2, 1, 2), None), ((), None)],
)
def test_a_gap_in_the_numbering_is_witnessed(numbers: tuple[int | None, ...], printed: str | None) -> None:
    items = [replace(a_field("Komputer"), nomor=number) for number in numbers]
    saksi = loncat("peralatan_perlengkapan", items)
    assert (saksi and saksi.teks) == printed
