"""Labelled documents: correct ones bring no finding, each fault brings its own and no other."""

from pathlib import Path

import pytest

from benchmarks.temuan import Dokumen, dokumen, temuan

SEMUA = list(dokumen())


@pytest.mark.parametrize("satu", SEMUA, ids=lambda satu: satu.nama)
def test_findings(satu: Dokumen, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = temuan(satu, tmp_path_factory.mktemp("berlabel"))
    assert {f"{t.kode} {t.lokasi}" for t in found} == satu.wajib


def test_the_right_value_is_proposed(tmp_path: Path) -> None:
    """What a second witness, the register or the numbering makes certain is proposed, and nothing else."""
    usulan = {
        (t.kode, t.lokasi): t.usulan
        for satu in SEMUA
        for t in temuan(satu, tmp_path)
        if t.kode in ("DH003", "DH007", "DH008", "ID013", "PR002", "WK006")
    }
    assert usulan[("DH003", "/dasar_hukum/3/tahun")] == "2016"
    assert usulan[("DH007", "/dasar_hukum/2/jenis")] == "Permen"
    assert usulan[("DH008", "/dasar_hukum/1/nomor")] == "29"
    assert usulan[("ID013", "/identitas/disahkan_oleh/nip")] == "198004122003122001"
    assert usulan[("ID013", "/identitas/disahkan_oleh/nama")] is None
    assert usulan[("PR002", "/prosedur/6/no")] == "7"
    assert usulan[("WK006", "/prosedur/2/waktu")] == "1 hari"
