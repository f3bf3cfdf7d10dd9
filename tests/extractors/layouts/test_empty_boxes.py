"""Boxes without content, where boxes stand right of their labels or below them."""

import pytest

from extractors.fragments import flow
from extractors.layouts.header import read_header
from tests.extractors.plain import blocks_of, kotak, one_sop


@pytest.mark.parametrize("above", ["", "| Kelurahan Sukamaju | | Tanggal Revisi | - |\n"])
def test_an_empty_box_takes_nothing_from_the_next_where_boxes_stand_right_of_their_labels(above: str) -> None:
    text = above + (
        "| Keterkaitan | |\n"
        "| Peralatan/Perlengkapan | Jaringan internet<br>Cap dinas<br>Telepon |\n"
        "| Peringatan | Berkas hilang |\n"
    )
    found = read_header(flow(blocks_of(text))).values
    assert not found["keterkaitan"].lines
    assert [line.span.text for line in found["peralatan_perlengkapan"].lines] == ["Jaringan internet", "Cap dinas", "Telepon"]  # fmt: skip
    assert found["peralatan_perlengkapan"].cara == "label"


def test_where_boxes_stand_below_their_labels_an_empty_one_takes_nothing_from_the_next() -> None:
    boxes = {
        "Dasar Hukum": "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Kualifikasi Pelaksana": "SLTA",
        "Keterkaitan": "SOP Surat Masuk",
        "Peringatan": "",
        "Pencatatan dan Pendataan": "- Buku register.<br>- Arsip surat.",
    }
    table = "".join(f"<tr><td>{cell}</td></tr>" for box in boxes.items() for cell in box)
    found = kotak(one_sop(f"<table>{table}</table>"))
    assert found["peringatan"] == []
    assert found["pencatatan_pendataan"] == ["Buku register.", "Arsip surat."]
