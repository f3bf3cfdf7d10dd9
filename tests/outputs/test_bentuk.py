"""What an office may set of its documents shows in all three formats."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest

from pipeline.bentuk import BENTUK_BAKU, Bentuk
from pipeline.outputs import documents, lembar
from tests.outputs.test_documents import penuh

LAIN = Bentuk(
    kertas="F4",
    arah_identitas="mendatar",
    kop=("PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU", "Jalan Melati Nomor 7"),
    tempat="Sukamaju",
    pengesahan=("nip",),
    kotak=("peringatan", "dasar_hukum", "keterkaitan"),
    penomoran="huruf",
)


def texts(bentuk: Bentuk) -> dict[str, str]:
    """The document in each format, as one run of text without spaces."""
    sop = penuh()
    with ZipFile(BytesIO(documents.docx(sop, bentuk))) as archive:
        word = archive.read("word/document.xml").decode()
    with pypdfium2.PdfDocument(documents.pdf(sop, bentuk)) as pdf:
        drawn = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    plain = {"html": documents.html(sop, bentuk).partition("<main>")[2], "docx": word, "pdf": drawn}
    return {kind: re.sub(r"<[^>]*>|\s", "", text) for kind, text in plain.items()}


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_letterhead_place_approval_and_boxes(kind: str) -> None:
    text, usual = texts(LAIN)[kind], texts(BENTUK_BAKU)[kind]
    for shown in ("JalanMelatiNomor7", "Sukamaju,15Februari2021", "BagasWirayuda", "NIP19780315"):
        assert re.search(shown, text, re.IGNORECASE), shown
    for hidden in ("Plt.CamatSukamaju", "Pembina", "KualifikasiPelaksana", "PencatatandanPendataan"):
        assert hidden not in text
        assert hidden in usual
    assert text.index("Peringatan") < text.index("DasarHukum") < text.index("Keterkaitan")


def test_paper() -> None:
    with pypdfium2.PdfDocument(documents.pdf(penuh(), LAIN)) as pdf:
        assert [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in pdf][:2] == [
            (330, 215)
        ] * 2
    assert documents.html(penuh(), LAIN).count("size: 330mm 215mm") == 2
    with ZipFile(BytesIO(documents.docx(penuh(), LAIN))) as archive:
        sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', archive.read("word/document.xml").decode())
    assert sizes == [(str(lembar_twip(330)), str(lembar_twip(215)))] * 2


def lembar_twip(mm: int) -> int:
    return round(mm * 1440 / 25.4)


@pytest.mark.parametrize(
    ("penomoran", "word", "css", "mark"),
    [("angka", "decimal", "<ol>", "1."), ("huruf", "lowerLetter", '<ol class="huruf">', "a."), ("strip", "bullet", '<ol class="strip">', "–")],
)  # fmt: skip
def test_numbering(penomoran: Any, word: str, css: str, mark: str) -> None:
    bentuk = Bentuk(penomoran=penomoran)
    assert css in documents.html(penuh(), bentuk)
    with ZipFile(BytesIO(documents.docx(penuh(), bentuk))) as archive:
        assert f'<w:numFmt w:val="{word}"/>' in archive.read("word/numbering.xml").decode()
    assert f"{mark}PeraturanBupati" in texts(bentuk)["pdf"]


def test_a_lying_identity_page_has_its_own_measures() -> None:
    upright, lying = lembar.susun(penuh()), lembar.susun(penuh(), Bentuk(arah_identitas="mendatar"))
    assert upright.kertas_identitas.lebar == lying.kertas_identitas.tinggi == 210
    assert upright.kertas_prosedur == lying.kertas_prosedur
