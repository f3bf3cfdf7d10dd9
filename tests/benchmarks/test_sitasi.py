"""The measure of citations counts right, and what it counts does not get worse."""

import pytest

from benchmarks.sitasi import FIELDS, nilai, register, sama, tulisan
from benchmarks.sitasi_acak import buat

LEAST = {"jenis": 0.98, "nomor": 0.98, "tahun": 0.98, "lembaga": 0.95, "tentang": 0.95, "diubah": 0.9}


def test_the_same_seed_gives_the_same_items() -> None:
    assert list(buat(3, 9, "uji")) == list(buat(3, 9, "uji"))
    assert list(buat(3, 9, "uji")) != list(buat(4, 9, "uji"))


@pytest.mark.parametrize(
    ("truth", "read", "right"),
    [
        ("35", "35", True),
        ("35", "36", False),
        (2014, 2015, False),
        ("Tata Naskah Dinas", "Tata Naskah Dinaz", True),
        ("188.45/101/2020", "188.45/102/2020", False),
        (["BKN", "Badan Kepegawaian Negara"], "BKN", True),
        (None, None, True),
        (None, "x", False),
    ],
)
def test_right(truth: object, read: object, right: bool) -> None:
    assert sama(truth, read) is right


def test_fields() -> None:
    items = [*tulisan("uji"), *tulisan("baru"), *buat(5, 150, "uji")]
    right, every = nilai(items, misses=False)
    for key in (*FIELDS, "diubah"):
        assert right[key] >= LEAST[key] * every[key], key


def test_register() -> None:
    known, found, right, wrong = register(5, 300)
    assert found >= 0.97 * known
    assert right >= 0.99 * (found + wrong)
