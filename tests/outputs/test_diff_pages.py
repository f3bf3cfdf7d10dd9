"""Crops of pages: the right part of the picture, marked, and only where there is a picture."""

import re
from dataclasses import replace
from typing import Any

import pytest

from normalizers.model import Bukti
from pipeline.naskah import Gambar, Naskah, Sisa
from pipeline.outputs.diff_pages import Persen, Potret, crop_of, crops, sheets
from pipeline.outputs.diff_report import render
from tests.builders import a_sop

GAMBAR = {1: Gambar("pages/ab-1.webp", 1600, 1000), 2: Gambar("pages/ab-2.webp", 1000, 1600)}


def a_bukti(kotak: tuple[float, ...] | None = (0.25, 0.1, 0.5, 0.2), halaman: int = 1, **more: Any) -> Bukti:
    known = {"mentah": "Camat", "cara": "label:tesseract", "keyakinan": 0.9}
    return Bukti.model_validate(known | {"kotak": kotak, "halaman": halaman} | more)


def a_naskah(*bukti: Bukti, sisa: tuple[Sisa, ...] = ()) -> Naskah:
    names = [f"/peringatan/{at}" for at in range(len(bukti))]
    sop = a_sop(peringatan=["Berkas dikembalikan"] * len(bukti), bukti=dict(zip(names, bukti, strict=True)))
    return Naskah(sop, sisa=sisa, gambar=GAMBAR)


def shown_part(potret: Potret) -> tuple[float, float, float, float]:
    """Which pixels of the picture the window shows: x0, y0, x1, y1."""
    wide, high = potret.letak.lebar / 100, potret.letak.tinggi / 100
    x0, y0 = -potret.letak.kiri / potret.letak.lebar, -potret.letak.atas / potret.letak.tinggi
    gambar = potret.gambar
    return (
        x0 * gambar.lebar,
        y0 * gambar.tinggi,
        (x0 + 1 / wide) * gambar.lebar,
        (y0 + 1 / high) * gambar.tinggi,
    )


def test_a_window_shows_the_place_and_a_margin() -> None:
    (potret,) = crops(a_naskah(), [a_bukti()])
    assert shown_part(potret) == pytest.approx((400 - 14, 100 - 14, 800 + 14, 200 + 14), abs=0.5)
    assert (potret.lebar, potret.tinggi) == (428, 128)
    (mark,) = potret.tanda
    assert mark.kiri == pytest.approx(14 / 428 * 100, abs=0.01)
    assert mark.lebar == pytest.approx(400 / 428 * 100, abs=0.01)


def test_a_tiny_place_comes_with_its_surroundings_and_stays_on_the_page() -> None:
    (potret,) = crops(a_naskah(), [a_bukti((0.995, 0.0, 1.0, 0.01))])
    x0, y0, x1, y1 = shown_part(potret)
    assert y0 == pytest.approx(0, abs=0.5)
    assert x1 == pytest.approx(1600, abs=0.5)
    assert x1 - x0 > 100
    assert y1 > 20


def test_a_tall_place_is_shown_smaller() -> None:
    (potret,) = crops(a_naskah(), [a_bukti((0.0, 0.0, 1.0, 1.0), halaman=2)])
    assert potret.tampil * potret.tinggi / potret.lebar <= 401


def test_one_window_for_each_page_around_all_places_on_it() -> None:
    step = [a_bukti((0.1, 0.1, 0.2, 0.2)), a_bukti((0.5, 0.12, 0.6, 0.2)), a_bukti(halaman=2)]
    first, second = crops(a_naskah(), step)
    assert (first.halaman, second.halaman) == (1, 2)
    assert len(first.tanda) == 2
    assert shown_part(first)[0] < 160
    assert shown_part(first)[2] > 960


def test_a_part_of_a_marked_place_is_not_marked_again() -> None:
    citation = [a_bukti(), a_bukti((0.3, 0.12, 0.32, 0.14)), a_bukti()]
    (potret,) = crops(a_naskah(), citation)
    assert len(potret.tanda) == 1


@pytest.mark.parametrize("bukti", [a_bukti(None), a_bukti(halaman=7)])
def test_without_place_or_picture_there_is_no_window(bukti: Bukti) -> None:
    assert crops(a_naskah(), [bukti]) == ()
    assert 'class="potret"' not in render(a_naskah(bukti))


def test_unused_text_has_its_window() -> None:
    sisa = Sisa(4, "cap kantor", 1, (0.1, 0.1, 0.2, 0.2))
    assert crop_of(a_naskah(), sisa) is not None
    assert crop_of(a_naskah(), Sisa(4, "cap kantor")) is None
    text = render(a_naskah(sisa=(sisa,)))
    assert text.count('class="potret"') == 1
    assert 'href="#hlm-1"' in text


@pytest.mark.parametrize(
    ("putar", "kotak"),
    [(90, (0.1, 0.5, 0.2, 0.9)), (180, (0.5, 0.8, 0.9, 0.9)), (270, (0.8, 0.1, 0.9, 0.5))],
)
def test_a_page_that_lies_sideways_is_shown_upright(putar: int, kotak: tuple[float, ...]) -> None:
    """The same place of the upright page, x 0.1 to 0.5 and y 0.1 to 0.2, on a page turned each way."""
    gambar = replace(GAMBAR[1], putar=putar)
    naskah = replace(a_naskah(), gambar={1: gambar})
    (lembar,) = sheets(naskah, {"a": ("Nama", [a_bukti(kotak)])})
    assert lembar.tempat[0].kotak == Persen(10.0, 10.0, 40.0, 10.0)
    assert (lembar.potret.lebar > lembar.potret.tinggi) == (putar == 180)
    (potret,) = crops(naskah, [a_bukti(kotak)])
    assert potret.lebar > 2 * potret.tinggi
    # Turned about its middle, the picture must cover what the window shows.
    middle = potret.letak.kiri + potret.letak.lebar / 2, potret.letak.atas + potret.letak.tinggi / 2
    wide, high = (1600, 1000) if putar == 180 else (1000, 1600)
    assert middle[0] / 100 * potret.lebar == pytest.approx(wide / 2 - (0.1 * wide - 14), abs=1)
    assert middle[1] / 100 * potret.tinggi == pytest.approx(high / 2 - (0.1 * high - 14), abs=1)
    assert potret.letak.lebar / 100 * potret.lebar == pytest.approx(1600, abs=1)
    assert f"transform:rotate({putar}deg)" in render(replace(a_naskah(a_bukti(kotak)), gambar={1: gambar}))


def test_a_page_holds_the_places_of_all_lines() -> None:
    lines = {"a": ("Nama", [a_bukti()]), "b": ("Unit", [a_bukti(halaman=2)]), "c": ("Nomor", [a_bukti(None)])}
    first, second = sheets(a_naskah(), lines)
    assert [(t.jangkar, t.kotak) for t in first.tempat] == [("a", Persen(25.0, 10.0, 25.0, 10.0))]
    assert [t.sebut for t in second.tempat] == ["Unit"]


def test_a_crop_leads_to_its_page_and_the_page_back() -> None:
    text = render(a_naskah(a_bukti(), a_bukti(halaman=2)))
    ids = re.findall(r'\bid="([^"]+)"', text)
    links = re.findall(r'href="#([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert {"hlm-1-peringatan-0", "hlm-2-peringatan-1"} <= set(links)
    assert set(re.findall(r'src="([^"]+)"', text)) == {"../pages/ab-1.webp", "../pages/ab-2.webp"}
    assert "dibaca oleh tesseract" in text


def test_an_unread_piece_is_shown_as_such() -> None:
    unread = a_bukti(mentah="\ufffd")
    naskah = a_naskah()
    nameless = naskah.sop.identitas.model_copy(update={"nomor_sop": None})
    sop = naskah.sop.model_copy(update={"identitas": nameless, "bukti": {"/identitas/nomor_sop": unread}})
    text = render(replace(naskah, sop=sop))
    assert text.count("[tidak terbaca]") == 2
    assert "\ufffd" not in text
    assert 'href="#hlm-1-identitas-nomor_sop"' in text
