"""Each engine that is installed reads a drawn line; one that is not says so and is skipped."""

import numpy as np
import pytest

from extractors.engines.bahasa import tessdata
from extractors.engines.pilihan import engines
from extractors.engines.pytesseract_ import Pytesseract
from extractors.engines.rapid import Rapid
from extractors.engines.tesserocr_ import Tesserocr
from tests.extractors.raster.lukis import lembar

MESIN = [Tesserocr(), Pytesseract(), Rapid(), Rapid(berbahasa=True)]


@pytest.fixture(params=MESIN, ids=lambda mesin: type(mesin).__name__)
def mesin(request):
    if not request.param.tersedia():
        pytest.skip("tidak terpasang")
    return request.param


def test_a_page_is_read_with_boxes_where_the_words_stand(mesin):
    words = mesin.read_page(lembar(900, 200, [(60, 80, "Memeriksa kelengkapan berkas")]))
    assert [word.text for word in words] == ["Memeriksa", "kelengkapan", "berkas"]
    first = words[0]
    assert first.mesin == mesin.nama
    assert 50 < first.box.x0 < 75
    assert 70 < first.box.y0 < first.box.y1 < 130
    assert {word.baris for word in words} == {first.baris}
    assert 0.5 < first.keyakinan <= 1


def test_crops_come_back_in_order_and_empty_ones_empty(mesin):
    crops = [
        lembar(300, 90, [(30, 25, "Camat")]),
        np.zeros((0, 0), np.uint8),
        lembar(300, 90, [(30, 25, "Lurah")]),
    ]
    read = mesin.read_lines(crops)
    assert [[word.text for word in words] for words in read] == [["Camat"], [], ["Lurah"]]
    assert read[2][0].box.x1 <= 300


def test_a_blank_page_has_no_words(mesin):
    assert mesin.read_page(lembar(400, 300, [])) == []


def test_without_the_model_neither_tesseract_is_there(monkeypatch, tmp_path):
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert tessdata() is None


def test_the_second_opinion_is_asked_only_when_there_is_time():
    quick, careful = engines("cepat"), engines("teliti")
    assert len(quick) == 1
    assert careful[0].nama == quick[0].nama
    assert len({engine.nama for engine in careful}) == len(careful)


def test_the_version_of_a_library_is_looked_up_once(monkeypatch, mesin):
    before = mesin.versi
    monkeypatch.setattr("importlib.metadata.version", lambda _: pytest.fail("looked up once more"))
    assert mesin.versi == before


def test_what_is_read_with_the_language_in_mind_is_kept_apart():
    assert Rapid().versi != Rapid(berbahasa=True).versi
