"""A few SOPs that are hard to draw; ``python -m benchmarks.dokumen_tekanan`` draws two hundred."""

import pytest

from benchmarks.dokumen_acak import janggal
from benchmarks.dokumen_tekanan import keluhan


@pytest.mark.parametrize("nomor", [1, 2, 3, 7, 22])
def test_nothing_overflows_overlaps_or_is_lost(nomor: int) -> None:
    assert keluhan(janggal(1, nomor)) == []
