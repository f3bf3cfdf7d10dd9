"""The flow redrawn in the report: symbols, edges, followed and concluded ones told apart."""

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from normalizers.model import Sop
from pipeline.naskah import Gambar, Naskah
from pipeline.outputs.diff_flow import bagan
from pipeline.outputs.diff_report import render
from tests.pipeline.findings.contoh import sop

TEPI = ((1, "camat", 2, "sekcam", None), (2, "sekcam", 3, "staf", None), (5, "sekcam", 4, "staf", "Tidak"))


def a_naskah(**ubah: Any) -> Naskah:
    alur = [
        {"dari": {"no": a, "pelaksana": p}, "ke": {"no": b, "pelaksana": q}, "label": label}
        for a, p, b, q, label in TEPI
    ]
    letak = {"mentah": "□", "halaman": 1, "kotak": [0.4, 0.2, 0.5, 0.3], "cara": "simbol", "keyakinan": 0.97}
    bukti = {f"/alur/{n}": letak | {"cara": cara} for n, cara in enumerate(("simbol", "inferensi", "simbol"))}
    bukti["/prosedur/0/pelaksana/0"] = letak
    made: Sop = sop({"/alur": alur, "/bukti": bukti, "/sumber/jenis": "pdf", **ubah})
    return Naskah(made, (), (), gambar={1: Gambar("pages/a-1.webp", 800, 600)})


def test_each_symbol_and_edge_is_drawn_and_concluded_ones_are_broken() -> None:
    found = bagan(a_naskah())
    assert found is not None
    root = ElementTree.fromstring(found.svg)
    drawn = [str(e.get("data-simbol")) for e in root.iter() if e.get("data-simbol")]
    assert sorted(drawn) == sorted(
        ["terminator", "proses", "proses", "proses", "keputusan", "proses", "terminator"]
    )
    broken = {
        group.get("data-alur"): any(line.get("stroke-dasharray") for line in group)
        for group in root.iter()
        if group.get("data-alur")
    }
    assert broken == {"0": False, "1": True, "2": False}
    assert (found.terlacak, found.disimpulkan) == (2, 1)
    assert "Tidak" in "".join(root.itertext())


def test_the_pages_stand_beside_it() -> None:
    found = bagan(a_naskah())
    assert found is not None
    assert [potret.halaman for potret in found.potret] == [1]
    page = render(a_naskah())
    assert re.search(r'<section id="alur".*?<svg class="bagan".*?pages/a-1\.webp', page, re.DOTALL)


def test_texts_are_escaped() -> None:
    found = bagan(a_naskah(**{"/pelaksana/0/label": "<b>Camat & Co"}))
    assert found is not None
    assert "&lt;b&gt;Camat" in found.svg


def test_without_symbols_nothing_is_drawn() -> None:
    naskah = a_naskah()
    langkah = [step.model_copy(update={"pelaksana": None}) for step in naskah.sop.prosedur]
    assert bagan(replace(naskah, sop=naskah.sop.model_copy(update={"prosedur": langkah}))) is None
