import ctypes

import pytest

from extractors.raster import heap


def test_the_c_library_is_told_what_to_keep(monkeypatch):
    told = {}

    class Library:
        def mallopt(self, what, size):
            told[what] = size

    monkeypatch.setattr(ctypes, "CDLL", lambda name: Library())
    heap.keep()
    assert told == {-1: heap.KEPT, -2: heap.AT_ONCE, -3: heap.LARGE}


@pytest.mark.parametrize("missing", [OSError, AttributeError, TypeError])
def test_another_c_library_is_left_as_it_is(monkeypatch, missing):
    def none(name):
        raise missing

    monkeypatch.setattr(ctypes, "CDLL", none)
    heap.keep()
