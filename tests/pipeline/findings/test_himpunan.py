"""The rules over a whole run, against their cases; a case is a run."""

import copy
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from normalizers.model import Sop, Temuan
from pipeline.compare.himpunan import himpunan
from pipeline.compare.kartu import semua
from pipeline.findings import check_set
from pipeline.findings.himpunan import ATURAN, SEBUT
from tests.pipeline.findings.contoh import SEHAT, sop

CASES = Path(__file__).parents[2] / "cases"
KODE = [aturan.kode for aturan in ATURAN]


def cases(jenis: str) -> list[Any]:
    return [
        pytest.param(kode, case, id=f"{kode}-{case['alasan']}")
        for kode in KODE
        for case in tomllib.loads((CASES / f"{kode}.toml").read_text("utf-8"))[jenis]
    ]


def check(sops: Sequence[Sop]) -> dict[str, list[Temuan]]:
    return check_set(himpunan(semua(sops)))


def findings(kode: str, case: dict[str, Any]) -> dict[str, list[Temuan]]:
    found = check([sop(changes(ubah)) for ubah in case["sop"]])
    own = {id_: [t for t in temuan if t.kode == kode] for id_, temuan in found.items()}
    return {id_: temuan for id_, temuan in own.items() if temuan}


def changes(ubah: dict[str, Any]) -> dict[str, Any]:
    """The changes of a case; ``uraian`` replaces words in the text of all steps, ``tanpa_langkah`` drops the last ones."""
    langkah = copy.deepcopy(SEHAT["prosedur"])[: len(SEHAT["prosedur"]) - ubah.get("tanpa_langkah", 0)]
    for old, new in ubah.get("uraian", {}).items():
        langkah = [step | {"uraian": step["uraian"].replace(old, new)} for step in langkah]
    own = {key: value for key, value in ubah.items() if key.startswith("/")}
    return own | ({"/prosedur": langkah} if own.keys() != ubah.keys() else {})


@pytest.mark.parametrize(("kode", "case"), cases("lulus"))
def test_lulus(kode: str, case: dict[str, Any]) -> None:
    assert findings(kode, case) == {}


@pytest.mark.parametrize(("kode", "case"), cases("gagal"))
def test_gagal(kode: str, case: dict[str, Any]) -> None:
    found = findings(kode, case)
    assert {id_: [t.lokasi for t in temuan] for id_, temuan in found.items()} == case["lokasi"]
    pesan = [t.pesan for temuan in found.values() for t in temuan]
    assert all(re.match(r"[A-Z“]", satu) and satu.endswith(".") and "None" not in satu for satu in pesan)
    for bagian in case["pesan"]:
        assert any(bagian in satu for satu in pesan), pesan


def test_kelompok_besar() -> None:
    """A thousand SOPs of one name: each message names a few, and none grows with the group."""
    found = {
        id_: [t for t in temuan if t.kode == "ID020"]
        for id_, temuan in check(
            [sop({"/id": f"sop-{n:04}", "/identitas/nomor_sop": str(n)}) for n in range(1000)]
        ).items()
    }
    assert len(found) == 1000
    assert all(temuan[0].pesan.count("sop-") == SEBUT for temuan in found.values())
    assert all(f"dan {999 - SEBUT} lainnya" in temuan[0].pesan for temuan in found.values())
