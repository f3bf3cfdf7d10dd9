"""Every rule against its cases in ``tests/cases/<KODE>.toml``, and the rules as a set.

A case changes the sound SOP (``ubah``, ``kosongkan``), may bring witnesses (``saksi``) and, when it
fails, names every place where the rule must speak (``lokasi``) with suggestion and level if wanted.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from normalizers.model import Temuan
from pipeline.findings import ATURAN, PER_SOP, check
from pipeline.findings.rule import Rule, Setelan, rule
from tests.pipeline.findings.contoh import SEHAT, saksi, sop

CASES = Path(__file__).parents[2] / "cases"
KODE = [aturan.kode for aturan in PER_SOP]
ACUAN = Setelan(tanggal_acuan=date(2026, 12, 31))


def cases(kode: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{kode}.toml").read_text("utf-8"))


def all_cases(jenis: str) -> list[Any]:
    return [
        pytest.param(kode, case, id=f"{kode}-{case['alasan']}")
        for kode in KODE
        for case in cases(kode).get(jenis, ())
    ]


def findings(kode: str, case: dict[str, Any]) -> list[Temuan]:
    dokumen = sop(case.get("ubah"), case.get("kosongkan", ()))
    return [t for t in check(dokumen, saksi(case.get("saksi", ())), ACUAN) if t.kode == kode]


@pytest.mark.parametrize(("kode", "case"), all_cases("lulus"))
def test_lulus(kode: str, case: dict[str, Any]) -> None:
    assert findings(kode, case) == []


@pytest.mark.parametrize(("kode", "case"), all_cases("gagal"))
def test_gagal(kode: str, case: dict[str, Any]) -> None:
    found = findings(kode, case)
    assert [t.lokasi for t in found] == case["lokasi"]
    assert [t.usulan or "" for t in found] == case.get("usulan", [""] * len(found))
    assert [t.tingkat for t in found] == case.get("tingkat", [level(kode)] * len(found))
    for bagian in case.get("pesan", ()):
        assert any(bagian in t.pesan for t in found)


def level(kode: str) -> str:
    return next(aturan.tingkat for aturan in ATURAN if aturan.kode == kode)


def test_sehat() -> None:
    assert check(sop(), (), ACUAN) == []


def test_sehat_tanpa_gambar() -> None:
    """A text source carries no symbols: the rules on them stay silent."""
    tanpa = {f"/prosedur/{i}/pelaksana": None for i in range(len(SEHAT["prosedur"]))}
    assert check(sop(tanpa), (), ACUAN) == []


@pytest.mark.parametrize("aturan", ATURAN, ids=lambda aturan: aturan.kode)
def test_halaman_manual(aturan: Rule[Any]) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", aturan.kode)
    assert aturan.judul
    assert not aturan.judul.endswith(".")
    assert [baris.split(":")[0] for baris in aturan.penjelasan.splitlines() if ":" in baris][-3:] == [
        "Buruk",
        "Baik",
        "Sumber",
    ]


@pytest.mark.parametrize("kode", KODE)
def test_punya_kasus(kode: str) -> None:
    assert {"lulus", "gagal"} <= cases(kode).keys()


def test_kode_unik_dan_urut() -> None:
    kode = [aturan.kode for aturan in ATURAN]
    assert kode == sorted(set(kode))
    assert {path.stem for path in CASES.glob("*.toml")} == set(kode)


def test_pesan_satu_kalimat() -> None:
    """Messages: a capital first, one full stop at the end, no internals."""
    for kode in KODE:
        for case in cases(kode)["gagal"]:
            for t in findings(kode, case):
                assert re.match(r"[A-Z“]", t.pesan), t.pesan
                assert t.pesan.endswith("."), t.pesan
                assert "None" not in t.pesan, t.pesan


def test_urutan() -> None:
    """Most severe first, then document order (step 10 behind step 2), then code."""
    langkah = [SEHAT["prosedur"][2] | {"no": n, "output": None} for n in range(1, 13)]
    dokumen = sop(
        {"/prosedur": langkah, "/prosedur/0/waktu": None, "/prosedur/11/output": "Arsip"}, ["/peringatan"]
    )
    found = check(dokumen, (), ACUAN)
    berat = [("galat", "peringatan", "info").index(t.tingkat) for t in found]
    assert berat == sorted(berat)
    assert [t.lokasi for t in found if t.kode in ("ID017", "PR008")] == [
        "/peringatan",
        *(f"/prosedur/{i}/output" for i in range(11)),
    ]


def test_tanpa_halaman_manual_ditolak() -> None:
    def kosong(dok: Any) -> Any:
        """Hanya judul."""

    with pytest.raises(ValueError, match="XX001"):
        rule("XX001", "info")(kosong)
