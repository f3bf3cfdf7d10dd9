"""The rules over a whole run, against ``tests/cases/ID020.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from normalizers.model import Temuan
from pipeline.findings import check_set
from pipeline.findings.himpunan import SEBUT
from tests.pipeline.findings.contoh import sop

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "ID020.toml").read_text("utf-8"))


def findings(case: dict[str, Any]) -> dict[str, list[Temuan]]:
    return check_set([sop(ubah) for ubah in case["sop"]])


@pytest.mark.parametrize("case", CASES["lulus"], ids=lambda case: case["alasan"])
def test_lulus(case: dict[str, Any]) -> None:
    assert findings(case) == {}


@pytest.mark.parametrize("case", CASES["gagal"], ids=lambda case: case["alasan"])
def test_gagal(case: dict[str, Any]) -> None:
    found = findings(case)
    assert {id_: [t.lokasi for t in temuan] for id_, temuan in found.items()} == case["lokasi"]
    assert {t.kode for temuan in found.values() for t in temuan} == {"ID020"}
    pesan = [t.pesan for temuan in found.values() for t in temuan]
    for bagian in case["pesan"]:
        assert any(bagian in satu for satu in pesan)


def test_kelompok_besar() -> None:
    """A thousand SOPs of one name: each message names a few, and none grows with the group."""
    found = check_set([sop({"/id": f"sop-{n:04}", "/identitas/nomor_sop": str(n)}) for n in range(1000)])
    assert len(found) == 1000
    assert all(temuan[0].pesan.count("sop-") == SEBUT for temuan in found.values())
    assert all(f"dan {999 - SEBUT} lainnya" in temuan[0].pesan for temuan in found.values())
