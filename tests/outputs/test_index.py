import json
import re
from time import perf_counter
from typing import Any

from normalizers.model import Bukti, Sop
from pipeline.bentuk import FORMAT
from pipeline.compare.himpunan import himpunan
from pipeline.compare.kartu import semua
from pipeline.outputs.index import SEHALAMAN, render
from tests.builders import a_sop
from tests.outputs.contoh import a_naskah
from tests.outputs.test_diff_report import Page

GALAT = {
    "kode": "DH003",
    "tingkat": "galat",
    "lokasi": "/dasar_hukum/1/tahun",
    "pesan": "Salah.",
    "usulan": "2018",
}
PERINGATAN = {
    "kode": "ID009",
    "tingkat": "peringatan",
    "lokasi": "/identitas/nomor_sop",
    "pesan": "Tahun beda.",
}


def sop(id_: str, *temuan: dict[str, Any], **ganti: Any) -> Sop:
    return a_sop(id=id_, temuan=list(temuan), **ganti)


def manifest(*berkas: dict[str, Any]) -> dict[str, Any]:
    return {"versi": "0.1.0", "berkas": list(berkas)}


def entry(berkas: str, status: str = "ok", alasan: str | None = None) -> dict[str, Any]:
    return {"berkas": berkas, "sha256": "0", "status": status, "alasan": alasan, "id": [], "jumlah": {}}


def order(page: str) -> list[str]:
    return re.findall(r'<td><a href="reports/([^"]+)\.html"', page)


def test_most_in_need_of_attention_first() -> None:
    ragu = {"/instansi/unit": Bukti(mentah="x", cara="label", keyakinan=0.3)}
    sops = [
        sop("a-bersih"),
        sop("b-satu-galat", GALAT),
        sop("c-peringatan", PERINGATAN),
        sop("d-ragu", bukti=ragu),
        sop("e-galat-dan-peringatan", GALAT, PERINGATAN),
        sop("f-peringatan-ragu", PERINGATAN, bukti=ragu),
    ]
    expected = [
        "e-galat-dan-peringatan",
        "b-satu-galat",
        "f-peringatan-ragu",
        "c-peringatan",
        "d-ragu",
        "a-bersih",
    ]
    assert order(render(manifest(), sops)) == expected
    assert render(manifest(), sops) == render(manifest(), sops[::-1])


def test_counts() -> None:
    files = [
        entry("a.txt"),
        entry("b.txt"),
        entry("c.txt", "gagal", "Berkas kosong."),
        entry("d.md", "bukan_sop"),
    ]
    page = Page(render(manifest(*files), [sop("a", GALAT, PERINGATAN), sop("b", PERINGATAN)]))
    text = " ".join(page.text.split())
    assert "2 SOP dari 4 berkas" in text
    assert "2 terbaca, 1 bukan SOP, 1 gagal" in text
    assert "1 perlu keputusan, 1 sebaiknya dilihat" in text
    assert "1 galat 2 peringatan 0 info" in text


def test_files_without_an_sop_say_why() -> None:
    page = render(manifest(entry("rusak & <b>.txt", "gagal", "rusak & <b>.txt: Berkas kosong.")), [])
    assert '<tr data-s="gagal"><td>rusak &amp; &lt;b&gt;.txt</td>' in page
    assert "<td>Berkas kosong.</td>" in page
    assert "Tidak ada SOP dalam berkas yang diberikan." in page


def test_many_failed_files_stand_below_the_table() -> None:
    few, many = ([entry(f"{i}.txt", "gagal", "Rusak.") for i in range(n)] for n in (3, 30))
    page = render(manifest(*few), [sop("a")])
    assert page.index('id="gagal"') < page.index('id="daftar"')
    page = render(manifest(*many), [sop("a")])
    assert page.index('id="gagal"') > page.index('id="daftar"')


def test_links() -> None:
    page = Page(render(manifest(), [sop("kec--surat", GALAT)]))
    assert page.links == [
        "#daftar",
        "tables/sopbaku.xlsx",
        "tables/sopbaku.sqlite",
        "reports/kec--surat.html",
        *(f"documents/kec--surat.{kind}" for kind in FORMAT),
        "canonical/kec--surat.json",
        "reports/kec--surat.html#dasar_hukum-1",
    ]
    assert "tahun 2019 pada dasar hukum 2 (usul 2018)" in page.text


def test_what_the_run_did_not_write_is_not_linked() -> None:
    page = render(manifest(), [sop("a")], dokumen={}, tabel=False)
    assert "documents/" not in page
    assert "tables/" not in page


def facets(page: str) -> dict[str, dict[str, Any]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return {facet["kunci"]: facet for facet in json.loads(found[1])}


def test_facets_offer_what_there_is() -> None:
    sops = [
        sop("a", GALAT, instansi={"unit": "Dinas Ä <x>"}),
        sop("b", GALAT, PERINGATAN, instansi={"unit": None}),
    ]
    page = render(manifest(entry("c.txt", "gagal", "Rusak.")), sops, {"DH003": "Tahun mustahil"})
    found = facets(page)
    # The rows: b has more findings and stands first.
    assert found["unit"] == {"kunci": "unit", "nilai": [["Dinas Ä <x>"] * 2], "milik": [[], [0]]}
    assert found["kode"]["nilai"] == [["DH003", "DH003 Tahun mustahil"], ["ID009", "ID009"]]
    assert found["kode"]["milik"] == [[0, 1], [0]]
    assert found["status"]["nilai"] == [["keputusan", "perlu keputusan"]]
    assert found["jenis"]["nilai"] == [["teks", "teks"]]
    assert found["prosedur"]["nilai"] == []
    assert len(found["waktu"]["nilai"]) == 1
    assert ["staf", "Staf"] in found["peran"]["nilai"]
    assert all(len(facet["milik"]) == 2 for facet in found.values())


def test_a_procedure_of_several_units_is_a_facet() -> None:
    sops = [sop(f"{n}", instansi={"unit": f"Kecamatan {n}"}) for n in ("Aru", "Bina")]
    satu = himpunan(semua(sops))
    page = render(manifest(), sops, satu=satu)
    (name,) = facets(page)["prosedur"]["nilai"]
    assert name == [satu.kegiatan[0].slug, sops[0].identitas.nama_sop]
    assert facets(page)["prosedur"]["milik"] == [[0], [0]]
    assert 'href="compare/index.html"' in page


def test_without_a_script_the_table_is_whole() -> None:
    page = render(manifest(), [a_naskah().sop])
    assert '<form class="bilah layar" id="saring" hidden>' in page
    assert not re.search(r"<tr[^>]* hidden", page)
    assert "<noscript" not in page
    page = render(manifest(), [sop(f"s-{i:04}") for i in range(SEHALAMAN + 3)])
    rest = re.search(r"<noscript.*?</noscript>", page, re.DOTALL)
    assert rest is not None
    assert len(order(rest[0])) == 3


def test_hostile_text_stays_text() -> None:
    evil = "</script><script>alert(1)</script>"
    page = render(
        manifest(entry(evil, "gagal", evil)),
        [sop("a", {**GALAT, "kode": evil}, instansi={"unit": evil}, identitas={"nama_sop": evil})],
        {evil: evil},
    )
    assert page.count("<script") == 2
    assert page.count("</script") == 2
    Page(page)


def test_two_thousand_sops() -> None:
    sops = [sop(f"unit--sop-{i}", GALAT, PERINGATAN) for i in range(2000)]
    began = perf_counter()
    page = render(manifest(*(entry(f"{i}.txt") for i in range(2000))), sops)
    assert perf_counter() - began < 3
    assert len(order(page)) == 2000
    assert len(page) < 2_500_000
