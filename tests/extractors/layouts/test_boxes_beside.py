"""Boxes that stand right of their labels."""

import pytest

from extractors.fragments import flow
from extractors.layouts.header import read_header
from tests.extractors.plain import blocks_of


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
