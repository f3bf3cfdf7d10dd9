"""Made pages: the truth has the model's shape, the same seed gives the same bytes, files are what they say."""

import io
import json
import random
import zipfile
from typing import Any

import numpy as np
import openpyxl
import pypdfium2
import pytest
from PIL import Image

from benchmarks.halaman import rusak
from benchmarks.halaman.berkas_gambar import Lembar, pdf, tahan_dua_warna, tiff
from benchmarks.halaman.docx import buat_docx
from benchmarks.halaman.kantor import susun
from benchmarks.halaman.naskah import lengkap, naskah
from benchmarks.halaman.nilai import Tepi, benar, tepi
from benchmarks.halaman.peramban import ada, peramban
from benchmarks.halaman.rupa import KHAS, id_acak, rupa_dari
from benchmarks.halaman.xlsx import buat_xlsx
from normalizers.model import Sop


def first(value: Any) -> Any:
    """The truth with the first of each set of alternatives."""
    if isinstance(value, dict):
        return (
            first(value["salah_satu"][0])
            if "salah_satu" in value
            else {k: first(v) for k, v in value.items()}
        )
    return [first(v) for v in value] if isinstance(value, list) else value


def canonical(truth: dict[str, Any]) -> dict[str, Any]:
    """The truth with what only a run can state."""
    sop = first(truth)
    for step in sop["prosedur"]:
        for mark in step["pelaksana"]:
            mark["id"] = mark.pop("label")
        if step["waktu"] is not None and step["waktu"]["teks"] is None:
            step["waktu"] = None
    for column in sop["pelaksana"]:
        column["id"] = column["label"]
    sop |= {"versi_skema": "1.0", "id": "x", "temuan": [], "bukti": {}}
    sop["sumber"] |= {"sha256": "", "jenis": "pdf"}
    return dict(sop)


@pytest.mark.parametrize("styles", ["tuning", "held-out"])
@pytest.mark.parametrize("nomor", range(12))
def test_truth_fits_the_model(styles, nomor):
    doc = naskah(77, nomor, styles)
    bagan = susun(doc.isi, doc.rupa, 270, 180, random.Random(1))
    truth = lengkap(doc.isi, bagan.panah, max(bagan.halaman) + 1)
    sop = Sop.model_validate(canonical(truth))
    labels = {column.label for column in sop.pelaksana}
    numbers = {edge["dari"]["no"] for edge in truth["alur"]}
    assert {mark.id for step in sop.prosedur for mark in step.pelaksana or []} <= labels
    assert numbers <= set(range(1, len(sop.prosedur) + 1))
    assert json.loads(json.dumps(truth)) == truth


def test_held_out_styles_share_no_choice_that_is_kept_apart():
    apart = {"huruf", "garis", "garis_simbol"}
    assert all(not set(KHAS[key][0]) & set(KHAS[key][1]) for key in apart)
    rng = random.Random(3)
    for _ in range(30):
        assert rupa_dari(id_acak(rng, "held-out")).garis in KHAS["garis"][1]
        assert rupa_dari(id_acak(rng, "tuning")).garis in KHAS["garis"][0]


@pytest.mark.parametrize("nomor", range(4))
def test_office_files_repeat_and_carry_the_text(nomor):
    def made():
        doc = naskah(78, nomor, "all")
        return (
            doc,
            buat_docx(doc.isi, doc.rupa, random.Random(1))[0],
            buat_xlsx(doc.isi, doc.rupa, random.Random(1))[0],
        )

    doc, docx, xlsx = made()
    assert (docx, xlsx) == made()[1:]
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = archive.read("word/document.xml").decode()
    assert doc.isi.sop.langkah[0].uraian.split(" a. ")[0] in body
    book = openpyxl.load_workbook(io.BytesIO(xlsx))
    cells = [str(cell.value) for ws in book for row in ws for cell in row if cell.value]
    assert doc.isi.sop.kolom[0] in cells
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        assert archive.read("xl/drawings/drawing1.xml").count(b"<xdr:sp ") >= len(doc.isi.lambang)


@pytest.mark.parametrize("level", ["light", "medium", "heavy"])
def test_damage_repeats_and_keeps_the_sheet(level):
    page = np.full((420, 300, 3), 255, np.uint8)
    page[100:300, 50:250] = 0
    made = [rusak.RESEP[level](page.copy(), 150, False, random.Random(5)) for _ in range(2)]
    assert np.array_equal(made[0], made[1])
    assert made[0].mean() > 60
    assert made[0][made[0].shape[0] // 2, made[0].shape[1] // 2].mean() < 120


@pytest.mark.parametrize("dua_warna", [False, True])
def test_picture_pdf_shows_the_picture(dua_warna):
    page = np.full((300, 200, 3), 255, np.uint8)
    page[:60] = 0
    document = pypdfium2.PdfDocument(pdf([Lembar(page, 72, 80, rotasi=90, dua_warna=dua_warna)]))
    shown = document[0].render().to_numpy()
    document.close()
    assert shown.shape[:2] == (200, 300)
    assert shown[:, 270:].mean() < 40 < 215 < shown[:, :200].mean()


def test_tiff_has_all_pages():
    page = np.full((30, 20), 255, np.uint8)
    with Image.open(io.BytesIO(tiff([Lembar(page, 100, 80)] * 3))) as image:
        assert getattr(image, "n_frames", 1) == 3


def test_a_value_is_judged_by_the_item_it_stands_for():
    truth = {
        "prosedur": [{"uraian": "Mencatat surat masuk"}, {"uraian": "Menyimpan arsip", "output": "Arsip"}]
    }
    sop = {"prosedur": [{"uraian": "Menyimpan arsip", "output": "Arsip"}, {"uraian": "xx", "output": "y"}]}
    assert benar(truth, sop, "/prosedur/0/output") is True
    assert benar(truth, sop, "/prosedur/1/output") is False
    assert benar(truth, sop, "/prosedur/1/waktu") is None


@pytest.mark.skipif(not ada(), reason="no browser")
def test_browser_prints_pages_with_flow():
    from benchmarks.halaman.naskah import cetak

    doc = naskah(79, 1, "tuning")
    with peramban() as browser:
        lembar = cetak(doc, browser)
    document = pypdfium2.PdfDocument(lembar.pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    pages = len(document)
    document.close()
    assert pages == lembar.info["halaman"] == lembar.truth["sumber"]["halaman"][-1]
    assert doc.isi.sop.langkah[-1].uraian.split()[0] in text
    assert lembar.truth["alur"]


def test_followed_edges_are_judged_by_their_ends_and_by_their_label():
    def edge(dari: int, ke: int, label: str | None = None) -> dict[str, object]:
        return {"dari": {"no": dari}, "ke": {"no": ke}, "label": label}

    truth = {"alur": [edge(1, 2), edge(2, 3, "Ya"), edge(2, 1, "Tidak")]}
    sop = {
        "alur": [edge(1, 2), edge(2, 3), edge(2, 4, "Tidak"), edge(3, 4)],
        "bukti": {f"/alur/{n}": {"cara": "simbol:gambar"} for n in range(3)}
        | {"/alur/3": {"cara": "inferensi"}},
    }
    assert tepi(truth, sop) == Tepi(semua=3, ujung=2, label=1)


def halaman_kepala(kepala: int, huruf: int, garis: int) -> Lembar:
    """A page with a filled heading, letters of bars in it, and a net of thin lines below."""
    page = np.full((900, 700), 250, np.uint8)
    page[200:300, 80:620] = kepala
    for y in range(205, 295, 14):
        page[y : y + 6, 90:610:4] = huruf
    page[400:800:20, 80:620] = garis
    return Lembar(page, 100, 80)


@pytest.mark.parametrize(
    ("kepala", "huruf", "garis", "tahan"),
    [(200, 20, 40, True), (110, 255, 40, True), (110, 20, 40, False), (200, 20, 180, False)],
)
@pytest.mark.parametrize("putar", [0, 1])
def test_two_colours_keep_what_can_be_read(kepala, huruf, garis, tahan, putar):
    page = halaman_kepala(kepala, huruf, garis)
    page.gambar = np.ascontiguousarray(np.rot90(page.gambar, putar))
    assert tahan_dua_warna(page) is tahan
