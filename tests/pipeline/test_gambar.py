"""Pictures of pages in a run: kept with the reports, made once, gone with their file."""

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from extractors.sheets import Sheet
from pipeline.batch import Bagian, Ringkasan, ingest
from pipeline.cache import Cache
from pipeline.config import Settings
from pipeline.gambar import turns
from pipeline.hasil import HasilBerkas
from pipeline.naskah import Naskah
from tests.builders import a_sop
from tests.pipeline.contoh import TANPA_DOKUMEN, write


def a_scan(pages: int = 2, shade: int = 230) -> bytes:
    frames = [Image.new("RGB", (600, 400), (shade, shade, 10 * at)) for at in range(pages)]
    out = BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def baca(path: Path, berkas: str, settings: Settings, _: Cache) -> HasilBerkas:
    """One SOP whose name was read on page 2."""
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    bukti = {"mentah": "SURAT", "halaman": 2, "kotak": (0.2, 0.1, 0.6, 0.2), "cara": "label", "keyakinan": 1}
    sop = a_sop(
        sumber={"berkas": berkas, "sha256": digest, "halaman": [1, 2], "jenis": "pindaian"},
        identitas={"nama_sop": "Surat"},
        bukti={"/identitas/nama_sop": bukti},
    )
    return HasilBerkas(berkas, digest, "ok", naskah=(Naskah(sop),))


BAGIAN = Bagian(kerja=baca, nilai_set=lambda satu: {})


def run(source: Path, out: Path, **settings: Any) -> Ringkasan:
    return ingest([source], out, replace(TANPA_DOKUMEN, laporan=True, **settings), bagian=BAGIAN)


def pictures(out: Path) -> Mapping[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in sorted((out / "pages").glob("*"))}


def test_the_pages_of_an_sop_are_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(write(tmp_path / "in", {"a.tif": a_scan(pages=3)}), out)
    digest = sha256(a_scan(pages=3)).hexdigest()[:16]
    assert list(pictures(out)) == [f"{digest}-1.webp", f"{digest}-2.webp"]
    (report,) = (out / "reports").glob("*.html")
    assert f'src="../pages/{digest}-2.webp"' in report.read_text("utf-8")


def test_a_second_run_makes_none_anew(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.tif": a_scan()}), tmp_path / "out"
    run(source, out)
    before = pictures(out)
    assert run(source, out).ditulis == 0
    assert pictures(out) == before


def test_a_lost_picture_comes_back(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.tif": a_scan()}), tmp_path / "out"
    run(source, out)
    names = list(pictures(out))
    (out / "pages" / names[0]).unlink()
    run(source, out)
    assert list(pictures(out)) == names


def test_they_go_with_their_file_and_with_the_reports(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.tif": a_scan(), "b.tif": a_scan(shade=120)})
    out = tmp_path / "out"
    run(source, out)
    assert len(pictures(out)) == 4
    (source / "b.tif").unlink()
    run(source, out)
    assert len(pictures(out)) == 2
    ingest([source], out, TANPA_DOKUMEN, bagian=BAGIAN)
    assert not (out / "pages").exists()


def test_a_file_without_a_picture_is_told_and_still_reported(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.tif": b"II*\x00 cut short"}), tmp_path / "out"
    (row,) = run(source, out).manifest["berkas"]
    assert row["status"] == "gagal"
    assert "gambar halaman" in (row["alasan"] or "")
    assert len(list((out / "reports").glob("*.html"))) == 1


def bundel(path: Path, berkas: str, settings: Settings, simpanan: Cache) -> HasilBerkas:
    """Two SOPs, one on each page."""
    hasil = baca(path, berkas, settings, simpanan)
    (naskah,) = hasil.naskah
    (bukti,) = naskah.sop.bukti.values()
    sops = [
        naskah.sop.model_copy(
            update={
                "sumber": naskah.sop.sumber.model_copy(update={"halaman": [page]}),
                "bukti": {"/identitas/nama_sop": bukti.model_copy(update={"halaman": page})},
            }
        )
        for page in (1, 2)
    ]
    return replace(hasil, naskah=tuple(Naskah(sop) for sop in sops))


def test_each_sop_of_a_bundle_shows_its_own_pages(tmp_path: Path) -> None:
    out = tmp_path / "out"
    bagian = Bagian(kerja=bundel, nilai_set=lambda satu: {})
    source = write(tmp_path / "in", {"a.tif": a_scan()})
    ingest([source], out, replace(TANPA_DOKUMEN, laporan=True), bagian=bagian)
    shown = [
        set(re.findall(r'src="\.\./pages/\w+-(\d)', path.read_text("utf-8")))
        for path in (out / "reports").iterdir()
    ]
    assert sorted(map(sorted, shown)) == [["1"], ["2"]]


@pytest.mark.parametrize(
    ("ke_halaman", "putar"),
    [
        (None, {}),
        ((0.0, -1 / 200, 1.0, 1 / 100, 0.0, 0.0, 0.0, 0.0, 1.0), {3: 270}),
        ((0.0, 1 / 200, 0.0, -1 / 100, 0.0, 1.0, 0.0, 0.0, 1.0), {3: 90}),
        ((-1 / 100, 0.0001, 1.0, 0.0001, -1 / 200, 1.0, 0.0, 0.0, 1.0), {3: 180}),
    ],
)
def test_pages_that_lie_sideways_are_known(ke_halaman: Any, putar: Mapping[int, int]) -> None:
    assert turns([Sheet(3, 100.0, 200.0, ke_halaman=ke_halaman)]) == putar
