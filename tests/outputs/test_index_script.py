"""The index's script in a browser: facets, search, pages and keys, from a file and without a network.

Needs Chromium; where there is none these tests are skipped.
"""

import shutil
from typing import Any

import pytest

from benchmarks.indeks import measure
from normalizers.model import Sop
from pipeline.compare.himpunan import himpunan
from pipeline.compare.kartu import semua
from pipeline.outputs.index import SEHALAMAN, render
from tests.builders import a_sop
from tests.outputs.test_index import GALAT, PERINGATAN, entry, manifest

pytestmark = pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")

JUMLAH = SEHALAMAN + 20
SKRIP = """
addEventListener("load", () => {
  const saring = document.getElementById("saring"), h = {}, isi = document.getElementById("isi");
  const pilih = (nama, nilai) => { saring.elements[nama].value = nilai; saring.dispatchEvent(new Event("input")); };
  const tombol = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const opsi = (nama) => [...saring.elements[nama].options].filter((o) => !o.hidden).map((o) => o.textContent);
  const dari = () => document.getElementById("tampak").textContent;
  h.semua = [isi.rows.length, dari(), opsi("unit"), opsi("kode")];
  pilih("unit", "1");
  h.unit = [isi.rows.length, dari(), opsi("kode"), location.hash];
  pilih("kode", "0");
  h.dan = [dari(), opsi("unit")];
  pilih("teks", "tidak ada yang begini");
  h.kosong = isi.rows.length;
  saring.reset();
  setTimeout(() => {
    pilih("teks", "nomor-107 &");
    h.cari = [dari(), isi.rows[0].cells[0].querySelector("a").textContent];
    pilih("teks", "");
    document.querySelector("[value=maju]").click();
    h.maju = [isi.rows.length, document.querySelector("#halaman output").textContent];
    document.querySelector("[value=mundur]").click();
    tombol("j"); tombol("j");
    h.kunci = [...isi.rows].findIndex((tr) => tr.contains(document.activeElement));
    tombol("/");
    h.garis = document.activeElement.name;
    location.hash = "#unit=Kecamatan+Bina&kode=ID009";
    setTimeout(() => {
      h.alamat = [saring.elements.unit.selectedOptions[0].textContent, dari()];
      h.gagal = document.getElementById("gagal").hidden;
      document.title = JSON.stringify(h);
    }, 50);
  }, 20);
});
"""


def sops() -> list[Sop]:
    """Even ones are of Aru with an error, odd ones of Bina with a warning; every tenth has both."""
    made = []
    for i in range(JUMLAH):
        temuan = [GALAT, PERINGATAN] if i % 10 == 0 else [GALAT] if i % 2 == 0 else [PERINGATAN]
        unit = "Kecamatan Aru" if i % 2 == 0 else "Kecamatan Bina"
        name = {"nama_sop": f"Urusan nomor-{i} & lain", "nomor_sop": str(i)}
        made.append(a_sop(id=f"s-{i:03}", temuan=temuan, instansi={"unit": unit}, identitas=name))
    return made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    every = sops()
    page = render(manifest(entry("x.txt", "gagal", "Rusak.")), every, {}, himpunan(semua(every)))
    return measure(page, tmp_path_factory.mktemp("indeks"), SKRIP, later=2000)


def test_all_facets_count_what_they_would_leave(found: dict[str, Any]) -> None:
    half, tenth = JUMLAH // 2, JUMLAH // 10
    assert found["semua"] == [
        SEHALAMAN,
        "",
        ["semua", f"Kecamatan Aru ({half})", f"Kecamatan Bina ({half})"],
        ["semua", f"DH003 ({half})", f"ID009 ({half + tenth})"],
    ]
    assert found["unit"] == [
        half,
        f"{half} dari {JUMLAH} SOP",
        ["semua", f"ID009 ({half})"],
        "#unit=Kecamatan+Bina",
    ]
    assert found["dan"] == [
        f"0 dari {JUMLAH} SOP",
        ["semua", f"Kecamatan Aru ({half})", "Kecamatan Bina (0)"],
    ]
    assert found["kosong"] == 0


def test_search_sees_what_the_page_shows(found: dict[str, Any]) -> None:
    assert found["cari"] == [f"1 dari {JUMLAH} SOP", "Urusan nomor-107 & lain"]


def test_pages_and_keys(found: dict[str, Any]) -> None:
    assert found["maju"] == [20, "halaman 2 dari 2"]
    assert found["kunci"] == 1
    assert found["garis"] == "teks"


def test_an_address_chooses(found: dict[str, Any]) -> None:
    half = JUMLAH // 2
    assert found["alamat"] == [f"Kecamatan Bina ({half})", f"{half} dari {JUMLAH} SOP"]
    assert found["gagal"] is True
