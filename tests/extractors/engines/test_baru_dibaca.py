import numpy as np

from extractors.boxes import Box
from extractors.engines.baru_dibaca import PALING_BANYAK, baru_dibaca
from extractors.sheets import Word


def _reader():
    asked = []

    @baru_dibaca
    def read(picture, way):
        asked.append((int(picture.sum()), way))
        return [Word(way, Box(0, 0, 1, 1), 1.0, "uji")]

    return read, asked


def _picture(value, shape=(2, 3)):
    return np.full(shape, value, np.uint8)


def test_the_same_picture_is_read_once():
    read, asked = _reader()
    assert read(_picture(7), "sel") == read(_picture(7), "sel")
    assert len(asked) == 1


def test_another_way_or_another_shape_is_read_anew():
    read, asked = _reader()
    read(_picture(7), "sel")
    assert read(_picture(7), "angka")[0].text == "angka"
    read(_picture(7, (3, 2)), "sel")
    assert len(asked) == 3


def test_what_is_changed_in_a_result_is_not_remembered():
    read, _ = _reader()
    read(_picture(7), "sel").clear()
    assert len(read(_picture(7), "sel")) == 1


def test_only_the_last_ones_are_kept():
    read, asked = _reader()
    for value in range(PALING_BANYAK + 1):
        read(_picture(value % 256, (1, 1 + value // 256)), "sel")
    read(_picture(0, (1, 1)), "sel")
    assert len(asked) == PALING_BANYAK + 2
