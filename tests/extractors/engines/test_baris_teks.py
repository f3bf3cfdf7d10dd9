"""Lines of text that a network finds and another one reads."""

import numpy as np
import pytest

from extractors.engines import baris_teks
from extractors.engines.baris_teks import lines_of
from extractors.engines.pengenal import read_line
from extractors.engines.rapid import Rapid
from tests.extractors.raster.lukis import lembar

pytestmark = pytest.mark.skipif(not Rapid().tersedia(), reason="tidak terpasang")


def test_each_line_is_found_with_all_of_its_letters():
    page = lembar(500, 220, [(30, 30, "Kepala Bidang"), (200, 130, "Sekretaris Daerah")])
    first, second = sorted(lines_of(page), key=lambda line: line.y0)
    assert first.y1 < second.y0
    outside = page.copy()
    for line in (first, second):
        outside[int(line.y0) : int(line.y1), int(line.x0) : int(line.x1)] = 255
    assert (outside == 255).all()


def test_lines_across_the_pieces_of_a_large_picture_are_whole(monkeypatch):
    text = "Menerima berkas permohonan dari pemohon melalui loket pelayanan terpadu"
    page = lembar(1600, 1700, [(120, y, text) for y in range(60, 1640, 60)])
    found = lines_of(page, halus=True)
    monkeypatch.setattr(baris_teks, "_LUAS", page.size)
    whole = lines_of(page, halus=True)
    assert len(found) == len(whole) == len(range(60, 1640, 60))
    assert all(np.allclose(one, other, atol=8) for one, other in zip(found, whole, strict=True))


def test_a_blank_picture_has_no_lines():
    assert list(lines_of(np.full((80, 200), 255, np.uint8))) == []


def test_words_of_a_line_stand_where_their_letters_do():
    page = lembar(420, 48, [(20, 8, "Camat"), (260, 8, "Lurah")])
    first, second = read_line(page)
    assert (first.text, second.text) == ("Camat", "Lurah")
    assert first.end < 150 / 420
    assert second.start > 240 / 420
    assert min(first.yakin, second.yakin) > 0.8


def test_only_letters_of_documents_here_are_read():
    stamp = (np.random.default_rng(3).random((48, 200)) * 255).astype(np.uint8)
    assert all(word.text.isascii() or set(word.text) & set("–—‘’“”•·…°½") for word in read_line(stamp))
