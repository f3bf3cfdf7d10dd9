"""A printed SOP as pictures of its pages: rules from pixels, words from an engine, values with their places."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extractors.read import read_bytes
from extractors.vector.document import open_pdf
from normalizers.model import Sop
from pipeline.config import Settings
from pipeline.outputs import documents
from pipeline.run import run_file, run_pages

CORPUS = Path(__file__).parents[3] / "corpus" / "inputs"


@pytest.fixture(scope="module")
def sop() -> Sop:
    path = sorted(CORPUS.glob("01*"))[0]
    return run_file(path, path.name, Settings(jobs=1)).naskah[0].sop


@pytest.fixture(scope="module")
def pages(sop: Sop) -> list[Image.Image]:
    """The pages of the clean document as a scanner gives them: gray, with noise."""
    noise = np.random.default_rng(1)
    found = []
    with open_pdf(documents.pdf(sop)) as document:
        for number in range(1, document.pages + 1):
            gray = document.render(number, 200.0, gray=True).astype(float)
            dirty = np.clip(gray - 12 + noise.normal(0, 8, gray.shape), 0, 255).astype(np.uint8)
            found.append(Image.fromarray(dirty))
    return found


@pytest.fixture(scope="module")
def read(pages: list[Image.Image]) -> Sop:
    file = BytesIO()
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    (naskah,) = run_pages(read_bytes("sop.tiff", file.getvalue()), "sop.tiff", "0" * 64, Settings(jobs=1))
    return naskah.sop


def test_identity_and_steps_are_read(sop: Sop, read: Sop) -> None:
    assert read.sumber.jenis == "pindaian"
    assert read.identitas.nomor_sop == sop.identitas.nomor_sop
    assert read.identitas.nama_sop == sop.identitas.nama_sop
    assert [step.no for step in read.prosedur] == [step.no for step in sop.prosedur]
    assert [step.waktu and step.waktu.menit for step in read.prosedur] == [
        step.waktu and step.waktu.menit for step in sop.prosedur
    ]
    assert [actor.label for actor in read.pelaksana] == [actor.label for actor in sop.pelaksana]


def test_every_value_has_its_place_and_engine(read: Sop) -> None:
    for lokasi, bukti in read.bukti.items():
        assert bukti.kotak is not None, lokasi
        assert bukti.baris is None
        x0, y0, x1, y1 = bukti.kotak
        assert 0 <= x0 < x1 <= 1
        assert 0 <= y0 < y1 <= 1
        assert bukti.mesin in {"tesseract", "rapidocr", "rapidocr+tesseract"}, bukti.cara


def test_a_page_on_its_head_is_the_same_page(pages: list[Image.Image], read: Sop) -> None:
    file = BytesIO()
    pages[1].rotate(180).save(file, "PNG")
    (naskah,) = run_pages(read_bytes("sop.png", file.getvalue()), "sop.png", "0" * 64, Settings(jobs=1))
    upright = [step.uraian for step in read.prosedur]
    turned = [step.uraian for step in naskah.sop.prosedur]
    assert turned[:2] == upright[:2]
    top = read.bukti["/prosedur/0/uraian"].kotak
    bottom = naskah.sop.bukti["/prosedur/0/uraian"].kotak
    assert top is not None
    assert bottom is not None
    assert bottom[1] == pytest.approx(1 - top[3], abs=0.02)
